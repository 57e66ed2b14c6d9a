"""The map of a view without a browser: what its specification asks for, drawn layer by layer."""
