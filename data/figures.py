"""The key figures: each a named function whose docstring is the definition that readers see beside the number."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.custody import custody_in
from data.custody_figures import held_at_the_end
from data.package.package import Package
from data.selection.filters import Filters
from data.ships import tankers_taken
from data.targets import in_view
from data.text.formats import number, spoken
from data.text.messages import say
from data.toll import toll_at_sea, without_parts

SEA, LAND = "sea", "land"


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


Told = tuple[str, str, str]
Figure = Callable[[Scene], Told]


def key_figures(package: Package, filters: Filters, events: pd.DataFrame) -> tuple[KeyFigure, ...]:
    """The key figures of a view, in reading order. `events` are those that pass `filters`."""
    scene = Scene(package, filters, events)
    return tuple(defined(figure, scene) for figure in FIGURES)


def defined(figure: Callable[..., Told], *about: Any) -> KeyFigure:
    """The key figure that the function `figure` computes from `about`, defined by the function's own docstring."""
    return KeyFigure(*figure(*about), definition=" ".join((inspect.getdoc(figure) or "").split()))


def strikes_at_sea(scene: Scene) -> tuple[str, str, str]:
    """Strikes on boats in the events of this view; one event can bundle several. Killed is a range: the low figure is
    the announced dead, the high figure adds people lost at sea or given by a higher credible count. Events that are
    part of a larger one are left out."""
    toll = toll_at_sea(scene.events)
    killed = spoken(toll.killed_low, toll.killed_high)
    return say("figures.strikes"), number(toll.strikes), say("figures.killed", killed=killed)


def attacks_on_land(scene: Scene) -> tuple[str, str, str]:
    """Events of this view that are strikes or military operations on land, confirmed or only claimed. Those that are
    part of a larger event, such as the single sites of a raid, are not counted again."""
    types = scene.package["event_types"]
    attacks = scene.events[scene.events.event_type.isin(types[types.tally == LAND].event_type)]
    whole = without_parts(attacks)
    sites = len(attacks) - len(whole)
    counted = say("figures.parts_left_out", count=sites) if sites else say("figures.each_once")
    return say("figures.attacks"), number(len(whole)), counted


def tankers(scene: Scene) -> tuple[str, str, str]:
    """Tankers that the events of this view seized, or boarded and took into custody. Each ship is counted once, from
    the table of ships, however many events name it. OFAC may have listed more of them than those whose day of listing
    stands in our sources."""
    taken = tankers_taken(scene.package["ships"], scene.events)
    listed = int(taken.listed_on.notna().sum())
    return say("figures.tankers"), number(len(taken)), say("figures.tankers_listed", listed=listed)


def us_nationals_held(scene: Scene) -> tuple[str, str, str]:
    """US citizens and US-linked residents publicly known to be held in Venezuela on the last day of this view. The low
    figure counts those surely held that day, the high figure also those who could have been."""
    return held_at_the_end(custody_in(scene.package, scene.filters))


def listed_targets(scene: Scene) -> tuple[str, str, str]:
    """People, companies, groups and ships of the table of targets that were listed in the months of this view; with no
    months chosen, all of them. Removed are those that were taken off the list again."""
    package, filters = scene.package, scene.filters
    targets = in_view(package["sanctions_targets"], filters.month, filters.q, package["sanctions_relations"])
    removed = int(targets.rows.delisted_on.notna().sum())
    if targets.undated:
        told = say("figures.removed_undated", removed=removed, undated=targets.undated)
    else:
        told = say("figures.removed", removed=removed)
    return say("figures.listed"), number(len(targets.rows)), told


FIGURES: tuple[Figure, ...] = (strikes_at_sea, attacks_on_land, tankers, us_nationals_held, listed_targets)
