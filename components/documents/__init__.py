"""The view as a document for other programs: its blocks, read of what the page draws, and a writer a format."""
