"""Frames of the page of the map: places, layers, the scene of a view, and its summary."""
