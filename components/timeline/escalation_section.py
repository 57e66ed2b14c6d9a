"""Draws escalation by month, week or as a running sum, what it counts and leaves out, and how the two scales agree."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components.controls.picking import show_picked_in
from components.controls.setting_widgets import draw_options
from components.elements.figure import draw_figure, draw_heading
from components.elements.in_short import draw_in_short
from components.events.event_lines import event_lines
from components.look.escaping import escape_markdown, link
from components.timeline.escalation_chart import escalation_figure
from components.timeline.escalation_texts import (
    RUNNING,
    WEEK,
    acts_text,
    agreement_of,
    alt_of,
    bundle_marks,
    title_of,
)
from components.view.addresses import address_in_view
from components.view.headlines import headline
from components.view.view import View
from data.package.rows import iterate_rows
from data.selection.record_kinds import EVENT
from data.text.formats import month_name, signed
from data.text.messages import say
from data.timeline.escalation import acts, bundled, directions, rank_correlation, running, summed_in_view, without_code
from data.timeline.in_short import escalation_facts
from data.view.settings import Settings

KEY = "escalation"
# The step whose bars can be outlined as they would be.
OUTLINED = "month"
HARSHEST = 5


def draw_escalation(view: View) -> None:
    """Escalation between the two states in the events of the view, as the address sets scale, scope and step."""
    settings, package = view.settings, view.package
    scored = acts(package, view.events, settings.scale, settings.scope)
    draw_options(package, settings, "step", "scale", "scope")
    if scored.empty:
        _draw_none()
        return
    monthly = _summed(view, scored, "M")
    _draw_picture(view, scored, monthly)
    draw_in_short(view, escalation_facts(package, view.events, settings.scale, settings.scope))
    _draw_harshest(view, monthly)
    st.markdown(agreement_of(package, rank_correlation(package, view.events, settings.scope)))
    _draw_left_out(view)


def draw_escalation_picture(view: View) -> None:
    """Only the picture, as the address sets scale, scope and step; a sentence where no event is an act."""
    scored = acts(view.package, view.events, view.settings.scale, view.settings.scope)
    if scored.empty:
        _draw_none()
    else:
        _draw_picture(view, scored, _summed(view, scored, "M"))


def draw_escalation_by_month(view: View) -> None:
    """Only the picture of escalation by month, on the default scale and in the default scope, where there are acts."""
    with_defaults = replace(view, settings=Settings())
    scored = acts(view.package, view.events, with_defaults.settings.scale, with_defaults.settings.scope)
    if not scored.empty:
        _draw_picture(with_defaults, scored, _summed(with_defaults, scored, "M"))


def _draw_none() -> None:
    draw_heading(say("escalation.heading"), say("escalation.no_acts"))


def _summed(view: View, scored: pd.DataFrame, freq: str) -> pd.DataFrame:
    return summed_in_view(view.package, view.filters.period, scored, freq)


def _draw_picture(view: View, scored: pd.DataFrame, monthly: pd.DataFrame) -> None:
    package, settings, step = view.package, view.settings, view.settings.step
    marks = bundle_marks(bundled(package, view.events, settings.scale), monthly, settings.scope)
    sums = {WEEK: lambda: _summed(view, scored, "W"), RUNNING: lambda: running(monthly)}.get(step, lambda: monthly)()
    draw_figure(
        escalation_figure(
            package,
            sums,
            marks if step == OUTLINED else [replace(mark, other=None) for mark in marks],
            view.theme,
            step=step,
        ),
        title=headline(view, KEY, title_of(package, sums, step), "scale", "scope", "step"),
        subtitle=say("escalation.subtitle"),
        alt=alt_of(package, sums, step),
        table=_table(view, sums),
        key=KEY,
        on_pick=show_picked_in,
    )
    for mark in marks:
        st.markdown(escape_markdown(mark.text))


def _table(view: View, sums: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            say("escalation.column_from"): sums.bucket.dt.date,
            say("escalation.column_direction"): sums.direction.map(directions(view.package)),
            say("escalation.column_pressure"): sums.negative,
            say("escalation.column_easing"): sums.positive,
            say("escalation.column_acts"): sums.acts,
            say("escalation.column_severe"): sums.title,
            say("escalation.column_score"): sums.worst,
        }
    )


def _draw_harshest(view: View, monthly: pd.DataFrame) -> None:
    """The months with most pressure of each direction, each with its sum and its most severe act."""
    columns = st.columns(2, gap="large")
    for column, (direction, label) in zip(columns, directions(view.package).items(), strict=False):
        own = monthly[(monthly.direction == direction) & (monthly.negative < 0)]
        lines = "\n".join(_month_line(view, month) for month in iterate_rows(own.nsmallest(HARSHEST, "negative")))
        heading = say("escalation.harshest", direction=escape_markdown(label))
        column.markdown(f"**{heading}**\n\n{lines or say('escalation.none')}")


def _month_line(view: View, month: Any) -> str:
    act = link(month.title, address_in_view(view, EVENT, month.most_severe))
    return "- " + say(
        "escalation.harshest_month",
        month=month_name(month.bucket),
        pressure=signed(month.negative),
        acts=acts_text(month.acts),
        act=act,
    )


def _draw_left_out(view: View) -> None:
    """The events between the two states that are listed but not counted, as they carry no code."""
    rows = without_code(view.events)
    if rows.empty:
        return
    with st.expander(say("escalation.left_out", count=len(rows))):
        st.markdown("\n".join(event_lines(view, rows)))
