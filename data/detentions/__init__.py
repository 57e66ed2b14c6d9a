"""Frames of the page of detentions: who was held when and where, counts of prisoners, releases."""
