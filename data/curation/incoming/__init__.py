"""What curators bring in: rows of files, whole change sets, and single rows that are asked for."""
