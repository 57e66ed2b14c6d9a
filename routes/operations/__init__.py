"""What operators and their programs ask of a process: whether it lives, and what it shows."""
