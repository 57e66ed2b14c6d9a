"""The records of events, people, targets, ships and sources, and how one is opened."""
