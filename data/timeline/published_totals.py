"""Running totals of strikes at sea that others published, each beside ours, and how the two agree."""

from collections.abc import Callable

import pandas as pd

from data.timeline.toll import COUNTED, ONE_DAY, sea_strikes

DIFFERS = "differs"
FLOORS = ("at_least", "more_than")


def compared_totals(totals: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Published running totals of strikes at sea (killed, strikes, vessels hit; whole numbers) beside ours.

    Returns the rows of `totals` with `our_low` (our low count through the day before), `our_high` (our high count
    through the day after: publishers work in other time zones and may not know a day's strike yet), `agreement`:
    "within" the two, "floor" (a published "at least" or "more than" below our high), or "differs"; and `difference`,
    how far the value lies above our high (positive) or below our low (negative), else 0.
    """
    rows = totals[totals.metric.isin(COUNTED.keys()) & (totals.value % 1 == 0)].copy()
    strikes = sea_strikes(events)
    ours = {column: _sums_through(strikes, column) for pair in COUNTED.values() for column in pair}
    pairs = [(COUNTED[metric], day) for metric, day in zip(rows.metric, rows.as_of, strict=True)]
    lows, highs = (
        [ours[low](day - ONE_DAY) for (low, _), day in pairs],
        [ours[high](day + ONE_DAY) for (_, high), day in pairs],
    )
    rows["our_low"] = pd.Series(lows, index=rows.index, dtype="Int64")
    rows["our_high"] = pd.Series(highs, index=rows.index, dtype="Int64")
    rows["agreement"] = agreements(rows)
    rows["difference"] = (rows.value - rows.value.clip(rows.our_low, rows.our_high)).astype("Int64")
    return rows


def agreements(compared: pd.DataFrame) -> pd.Series:
    """How each published figure (`value`, `qualifier`) agrees with our range (`our_low`, `our_high`): "within" it,
    "floor" (a published "at least" or "more than" below our high), or "differs"."""
    agreement = pd.Series(DIFFERS, index=compared.index)
    agreement[compared.qualifier.isin(FLOORS) & (compared.value <= compared.our_high)] = "floor"
    agreement[compared.value.between(compared.our_low, compared.our_high)] = "within"
    return agreement


def numbered(compared: pd.DataFrame) -> pd.DataFrame:
    """The rows of `compared_totals` by day, with `number`: 1, 2, ... for those that differ, 0 for the others."""
    ordered = compared.sort_values("as_of", kind="stable")
    differs = ordered.agreement == DIFFERS
    return ordered.assign(number=differs.cumsum().where(differs, 0))


def _sums_through(strikes: pd.DataFrame, column: str) -> Callable[[pd.Timestamp], int]:
    """The sum of a column of the strikes through a day."""
    sums = strikes.groupby("date")[column].sum().cumsum()
    return lambda day: int(sums.loc[:day].iloc[-1]) if len(sums) and sums.index[0] <= day else 0
