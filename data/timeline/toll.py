"""The toll of the strikes at sea, and how it compares with the running totals that others published."""

from dataclasses import dataclass

import pandas as pd

ONE_DAY = pd.Timedelta(days=1)
COUNTED = {
    "killed": ("killed_low", "killed_high"),
    "strikes": ("strikes", "strikes"),
    "vessels_hit": ("vessels", "vessels"),
}
SUMMED = ["strikes", "vessels", "killed_low", "killed_high"]
# The column that says from which day a strike counts, by the value of the parameter.
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


def sea_strikes(events: pd.DataFrame) -> pd.DataFrame:
    """The rows that are strikes at sea: those that carry a number of strikes. Parts of larger events are left out."""
    return without_parts(events[events.strikes.notna()])


def first_strike(events: pd.DataFrame) -> pd.Timestamp:
    """The day of the first strike at sea among `events`; NaT when there is none."""
    return pd.Timestamp(sea_strikes(events).date.min())


def toll_at_sea(events: pd.DataFrame, until: pd.Timestamp | None = None) -> Toll:
    """The toll of the strikes at sea among `events`, up to and including the day `until` on which they happened."""
    rows = sea_strikes(events)
    if until is not None:
        rows = rows[rows.date <= until]
    sums = rows[SUMMED].sum()
    return Toll(len(rows), *(int(number) for number in sums))


def strike_days(events: pd.DataFrame, by: str) -> pd.Series:
    """The day from which each event counts: one of DAYS, "happened" or "announced" (where unknown, the day it
    happened). KeyError for any other value."""
    return events[DAYS[by]].fillna(events.date)


def cumulative_toll(events: pd.DataFrame, by: str) -> pd.DataFrame:
    """The toll of the strikes at sea among `events` as it grew, by one of DAYS.

    One row a day with a strike: day, and up to that day strikes, vessels, killed_low and killed_high (integers).
    """
    strikes = sea_strikes(events)
    daily = strikes.groupby(strike_days(strikes, by).rename("day"))[SUMMED].sum()
    return daily.cumsum().astype("int64").reset_index()


def announced_unknown(events: pd.DataFrame) -> int:
    """How many events that are strikes at sea have no known day of announcement."""
    return int(sea_strikes(events).announced_on.isna().sum())
