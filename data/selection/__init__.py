"""What the reader selected: filters, months, periods and records, and what a key figure is."""
