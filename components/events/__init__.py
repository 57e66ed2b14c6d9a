"""The table of events and its facets, events as lines, and what was added or put right."""
