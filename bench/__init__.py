"""Measures what a reader waits for and what is sent to them: `make bench` prints it as a table and judges nothing."""
