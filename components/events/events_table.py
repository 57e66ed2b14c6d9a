"""Draws the events of a view as a table whose rows open records, and how many each filter would keep."""

import pandas as pd
import streamlit as st

from components.controls.picking import remember_rows, show_picked_in
from components.controls.setting_widgets import draw_select, draw_several
from components.elements.data_table import draw_table
from components.elements.figure import draw_heading
from components.look.escaping import escape_markdown, link
from components.view.addresses import address, link_to
from components.view.downloads import draw_downloads
from components.view.view import View
from data.events.columns import (
    CORROBORATION,
    SHOWN,
    SOURCES,
    WORKED_OUT,
    choosable,
    read_columns,
    with_worked_out,
    write_columns,
)
from data.events.facets import corroboration_facet, facets, with_corroboration
from data.events.origins import ONE
from data.selection.event_words import TITLE, titles_first
from data.selection.filters import filter_titles
from data.text.messages import say
from data.view.settings import setting_titles

FOUND_IN = "found_in"


def events_shown(view: View) -> pd.DataFrame:
    """The events of the view that the page shows, and offers to download: those of the corroboration that is chosen."""
    return with_corroboration(view.package, view.events, view.settings.grade)


def draw_events_of_page(view: View) -> None:
    """How many events there are and what the table can show, the table of the view's events, and its downloads."""
    shown = events_shown(view)
    _draw_choices(view, _how_many(view, shown))
    if not shown.empty:
        draw_events_table(view, shown, "events", read_columns(view.settings.columns, view.package))
    st.caption(" ".join([*([say("events.titles_first")] if view.filters.q else []), say("events.how_to")]))
    draw_downloads(view, "events", shown, key="view")


def draw_events_table(view: View, events: pd.DataFrame, key: str, columns: tuple[str, ...] = SHOWN) -> None:
    """The events, newest first; while words are set those with them in the title come before, and a column says where
    they stand. Selecting a row opens the event's record and puts it into the address."""
    ordered = with_worked_out(view.package, events.sort_values("date", ascending=False, kind="stable"))
    if words := view.filters.q:
        ordered = titles_first(view.package, ordered, words)
        title = columns.index(TITLE) + 1 if TITLE in columns else 0
        columns = (*columns[:title], FOUND_IN, *columns[title:])
    remember_rows(key, list(ordered.event_id))
    draw_table(
        view.package,
        "events",
        ordered,
        columns,
        name=say("events.table_words" if words else "events.table"),
        key=key,
        extra={
            FOUND_IN: st.column_config.TextColumn(say("events.found_in"), help=say("events.found_in_help")),
            CORROBORATION: st.column_config.TextColumn(WORKED_OUT[CORROBORATION], help=say("events.grade_help")),
            SOURCES: st.column_config.NumberColumn(say("events.sources"), help=say("events.sources_help")),
        },
        on_select=lambda: show_picked_in(key),
        selection_mode="single-row",
        height=560,
    )


def _draw_choices(view: View, how_many: str) -> None:
    package, settings = view.package, view.settings
    with st.container(horizontal=True, vertical_alignment="center", key="events_choices"):
        st.caption(escape_markdown(how_many), width="content")
        link_to("events", say("events.one_origin"), view, **settings.to_query() | {"grade": ONE})
        with st.popover(say("events.columns"), type="tertiary"):
            draw_select(settings, "grade", package.labels("grades", "grade"), say("events.any_grade"))
            draw_several("columns", choosable(package), read_columns(settings.columns, package), write_columns)


def _how_many(view: View, shown: pd.DataFrame) -> str:
    if not view.settings.grade:
        return say("events.shown_all", count=len(shown))
    label = view.package.labels("grades", "grade")[view.settings.grade]
    return say("events.shown_of_grade", grade=label, shown=len(shown), count=len(view.events))


def draw_facets(view: View) -> None:
    """The counts by type, month, side and verification of what the table shows, and by corroboration of the whole
    view."""
    package = view.package
    found = pd.concat([facets(package, events_shown(view)), corroboration_facet(package, view.events)])
    titles = {**filter_titles(), CORROBORATION: setting_titles()[CORROBORATION]}
    draw_heading(say("facets.heading"), say("facets.text"))
    parameters = list(found.parameter.unique())
    for column, parameter in zip(st.columns(len(parameters)), parameters, strict=True):
        lines = "\n".join(_facet_line(view, row) for _, row in found[found.parameter == parameter].iterrows())
        column.markdown(f"**{escape_markdown(titles[parameter])}**\n\n{lines}")


def _facet_line(view: View, facet: pd.Series) -> str:
    settings = {
        parameter: getattr(view.settings, parameter)
        for parameter in (CORROBORATION, "columns")
        if getattr(view.settings, parameter)
    }
    target = address(view, "events", **settings | {facet.parameter: facet["value"]})
    return "- " + say("facets.line", value=link(facet.label, target), number=facet.events)
