"""What is written as HTML that needs no script: the parts of a record, and whole pages."""
