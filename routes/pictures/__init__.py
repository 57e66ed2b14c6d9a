"""Pictures of a view as files, each at an address of its own."""
