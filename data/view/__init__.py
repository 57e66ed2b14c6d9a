"""What a view is beside its filters: settings of a link, key figures, and their course by month."""
