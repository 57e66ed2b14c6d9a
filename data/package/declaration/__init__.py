"""The descriptor before it is trusted: the form of its properties, its links, and what the dashboard needs."""
