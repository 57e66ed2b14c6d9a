"""Tools of curators, run by the command line alone: the check before publication, the freezing of a release."""
