"""What a record says of its row: facts, a paragraph, its neighbours, its backlinks, what changed in it."""
