"""The key figures: each a named function whose docstring is the definition that readers see beside the number."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from data.custody import held_on, us_linked
from data.filters import Filters
from data.months import day_name
from data.package import Package
from data.sanctions import in_view, tankers_taken
from data.toll import toll_at_sea, without_parts

LAND = "land"


@dataclass(frozen=True)
class KeyFigure:
    """A number with what it counts, one detail, and its definition."""

    label: str
    value: str
    detail: str
    definition: str


@dataclass(frozen=True)
class Scene:
    """What the figures are computed from: the tables, the filters, the events that pass them."""

    package: Package
    filters: Filters
    events: pd.DataFrame


Figure = Callable[[Scene], tuple[str, str, str]]


def key_figures(package: Package, filters: Filters, events: pd.DataFrame) -> tuple[KeyFigure, ...]:
    """The key figures of a view, in reading order. `events` are those that pass `filters`."""
    scene = Scene(package, filters, events)
    return tuple(KeyFigure(*figure(scene), definition=_definition(figure)) for figure in FIGURES)


def _definition(figure: Figure) -> str:
    return " ".join((inspect.getdoc(figure) or "").split())


def strikes_at_sea(scene: Scene) -> tuple[str, str, str]:
    """Strikes on boats in the events of this view; one event can bundle several. Killed is a range: the low figure is
    the announced dead, the high figure adds people lost at sea or given by a higher credible count. Events that are
    part of a larger one are left out."""
    toll = toll_at_sea(scene.events)
    return "Strikes at sea", str(toll.strikes), f"{spoken(toll.killed_low, toll.killed_high)} killed"


def attacks_on_land(scene: Scene) -> tuple[str, str, str]:
    """Events of this view that are strikes or military operations on land, confirmed or only claimed. The raid of
    3 January 2026 is one of them; its single sites, which are part of it, are not counted again."""
    types = scene.package["event_types"]
    attacks = scene.events[scene.events.event_type.isin(types[types.tally == LAND].event_type)]
    whole = without_parts(attacks)
    sites = len(attacks) - len(whole)
    return "Attacks on land", str(len(whole)), f"and {sites} parts of them" if sites else "each counted once"


def tankers(scene: Scene) -> tuple[str, str, str]:
    """Tankers that the events of this view seized, or boarded and took into custody. Each ship is counted once, from
    the table of ships, however many events name it."""
    taken = tankers_taken(scene.package["ships"], scene.events)
    listed = int(taken.listed_on.notna().sum())
    return "Tankers taken", str(len(taken)), f"{listed} of them under US sanctions"


def us_nationals_held(scene: Scene) -> tuple[str, str, str]:
    """US citizens and US-linked residents publicly known to be held in Venezuela on the last day of this view. The low
    figure counts those surely held that day, the high figure those who could have been."""
    day = last_day(scene)
    held = held_on(us_linked(scene.package["detainees"]), day)
    return "US nationals and residents held", str(held), f"on {day_name(day)}"


def listed_targets(scene: Scene) -> tuple[str, str, str]:
    """People, companies, groups and ships of the table of targets that were listed in the months of this view; with no
    months chosen, all of them. Removed are those that were taken off the list again."""
    targets = in_view(scene.package["sanctions_targets"], scene.filters.month, scene.filters.q)
    removed = int(targets.rows.delisted_on.notna().sum())
    left_out = f", {targets.undated} of unknown date left out" if targets.undated else ""
    return "Listed by US authorities", str(len(targets.rows)), f"{removed} removed again{left_out}"


def last_day(scene: Scene) -> pd.Timestamp:
    """The last day of the months chosen, or of the data if that is earlier."""
    chosen = scene.filters.month.last
    end = pd.Timestamp(f"{chosen}-01") + pd.offsets.MonthEnd(0) if chosen else scene.package.last_day
    return min(end, scene.package.last_day)


def spoken(low: int, high: int) -> str:
    """A range in words: "212 to 235", or the one number."""
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


FIGURES: tuple[Figure, ...] = (strikes_at_sea, attacks_on_land, tankers, us_nationals_held, listed_targets)
