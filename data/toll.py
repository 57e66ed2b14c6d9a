"""The toll of the strikes at sea, and how it compares with the running totals that others published."""

from dataclasses import dataclass

import pandas as pd

ONE_DAY = pd.Timedelta(days=1)
COUNTED = {
    "killed": ("killed_low", "killed_high"),
    "strikes": ("strikes", "strikes"),
    "vessels_hit": ("vessels", "vessels"),
}
DIFFERS = "differs"
FLOORS = ("at_least", "more_than")
SUMMED = ["strikes", "vessels", "killed_low", "killed_high"]
# The column that says from which day a strike counts, by the word in a link.
DAYS = {"happened": "date", "announced": "announced_on"}


@dataclass(frozen=True)
class Toll:
    """Counts over strikes at sea. `killed_high` adds people lost at sea or given by a higher credible count."""

    events: int
    strikes: int
    vessels: int
    killed_low: int
    killed_high: int


def without_parts(events: pd.DataFrame) -> pd.DataFrame:
    """The events whose counts no larger event already holds: rows with `part_of` are left out of every sum."""
    return events[events.part_of == ""]


def strikes_at_sea(events: pd.DataFrame) -> pd.DataFrame:
    """The rows that are strikes at sea: those that carry a number of strikes. Parts of larger events are left out."""
    return without_parts(events[events.strikes.notna()])


def first_strike(events: pd.DataFrame) -> pd.Timestamp:
    """The day of the first strike at sea among `events`; NaT when there is none."""
    return pd.Timestamp(strikes_at_sea(events).date.min())


def toll_at_sea(events: pd.DataFrame, until: pd.Timestamp | None = None) -> Toll:
    """The toll of the strikes at sea among `events`, up to and including the day `until` on which they happened."""
    rows = strikes_at_sea(events)
    if until is not None:
        rows = rows[rows.date <= until]
    sums = rows[SUMMED].sum()
    return Toll(len(rows), *(int(number) for number in sums))


def strike_days(events: pd.DataFrame, by: str) -> pd.Series:
    """The day from which each event counts: one of DAYS, "happened" or "announced" (where unknown, the day it
    happened). KeyError for any other word."""
    return events[DAYS[by]].fillna(events.date)


def toll_course(events: pd.DataFrame, by: str) -> pd.DataFrame:
    """The toll of the strikes at sea among `events` as it grew, by one of DAYS.

    One row a day with a strike: day, and up to that day strikes, vessels, killed_low and killed_high (integers).
    """
    strikes = strikes_at_sea(events)
    daily = strikes.groupby(strike_days(strikes, by).rename("day"))[SUMMED].sum()
    return daily.cumsum().astype("int64").reset_index()


def announced_unknown(events: pd.DataFrame) -> int:
    """How many events that are strikes at sea have no known day of announcement."""
    return int(strikes_at_sea(events).announced_on.isna().sum())


def compared_totals(totals: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Published running totals of strikes at sea (killed, strikes, vessels hit; whole numbers) beside ours.

    Returns the rows of `totals` with `our_low` (our low count through the day before), `our_high` (our high count
    through the day after: publishers work in other time zones and may not know a day's strike yet), `agreement`:
    "within" the two, "floor" (a published "at least" or "more than" below our high), or "differs"; and `difference`,
    how far the value lies above our high (positive) or below our low (negative), else 0.
    """
    rows = totals[totals.metric.isin(COUNTED.keys()) & (totals.value % 1 == 0)].copy()
    strikes = strikes_at_sea(events)
    ends = [_sums_around(strikes, day, metric) for day, metric in zip(rows.as_of, rows.metric, strict=True)]
    rows["our_low"] = pd.Series([low for low, _ in ends], index=rows.index, dtype="Int64")
    rows["our_high"] = pd.Series([high for _, high in ends], index=rows.index, dtype="Int64")
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


def _sums_around(strikes: pd.DataFrame, day: pd.Timestamp, metric: str) -> tuple[int, int]:
    low, high = COUNTED[metric]
    before, after = strikes[strikes.date <= day - ONE_DAY], strikes[strikes.date <= day + ONE_DAY]
    return int(before[low].sum()), int(after[high].sum())
