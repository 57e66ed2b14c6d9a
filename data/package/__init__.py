"""Tables in, checked frames out: what the package declares, its files as text, its rules, and the load."""
