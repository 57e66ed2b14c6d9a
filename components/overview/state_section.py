"""Draws the state of things: where they stand in words, the key figures with their monthly series and their rows."""

from collections.abc import Iterator, Mapping
from functools import partial

import pandas as pd
import streamlit as st

from components.elements.key_figures import draw_key_figures
from components.events.event_lines import draw_event_list, event_lines
from components.look.escaping import escape_markdown, link
from components.view.addresses import address, link_to
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.events.counts import first_in_phases, milestones, newest
from data.events.origins import doubtful_verifications
from data.package.package import Package
from data.records.event import when
from data.selection.filters import Filters
from data.selection.key_figure import KeyFigure
from data.selection.months import shown_days
from data.selection.periods import phase_on
from data.text.days import today
from data.text.formats import day_name, month_name, number
from data.text.messages import say
from data.view.figure_scope import SCOPES
from data.view.key_figures import LAND, SEA, Figure, attacks_on_land, key_figures, strikes_at_sea, us_nationals_held
from data.view.monthly import last_two_months, monthly_series
from data.view.sanctions_figures import listed_targets, tankers
from data.view.sections import section_names

# Data whose last day lies further back than so many days is said to be old.
OLD = 30
NEWEST = 5

# The page and the section whose table holds a figure's rows and, for events, what the types among them count as.
WHERE: Mapping[Figure, tuple[str, str, str]] = {
    strikes_at_sea: ("events", "table", SEA),
    attacks_on_land: ("events", "table", LAND),
    tankers: ("sanctions", "ships", ""),
    us_nationals_held: ("detentions", "people", ""),
    listed_targets: ("sanctions", "targets", ""),
}


def draw_state(view: View) -> None:
    """Where things stand at the end of the view in two or three sentences, then the key figures with their rows. Beside
    a sentence of filters one sentence stands above the figures and the others below them."""
    figures, by_month = _figures(view)
    phase, *others = where_things_stand(view) or [""]
    above, below = ([phase, *others], []) if view.filters == Filters() else ([phase], others)
    st.markdown(" ".join(above))
    draw_key_figures(figures, by_month, [partial(_draw_link_to_rows, view, figure) for figure in WHERE])
    st.caption(" ".join([*below, *how_far_known(view)]))


def draw_turns(view: View) -> None:
    """The first milestone of each phase."""
    draw_event_list(say("overview.milestones"), _turns(view))


@once_per_view
def _turns(view: View) -> list[str]:
    return event_lines(view, first_in_phases(view.package["phases"], view.events))


def draw_newest(view: View) -> None:
    """The newest events."""
    draw_event_list(say("overview.latest"), _newest(view))


@once_per_view
def _newest(view: View) -> list[str]:
    return event_lines(view, newest(view.events, NEWEST))


def draw_last_month(view: View) -> None:
    """What changed in the last complete month against the one before, to be opened; nothing where the view does not
    show both."""
    figures, by_month = _figures(view)
    if months := last_two_months(view.selection):
        lines = [f"- {escape_markdown(_change(*pair, *months))}" for pair in zip(figures, by_month, strict=True)]
        month, before = map(month_name, months)
        with st.expander(say("state.changed", month=month)):
            compared = say("state.compared", month=month, before=before)
            st.markdown("\n".join([compared, "", *lines, "", say("state.small_bars")]))


@once_per_view
def _figures(view: View) -> tuple[tuple[KeyFigure, ...], tuple[pd.Series, ...]]:
    return key_figures(view.selection), monthly_series(view.selection)


@once_per_view
def where_things_stand(view: View) -> list[str]:
    """Markdown of where things stand at the view's end: the phase with its dates, and the newest event."""
    if view.events.empty:
        return []
    latest = newest(view.events, 1).iloc[0]
    return [
        *_phase_text(view),
        say("state.newest", event=_linked(view, latest, latest.title), day=when(latest)),
    ]


def how_far_known(view: View) -> Iterator[str]:
    """Markdown of what turned last, who is held and what is disputed at the view's end, and how old the data is where
    it is."""
    package = view.package
    yield from _last_turn(view)
    if not view.events.empty:
        yield _held_and_disputed(view)
    age = (pd.Timestamp(today()) - package.last_day).days
    if age > OLD:
        yield say("state.old", day=day_name(package.last_day), count=age)


@once_per_view
def _last_turn(view: View) -> list[str]:
    turns = newest(milestones(view.events), 1)
    return [
        say("state.turn", event=_linked(view, turn, turn.short_title), day=when(turn)) for _, turn in turns.iterrows()
    ]


def _phase_text(view: View) -> Iterator[str]:
    """The phase at the end of the view's days, with its dates; where a reader chose the days, of which day it is."""
    period, package = view.filters.period, view.package
    _, last = shown_days(period, package.first_day, package.last_day)
    if phase := phase_on(package, last):
        values = {"phase": escape_markdown(phase.name), "days": phase.dates}
        yield say("state.phase", **values) if period.is_open else say("state.phase_on", day=day_name(last), **values)


@once_per_view
def _held_and_disputed(view: View) -> str:
    """How many US nationals are held at the end of the view, where that can be counted, and how many events are open to
    doubt."""
    doubtful = doubtful_verifications(view.package)
    text = say("state.disputed", count=int(view.events.verification.isin(doubtful).sum()))
    disputed = link(text, address(view, "events", verification=sorted(doubtful)))
    if not view.selection.custody.is_covered:
        return f"{disputed}."
    label, held, day = us_nationals_held(view.selection)
    return say("state.held", label=label, held=held, day=day, disputed=disputed)


def _linked(view: View, event: pd.Series, name: str) -> str:
    return link(name, address(view, "", event=event.event_id))


def _change(figure: KeyFigure, series: pd.Series, month: str, before: str) -> str:
    """A figure's number in a month, and how that differs from the month before."""
    now, difference = int(series[month]), int(series[month] - series[before])
    if not difference:
        return say("state.same", figure=figure.label, number=number(now))
    return say(
        "state.more" if difference > 0 else "state.fewer",
        figure=figure.label,
        number=number(now),
        difference=number(abs(difference)),
    )


def _draw_link_to_rows(view: View, figure: Figure) -> None:
    """A link to the rows of a key figure in this view; each row opens its record, which names its sources."""
    page, section, tally = WHERE[figure]
    types = types_counted(view.package, view.filters, tally) if tally else ()
    # A figure on which words do not act leads to rows that they do not choose either.
    words = {} if "q" in SCOPES[figure.__name__].filters else {"q": list[str]()}
    if types or not tally:
        label = say(f"rows_behind.figure.{figure.__name__}")
        at_section = {} if section == section_names(page)[0] else {"section": section}
        link_to(page, label, view, **({"type": types} if types else {}) | words | at_section)


def types_counted(package: Package, filters: Filters, tally: str) -> list[str]:
    """The event types that count as `tally`, of those that the filters keep."""
    types = package["event_types"]
    counted = list(types[types.tally == tally].event_type)
    return [event_type for event_type in counted if not filters.type or event_type in filters.type]
