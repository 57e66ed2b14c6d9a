"""The key figures: each a named function, defined for readers by the message of its name."""

from collections.abc import Callable

from data.detentions.key_figures import held_at_the_end
from data.selection.key_figure import FactText, KeyFigure, defined
from data.text.formats import number, spoken
from data.text.messages import say
from data.timeline.toll import toll_at_sea, without_parts
from data.view.sanctions_figures import listed_targets, tankers
from data.view.selection import Selection

SEA, LAND = "sea", "land"
Figure = Callable[[Selection], FactText]


def key_figures(selection: Selection) -> tuple[KeyFigure, ...]:
    """The key figures of a view, in reading order."""
    return tuple(defined(figure, selection) for figure in FIGURES)


def strikes_at_sea(selection: Selection) -> tuple[str, str, str]:
    """The strikes at sea: label, number, and how many were killed, as a range."""
    toll = toll_at_sea(selection.events)
    killed = spoken(toll.killed_low, toll.killed_high)
    return say("figures.strikes"), number(toll.strikes), say("figures.killed", killed=killed)


def attacks_on_land(selection: Selection) -> tuple[str, str, str]:
    """The attacks on land, each larger event once: label, number, and how many parts are left out."""
    types = selection.package["event_types"]
    attacks = selection.events[selection.events.event_type.isin(types[types.tally == LAND].event_type)]
    whole = without_parts(attacks)
    sites = len(attacks) - len(whole)
    counted = say("figures.parts_left_out", count=sites) if sites else say("figures.each_once")
    return say("figures.attacks"), number(len(whole)), counted


def us_nationals_held(selection: Selection) -> tuple[str, str, str]:
    """The US nationals and residents held on the last day of the view: label, number or range, and the day."""
    return held_at_the_end(selection.custody)


FIGURES: tuple[Figure, ...] = (strikes_at_sea, attacks_on_land, tankers, us_nationals_held, listed_targets)
