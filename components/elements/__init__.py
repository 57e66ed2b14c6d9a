"""Parts that every page is made of: figures, tables, key figures, facts, and marks of time."""
