"""Draws the state of things: phase, key figures with their monthly series and their rows, how old the data is."""

from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from components.elements.key_figures import draw_key_figures
from components.look.escaping import escape_markdown
from components.view.addresses import link_to
from components.view.view import View
from data.package.package import Package
from data.selection.filters import Filters
from data.selection.key_figure import KeyFigure
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
    """The phase at the data's last day, the key figures with their monthly series, and what the last month changed."""
    figures, by_month = key_figures(view.selection), monthly_series(view.selection)
    st.markdown(_phase_line(view))
    draw_key_figures(figures, by_month)
    if months := last_two_months(view.selection):
        text = "; ".join(_change(*pair, *months) for pair in zip(figures, by_month, strict=True))
        month, before = map(month_name, months)
        st.caption(escape_markdown(say("state.compared", month=month, before=before, text=text)))
    draw_rows_behind(view)


def _phase_line(view: View) -> str:
    package = view.package
    phase = phase_on(package, package.last_day)
    age = (pd.Timestamp(datetime.now(UTC).date()) - package.last_day).days
    text = [
        say("state.phase", phase=escape_markdown(phase.name), day=day_name(phase.start)) if phase else "",
        say("state.data", day=day_name(package.last_day), data_version=escape_markdown(view.data_version.say())),
        say("state.old", count=age) if age > OLD else "",
    ]
    return " ".join(filter(None, text))


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
