"""Frames of the page of events: counts, columns, facets, sources and their origins."""
