"""What is made from the project, and is not part of the app: run by `make`, never imported by it."""
