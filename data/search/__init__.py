"""Words that readers search for: how texts are spelled for it, what the words ask for, and where they stand."""
