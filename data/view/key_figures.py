"""The key figures: each a named function, defined for readers by the message of its name."""

from collections.abc import Callable

from data.detentions.key_figures import held_at_the_end
from data.selection.key_figure import FactText, KeyFigure, defined
from data.text.formats import number, spoken
from data.text.messages import say
from data.timeline.land_attacks import land_attacks, number_of_attacks
from data.timeline.toll import toll_at_sea
from data.view.figure_scope import with_scope
from data.view.sanctions_figures import listed_targets, tankers
from data.view.selection import Selection

SEA, LAND = "sea", "land"
Figure = Callable[[Selection], FactText]


def key_figures(selection: Selection) -> tuple[KeyFigure, ...]:
    """The key figures of a view, in reading order."""
    return tuple(with_scope(defined(figure, selection), figure.__name__, selection) for figure in FIGURES)


def strikes_at_sea(selection: Selection) -> tuple[str, str, str]:
    """The strikes at sea: label, number, and how many were killed, as a range."""
    toll = toll_at_sea(selection.events)
    killed = spoken(toll.killed_low, toll.killed_high)
    return say("figures.strikes"), number(toll.strikes), say("figures.killed", killed=killed)


def attacks_on_land(selection: Selection) -> tuple[str, str, str]:
    """The attacks on land, each larger event once: label, number or range, and how many parts are left out."""
    attacks = land_attacks(selection.package, selection.events)
    low, high = number_of_attacks(attacks)
    sites = len(attacks) - high
    counted = say("figures.parts_left_out", count=sites) if sites else say("figures.each_once")
    again = [say("figures.maybe_again", count=high - low)] if low < high else []
    return say("figures.attacks"), spoken(low, high), ", ".join([counted, *again])


def us_nationals_held(selection: Selection) -> tuple[str, str, str]:
    """The US nationals and residents held on the last day of the view, whatever words are set: label, number or range,
    and the day."""
    return held_at_the_end(selection.without_words.custody)


FIGURES: tuple[Figure, ...] = (strikes_at_sea, attacks_on_land, tankers, us_nationals_held, listed_targets)
