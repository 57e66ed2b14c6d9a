"""Measures what a reader waits for and what is sent to them: `make bench` writes it beside what other frameworks
take, and judges nothing."""
