"""The key figures month by month: what the sparklines draw, and how the last two complete months differ."""

from collections.abc import Callable

import pandas as pd

from data.detentions.custody import held_on
from data.sanctions.ships import tankers_taken
from data.selection.months import month_end, months_between, shown_days
from data.selection.periods import last_complete_month
from data.timeline.land_attacks import land_attacks
from data.timeline.toll import sea_strikes, without_parts
from data.view.selection import Selection

MonthlySeries = Callable[[Selection], pd.Series]


def strikes_by_month(selection: Selection) -> pd.Series:
    """Strikes at sea by month; an event can bundle several."""
    strikes = sea_strikes(selection.events)
    return _by_month(selection, strikes.date, strikes.strikes)


def attacks_by_month(selection: Selection) -> pd.Series:
    """Strikes and military operations on land by month, parts of larger ones left out: the high figure."""
    attacks = land_attacks(selection.package, selection.events)
    return _by_month(selection, without_parts(attacks).date)


def tankers_by_month(selection: Selection) -> pd.Series:
    """Tankers by the month in which they were taken."""
    taken = tankers_taken(selection.package["ships"], selection.events)
    days = selection.events.set_index("event_id").date
    return _by_month(selection, days.reindex(taken.seizing_event_id))


def held_by_month(selection: Selection) -> pd.Series:
    """US nationals and US-linked residents who could have been held at the end of each month: the high figure."""
    people, last = selection.of_everybody.custody.us_linked, selection.package.last_day
    months = _months(selection)
    ends = (min(last, month_end(month)) for month in months)
    return pd.Series([held_on(people, day).high for day in ends], index=months, dtype="int64")


def listings_by_month(selection: Selection) -> pd.Series:
    """Targets by the month of their listing; those without a listing date are in none."""
    return _by_month(selection, selection.of_everybody.targets.rows.listed_on.dropna())


# In the order of `data.view.key_figures.FIGURES`.
ALL_SERIES: tuple[MonthlySeries, ...] = (
    strikes_by_month,
    attacks_by_month,
    tankers_by_month,
    held_by_month,
    listings_by_month,
)


def monthly_series(selection: Selection) -> tuple[pd.Series, ...]:
    """The monthly series of each key figure: numbers by month ("YYYY-MM", every month the view shows)."""
    return tuple(series(selection) for series in ALL_SERIES)


def last_two_months(selection: Selection) -> tuple[str, str] | None:
    """The last complete month of the data and the one before it; None when the view does not show both. A month of
    which the data holds only some days is never compared."""
    last = last_complete_month(selection.package.last_day)
    before = str(pd.Period(last, "M") - 1)
    months = _months(selection)
    return (last, before) if {last, before} <= set(months) else None


def _months(selection: Selection) -> list[str]:
    first, last = selection.package.first_day, selection.package.last_day
    return months_between(*shown_days(selection.filters.period, first, last))


def _by_month(selection: Selection, days: pd.Series, amounts: pd.Series | None = None) -> pd.Series:
    counted = pd.Series(1, index=days.index, dtype="int64") if amounts is None else amounts
    months = _months(selection)
    if days.empty:
        return pd.Series(0, index=months, dtype="int64")
    return counted.groupby(days.dt.strftime("%Y-%m")).sum().reindex(months, fill_value=0).astype("int64")
