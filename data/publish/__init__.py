"""What leaves the house: citations, files to work on, feeds, and the answers of the API."""
