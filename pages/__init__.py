"""What the reader meets: one script a page, read from top to bottom."""
