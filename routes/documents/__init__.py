"""The brief of a view as files, made by a process of their own so that no reader waits for them."""
