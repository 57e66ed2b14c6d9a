"""Tools of curators, run by the command line alone: checks, corrections, additions, the freezing of a release."""
