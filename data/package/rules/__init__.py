"""The rules that a single column's declaration cannot say, by the subject of the tables they judge."""
