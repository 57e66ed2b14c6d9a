"""The view that a page draws: what it holds, its tables, addresses, citation and downloads."""
