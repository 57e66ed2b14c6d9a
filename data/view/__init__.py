"""What a view is beside its filters: the selection, settings of a link, key figures, and their monthly series."""
