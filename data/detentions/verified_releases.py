"""Releases since 8 January 2026 as rights groups and others counted them, each a running total."""

import pandas as pd

from data.detentions.published_held import TOTALS
from data.package.package import Package

METRIC = "releases_since_2026-01-08"
VIA = " via "


def verified_releases(package: Package, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """The published running totals of releases since 8 January 2026 for days from `first` to `last`, in time.

    The columns of the table of published totals, and `organisation`: who counted, whoever passed the count on.
    """
    totals = package[TOTALS]
    found = totals[(totals.metric == METRIC) & totals.as_of.between(first, last)].sort_values("as_of", kind="stable")
    return found.assign(organisation=found.publisher.map(lambda publisher: publisher.partition(VIA)[0]))


def most_counted(counts: pd.DataFrame) -> str:
    """The organisation with most of the counts, the first of equals. IndexError when there is none."""
    return str(counts.organisation.value_counts().index[0])
