"""Frames of the page of sanctions: actions, targets, ships, licences, ties, and the search for names."""
