"""The frame around every page, and one picture alone for another site."""
