"""Counts of political prisoners as organisations published them, and where a series has a gap."""

import pandas as pd

from data.package.package import Package
from data.selection.spans import Span

COUNTS, TOTALS, TALLY, EXACT = "political_prisoners", "published_totals", "political_prisoners", "exact"
COUNTED = ("count", "of_which_foreign")
COLUMNS = ["as_of", *COUNTED, "organisation", "qualifier", "publisher", "url", "note"]


def prisoner_counts(package: Package, period: Span) -> pd.DataFrame:
    """Every published count of political prisoners for a day in `period`, in persons, in time.

    Columns: as_of, count, of_which_foreign (missing where not given), organisation, qualifier, publisher, url, note.
    Counts that came down to us only as a running total stand under the name of their publisher, because they were not
    read in the organisation's own series.
    """
    series = package[COUNTS].merge(package["sources"][["source_id", "publisher", "url"]], on="source_id")
    totals = package[TOTALS]
    others = totals[totals.metric.isin(package.counted_as(TOTALS, "metric", TALLY))].assign(
        organisation=lambda rows: rows.publisher
    )
    others = others.rename(columns={"value": "count"}).astype({"count": "Int64"})
    everything = pd.concat([series.assign(qualifier=EXACT, note=""), others], ignore_index=True)[COLUMNS]
    in_view: pd.DataFrame = everything[period.contains(everything.as_of)]
    return in_view.sort_values("as_of", kind="stable", ignore_index=True)


def with_gaps(counts: pd.DataFrame, column: str) -> pd.DataFrame:
    """One organisation's counts of `column` in time, with an empty row (`column` missing) after each count that a
    whole calendar month without any count follows: a line through the rows never crosses such a month."""
    given = counts[counts[column].notna()].sort_values("as_of", kind="stable").astype({column: "float64"})
    month = given.as_of.dt.year * 12 + given.as_of.dt.month
    breaks: pd.DataFrame = given[(month.shift(-1) - month) > 1].assign(**{column: None})
    joined: pd.DataFrame = pd.concat([given, breaks.astype({column: "float64"})])
    return joined.sort_values("as_of", kind="stable")
