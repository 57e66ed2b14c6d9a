"""The view as one document."""
