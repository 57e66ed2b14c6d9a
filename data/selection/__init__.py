"""What the reader selected: filters, months, periods and records, and what key figures are computed from."""
