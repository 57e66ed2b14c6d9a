"""Draws the events of a view as a table whose titles open records, and how many each filter would keep."""

from typing import Any

import pandas as pd
import streamlit as st

from components.controls.setting_widgets import draw_several
from components.elements.figure import draw_heading
from components.elements.html_table import html_choices
from components.elements.record_table import (
    RecordTable,
    TableColumn,
    day_column,
    declared_column,
    draw_record_table,
    long_record_table,
    number_column,
    text_column,
)
from components.look.escaping import escape_markdown, link
from components.view.addresses import address, address_here
from components.view.downloads import draw_downloads
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.events.columns import (
    CORROBORATION,
    KILLED,
    SCORE,
    SOURCES,
    WORKED_OUT,
    choosable,
    read_columns,
    write_columns,
)
from data.events.facets import corroboration_facet, facets, with_corroboration
from data.publish.totals import totals, totals_text
from data.records.event import when
from data.selection.event_words import TITLE, titles_first
from data.selection.filters import filter_titles
from data.selection.record_kinds import EVENT
from data.text.formats import lower_first, signed
from data.text.messages import say
from data.view.event_columns import filled_columns, with_worked_out
from data.view.settings import setting_titles

# What a phone has no room for: every column but these.
ON_PHONES = ("title", "date", KILLED)
NEWEST_FIRST = "-date"
FOUND_IN = "found_in"


@once_per_view
def events_shown(view: View) -> pd.DataFrame:
    """The events of the view that the page shows, and offers to download: those of the corroboration that is chosen."""
    return with_corroboration(view.package, view.events, view.settings.grade)


def draw_events_of_page(view: View) -> None:
    """The choice of how well events are known and of the columns, the table, its totals, and its downloads."""
    shown = events_shown(view)
    _draw_choices(view)
    if not shown.empty:
        draw_record_table(_table(view))
        st.markdown(_totals(view))
        st.caption(" ".join([*([say("events.titles_first")] if view.filters.q else []), say("events.how_to")]))
    draw_downloads(view, EVENT.table, shown, key="view")


@once_per_view
def _totals(view: View) -> str:
    return escape_markdown(say("events.totals", totals=totals_text(totals(EVENT.table, events_shown(view)))))


@once_per_view
def _table(view: View) -> RecordTable:
    return events_table(view, events_shown(view))


def events_table(view: View, events: pd.DataFrame) -> RecordTable:
    """The events, newest first, in the columns that the address asks for; a row's first cell opens its record. While
    words are set, events with them in the title come first, and a column says where they stand."""
    ordered = events.sort_values("date", ascending=False, kind="stable")
    names = read_columns(view.settings.columns, view.package)
    names = names if view.settings.columns else filled_columns(names, ordered)
    if words := view.filters.q:
        ordered = titles_first(view.package, ordered, words)
        title = names.index(TITLE) + 1 if TITLE in names else 0
        names = (*names[:title], FOUND_IN, *names[title:])
    return long_record_table(
        view,
        EVENT,
        ordered,
        names,
        lambda rows, name: _column(view, rows, name),
        caption=_how_many(view, events),
        key=EVENT.table,
        order="" if words else NEWEST_FIRST,
    )


def _column(view: View, events: pd.DataFrame, name: str) -> TableColumn:
    heading, minor = WORKED_OUT.get(name, ""), name not in ON_PHONES
    events = with_worked_out(view.package, events) if heading else events
    if name in (CORROBORATION, FOUND_IN):
        about = say("events.grade_help") if name == CORROBORATION else say("events.found_in_help")
        return text_column(name, heading or say("events.found_in"), events[name], about, is_minor=minor)
    if name == SOURCES:
        return number_column(name, heading, events[name], help_text=say("events.sources_help"), is_minor=minor)
    if name == KILLED:
        return number_column(name, heading, events[name], events.killed_text, say("events.killed_help"))
    if name == SCORE:
        points = events[name].map(_score_text)
        return number_column(name, heading, events[name], points, say("events.score_help"), is_minor=minor)
    declared = view.package.column(EVENT.table, name)
    if name == "date":
        days = pd.Series([when(event) for _, event in events.iterrows()], events.index)
        return day_column(name, declared.title, events[name], days, declared.description)
    return declared_column(view.package, EVENT.table, events, name, is_minor=minor)


def _score_text(score: Any) -> str:
    return "" if pd.isna(score) else signed(score)


def _draw_choices(view: View) -> None:
    package = view.package
    with st.container(horizontal=True, vertical_alignment="center", key="events_choices"):
        st.html(_corroboration_choices(view), width="content")
        with st.popover(say("events.columns"), type="tertiary"):
            draw_several("columns", choosable(package), read_columns(view.settings.columns, package), write_columns)


@once_per_view
def _corroboration_choices(view: View) -> str:
    counts = corroboration_facet(view.package, view.events)
    choices = [(say("events.any_grade"), "")]
    choices += [
        (say("facets.line", value=label, number=count), value)
        for label, value, count in zip(counts.label, counts["value"], counts.events, strict=True)
    ]
    links = [(text, address_here(view, grade=value, page=""), value == view.settings.grade) for text, value in choices]
    return html_choices(setting_titles()[CORROBORATION], links)


def _how_many(view: View, shown: pd.DataFrame) -> str:
    if not view.settings.grade:
        return say("events.shown_all", count=len(shown))
    label = view.package.labels("grades", "grade")[view.settings.grade]
    return say("events.shown_of_grade", grade=lower_first(label), shown=len(shown), count=len(view.events))


def draw_facets(view: View) -> None:
    """The counts by type, month, side and verification of what the table shows, and by corroboration of the whole
    view."""
    draw_heading(say("facets.heading"), say("facets.text"))
    texts = _facet_texts(view)
    for column, text in zip(st.columns(len(texts)), texts, strict=True):
        column.markdown(text)


@once_per_view
def _facet_texts(view: View) -> list[str]:
    found = pd.concat([facets(view.package, events_shown(view)), corroboration_facet(view.package, view.events)])
    titles = {**filter_titles(), CORROBORATION: setting_titles()[CORROBORATION]}
    texts = []
    for parameter in found.parameter.unique():
        lines = "\n".join(_facet_line(view, row) for _, row in found[found.parameter == parameter].iterrows())
        texts.append(f"**{escape_markdown(titles[parameter])}**\n\n{lines}")
    return texts


def _facet_line(view: View, facet: pd.Series) -> str:
    settings = {
        parameter: getattr(view.settings, parameter)
        for parameter in (CORROBORATION, "columns")
        if getattr(view.settings, parameter)
    }
    target = address(view, "events", **settings | {facet.parameter: facet["value"]})
    return "- " + say("facets.line", value=link(facet.label, target), number=facet.events)
