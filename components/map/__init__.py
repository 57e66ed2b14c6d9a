"""The map of a view: its base, its marks with their texts, and the list beside it."""
