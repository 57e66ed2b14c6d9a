"""The sections of the overview: the state of things, and how many events there were."""
