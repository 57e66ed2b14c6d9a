"""Draws the state of things: where they stand in words, the key figures with their monthly series and their rows."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from components.elements.key_figures import draw_key_figures
from components.look.escaping import escape_markdown, link
from components.view.addresses import address, link_to
from components.view.view import View
from data.events.counts import milestones, newest
from data.events.origins import doubtful_verifications
from data.package.package import Package
from data.selection.filters import Filters
from data.selection.key_figure import KeyFigure
from data.selection.months import shown_days
from data.selection.periods import phase_on
from data.text.formats import day_name, month_name, number
from data.text.messages import say
from data.view.key_figures import LAND, SEA, attacks_on_land, key_figures, strikes_at_sea, us_nationals_held
from data.view.monthly import last_two_months, monthly_series
from data.view.sanctions_figures import listed_targets, tankers

# Data whose last day lies further back than so many days is said to be old.
OLD = 30

# The page whose tables hold a figure's rows and, for events, what the types among them count as.
WHERE = {
    strikes_at_sea: ("events", SEA),
    attacks_on_land: ("events", LAND),
    tankers: ("sanctions", ""),
    us_nationals_held: ("detentions", ""),
    listed_targets: ("sanctions", ""),
}


def draw_state(view: View) -> None:
    """Where things stand at the end of the view in two or three sentences, then the key figures and their rows."""
    figures, by_month = key_figures(view.selection), monthly_series(view.selection)
    st.markdown(" ".join(where_things_stand(view)))
    draw_key_figures(figures, by_month)
    draw_rows_behind(view)
    if months := last_two_months(view.selection):
        text = "; ".join(_change(*pair, *months) for pair in zip(figures, by_month, strict=True))
        month, before = map(month_name, months)
        with st.expander(say("state.changed", month=month)):
            st.markdown(escape_markdown(say("state.compared", month=month, before=before, text=text)))


def where_things_stand(view: View) -> Iterator[str]:
    """Markdown of where things stand: the phase of the view's days with what turned last, the newest event and
    how old the data is, and what is disputed."""
    package, events = view.package, view.events
    if not events.empty:
        latest, turns = newest(events, 1).iloc[0], newest(milestones(events), 1)
        yield from _phase_text(view)
        for _, turn in turns.iterrows():
            yield say("state.turn", event=_linked(view, turn), day=day_name(turn.date))
        yield say("state.newest", event=_linked(view, latest), day=day_name(latest.date))
        yield say("state.disputed", count=int(events.verification.isin(doubtful_verifications(package)).sum()))
    age = (pd.Timestamp(datetime.now(UTC).date()) - package.last_day).days
    if age > OLD:
        yield say("state.old", day=day_name(package.last_day), count=age)


def _phase_text(view: View) -> Iterator[str]:
    """The phase at the end of the view's days, with its dates; where a reader chose the days, of which day it is."""
    period, package = view.filters.period, view.package
    _, last = shown_days(period, package["events"].date.min(), package.last_day)
    if phase := phase_on(package, last):
        values = {"phase": escape_markdown(phase.name), "days": phase.dates}
        yield say("state.phase", **values) if period.is_open else say("state.phase_on", day=day_name(last), **values)


def _linked(view: View, event: pd.Series) -> str:
    return link(event.title, address(view, "", event=event.event_id))


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


def draw_rows_behind(view: View) -> None:
    """One link a key figure, to its rows in this view; each row opens its record, which names its sources."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="rows_behind"):
        st.caption(say("rows_behind.heading"), width="content")
        for figure, (slug, tally) in WHERE.items():
            types = types_counted(view.package, view.filters, tally) if tally else ()
            if types or not tally:
                link_to(slug, say(f"rows_behind.figure.{figure.__name__}"), view, **({"type": types} if types else {}))


def types_counted(package: Package, filters: Filters, tally: str) -> list[str]:
    """The event types that count as `tally`, of those that the filters keep."""
    types = package["event_types"]
    counted = list(types[types.tally == tally].event_type)
    return [event_type for event_type in counted if not filters.type or event_type in filters.type]
