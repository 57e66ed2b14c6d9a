"""The key figures month by month: what the sparklines draw, and how the last two complete months differ."""

from collections.abc import Callable

import pandas as pd

from data.detentions.custody import custody_in, held_on
from data.sanctions.ships import tankers_taken
from data.sanctions.targets import targets_in_view
from data.selection.months import month_end, months_between, shown_days
from data.selection.periods import last_complete_month
from data.selection.selection import Scene
from data.timeline.toll import sea_strikes, without_parts
from data.view.key_figures import LAND

Course = Callable[[Scene], pd.Series]


def strikes_by_month(scene: Scene) -> pd.Series:
    """Strikes at sea by month; an event can bundle several."""
    strikes = sea_strikes(scene.events)
    return _by_month(scene, strikes.date, strikes.strikes)


def attacks_by_month(scene: Scene) -> pd.Series:
    """Strikes and military operations on land by month, parts of larger ones left out."""
    types = scene.package["event_types"]
    attacks = scene.events[scene.events.event_type.isin(types[types.tally == LAND].event_type)]
    return _by_month(scene, without_parts(attacks).date)


def tankers_by_month(scene: Scene) -> pd.Series:
    """Tankers by the month in which they were taken."""
    taken = tankers_taken(scene.package["ships"], scene.events)
    days = scene.events.set_index("event_id").date
    return _by_month(scene, days.reindex(taken.seizing_event_id))


def held_by_month(scene: Scene) -> pd.Series:
    """US nationals and US-linked residents who could have been held at the end of each month: the high figure."""
    people, last = custody_in(scene.package, scene.filters).us_linked, scene.package.last_day
    months = _months(scene)
    ends = (min(last, month_end(month)) for month in months)
    return pd.Series([held_on(people, day).high for day in ends], index=months, dtype="int64")


def listings_by_month(scene: Scene) -> pd.Series:
    """Targets by the month of their listing; those without a listing date are in none."""
    package, filters = scene.package, scene.filters
    targets = targets_in_view(package["sanctions_targets"], filters.month, filters.q, package["sanctions_relations"])
    return _by_month(scene, targets.rows.listed_on.dropna())


# In the order of `data.view.key_figures.FIGURES`.
COURSES: tuple[Course, ...] = (
    strikes_by_month,
    attacks_by_month,
    tankers_by_month,
    held_by_month,
    listings_by_month,
)


def courses(scene: Scene) -> tuple[pd.Series, ...]:
    """The course of each key figure: numbers by month ("YYYY-MM", every month the view shows)."""
    return tuple(course(scene) for course in COURSES)


def last_two_months(scene: Scene) -> tuple[str, str] | None:
    """The last complete month of the data and the one before it; None when the view does not show both. A month of
    which the data holds only some days is never compared."""
    last = last_complete_month(scene.package.last_day)
    before = str(pd.Period(last, "M") - 1)
    months = _months(scene)
    return (last, before) if {last, before} <= set(months) else None


def _months(scene: Scene) -> list[str]:
    first, last = scene.package["events"].date.min(), scene.package.last_day
    return months_between(*shown_days(scene.filters.month, first, last))


def _by_month(scene: Scene, days: pd.Series, amounts: pd.Series | None = None) -> pd.Series:
    counted = pd.Series(1, index=days.index, dtype="int64") if amounts is None else amounts
    months = _months(scene)
    if days.empty:
        return pd.Series(0, index=months, dtype="int64")
    return counted.groupby(days.dt.strftime("%Y-%m")).sum().reindex(months, fill_value=0).astype("int64")
