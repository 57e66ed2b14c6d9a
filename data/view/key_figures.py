"""The key figures: each a named function whose docstring is the definition that readers see beside the number."""

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


def us_nationals_held(scene: Scene) -> tuple[str, str, str]:
    """US citizens and US-linked residents publicly known to be held in Venezuela on the last day of this view. The low
    figure counts those surely held that day, the high figure also those who could have been."""
    return held_at_the_end(custody_in(scene.package, scene.filters))


FIGURES: tuple[Figure, ...] = (strikes_at_sea, attacks_on_land, tankers, us_nationals_held, listed_targets)
