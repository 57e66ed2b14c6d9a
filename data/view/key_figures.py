"""The key figures: each a named function, defined for readers by the word of its name."""

from collections.abc import Callable

import pandas as pd

from data.detentions.custody import custody_in
from data.detentions.key_figures import held_at_the_end
from data.package.package import Package
from data.sanctions.key_figures import listed_targets, tankers
from data.selection.filters import Filters
from data.selection.selection import KeyFigure, Scene, Told, defined
from data.text.formats import number, spoken
from data.text.messages import say
from data.timeline.toll import toll_at_sea, without_parts

SEA, LAND = "sea", "land"
Figure = Callable[[Scene], Told]


def key_figures(package: Package, filters: Filters, events: pd.DataFrame) -> tuple[KeyFigure, ...]:
    """The key figures of a view, in reading order. `events` are those that pass `filters`."""
    scene = Scene(package, filters, events)
    return tuple(defined(figure, scene) for figure in FIGURES)


def strikes_at_sea(scene: Scene) -> tuple[str, str, str]:
    """The strikes at sea: label, number, and how many were killed, as a range."""
    toll = toll_at_sea(scene.events)
    killed = spoken(toll.killed_low, toll.killed_high)
    return say("figures.strikes"), number(toll.strikes), say("figures.killed", killed=killed)


def attacks_on_land(scene: Scene) -> tuple[str, str, str]:
    """The attacks on land, each larger event once: label, number, and how many parts are left out."""
    types = scene.package["event_types"]
    attacks = scene.events[scene.events.event_type.isin(types[types.tally == LAND].event_type)]
    whole = without_parts(attacks)
    sites = len(attacks) - len(whole)
    counted = say("figures.parts_left_out", count=sites) if sites else say("figures.each_once")
    return say("figures.attacks"), number(len(whole)), counted


def us_nationals_held(scene: Scene) -> tuple[str, str, str]:
    """The US nationals and residents held on the last day of the view: label, number or range, and the day."""
    return held_at_the_end(custody_in(scene.package, scene.filters))


FIGURES: tuple[Figure, ...] = (strikes_at_sea, attacks_on_land, tankers, us_nationals_held, listed_targets)
