"""What the reader selected: filters, months and periods, and what key figures are computed from."""
