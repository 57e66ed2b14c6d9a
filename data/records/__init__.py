"""What a record says of its row: facts, a paragraph, its neighbours, what rests on it, what changed in it."""
