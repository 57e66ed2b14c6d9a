"""Draws escalation by month, week or as a running sum, what it counts and leaves out, and how the two scales agree."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components.controls.picking import show_picked_in
from components.controls.setting_widgets import draw_options
from components.elements.figure import Shown, draw_figure, draw_heading
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
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.package.rows import iterate_rows
from data.selection.record_kinds import EVENT
from data.selection.short_fact import ShortFact
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
    draw_options(view.package, view.settings, "step", "scale", "scope")
    if not draw_escalation_picture(view):
        return
    draw_in_short(view, _facts(view))
    for column, text in zip(st.columns(2, gap="large"), _harshest(view), strict=False):
        column.markdown(text)
    st.markdown(_agreement(view))
    if lines := _left_out(view):
        with st.expander(say("escalation.left_out", count=len(lines))):
            st.markdown("\n".join(lines))


def draw_escalation_picture(view: View) -> bool:
    """Only the picture, as the address sets scale, scope and step. Whether there is one: where no event is an act a
    sentence stands in its place."""
    if not _draw_picture(view):
        draw_heading(say("escalation.heading"), say("escalation.no_acts"))
        return False
    return True


def draw_escalation_by_month(view: View) -> None:
    """Only the picture of escalation by month, on the default scale and in the default scope, where there are acts."""
    _draw_picture(replace(view, settings=Settings()))


def _draw_picture(view: View) -> bool:
    """Whether there is a picture, which then is drawn."""
    shown, marks = _picture(view)
    if shown:
        draw_figure(**shown, key=KEY, on_pick=show_picked_in)
    for text in marks:
        st.markdown(escape_markdown(text))
    return bool(shown)


@once_per_view
def _acts(view: View) -> pd.DataFrame:
    return acts(view.package, view.events, view.settings.scale, view.settings.scope)


@once_per_view
def _monthly(view: View) -> pd.DataFrame:
    return _summed(view, "M")


def _summed(view: View, freq: str) -> pd.DataFrame:
    return summed_in_view(view.package, view.filters.period, _acts(view), freq)


@once_per_view
def _picture(view: View) -> tuple[Shown | None, list[str]]:
    """The picture, None where no event is an act, and the texts of its marks."""
    package, settings, step = view.package, view.settings, view.settings.step
    if _acts(view).empty:
        return None, []
    monthly = _monthly(view)
    marks = bundle_marks(bundled(package, view.events, settings.scale), monthly, settings.scope)
    sums = {WEEK: lambda: _summed(view, "W"), RUNNING: lambda: running(monthly)}.get(step, lambda: monthly)()
    shown = Shown(
        figure=escalation_figure(
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
    )
    return shown, [mark.text for mark in marks]


@once_per_view
def _facts(view: View) -> list[ShortFact]:
    return escalation_facts(view.package, view.events, view.settings.scale, view.settings.scope)


@once_per_view
def _agreement(view: View) -> str:
    return agreement_of(view.package, rank_correlation(view.package, view.events, view.settings.scope))


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


@once_per_view
def _harshest(view: View) -> list[str]:
    """For each direction the months with most pressure, each with its sum and its most severe act."""
    monthly, texts = _monthly(view), []
    for direction, label in directions(view.package).items():
        own = monthly[(monthly.direction == direction) & (monthly.negative < 0)]
        lines = "\n".join(_month_line(view, month) for month in iterate_rows(own.nsmallest(HARSHEST, "negative")))
        heading = say("escalation.harshest", direction=escape_markdown(label))
        texts.append(f"**{heading}**\n\n{lines or say('escalation.none')}")
    return texts


def _month_line(view: View, month: Any) -> str:
    act = link(month.title, address_in_view(view, EVENT, month.most_severe))
    return "- " + say(
        "escalation.harshest_month",
        month=month_name(month.bucket),
        pressure=signed(month.negative),
        acts=acts_text(month.acts),
        act=act,
    )


@once_per_view
def _left_out(view: View) -> list[str]:
    """The events between the two states that are listed but not counted, as they carry no code, a line each."""
    return event_lines(view, without_code(view.events))
