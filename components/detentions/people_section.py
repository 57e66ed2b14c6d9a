"""Draws the key figures of custody, what is published of people and why, the events, and the table of people."""

import pandas as pd
import streamlit as st

from components.elements.data_table import draw_download
from components.elements.found_in import found_in_column
from components.elements.key_figures import draw_key_figures
from components.elements.record_table import (
    RecordTable,
    TableColumn,
    day_column,
    declared_column,
    draw_record_table,
    number_column,
    record_addresses,
    record_table,
)
from components.events.event_lines import draw_event_list, event_lines
from components.look.escaping import escape_markdown
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.detentions.custody import PEOPLE, custody_spans, days_in_custody, searched_people
from data.detentions.custody_texts import days_texts, detention_text, release_text
from data.detentions.release_waves import of_page
from data.events.counts import milestones
from data.selection.filters import filter_titles
from data.selection.key_figure import KeyFigure
from data.selection.record_kinds import PERSON
from data.text.formats import lower_first
from data.text.messages import say
from data.view.custody_figures import custody_figures


def draw_custody_figures(view: View) -> None:
    """How many people of each group the view holds, how many were held, and how many were found wrongfully detained."""
    draw_key_figures(_figures(view))


@once_per_view
def _figures(view: View) -> tuple[KeyFigure, ...]:
    return custody_figures(view.selection)


def draw_care(view: View) -> None:
    """What is published of people and why, that everyone is presumed innocent, how to ask for a removal, and what the
    filters do on this page."""
    titles = {name: lower_first(title) for name, title in filter_titles().items()}
    about, contact = view.package.descriptor.table(PEOPLE).description, view.package.descriptor.about["contact"]
    with st.expander(say("custody.about_heading")):
        st.markdown(say("custody.about_people", described=escape_markdown(lower_first(about))))
        st.markdown(say("custody.about_grounds"))
        st.markdown(
            say("custody.removal", contact=escape_markdown(contact)) if contact else say("custody.removal_unset")
        )
    filtered = say("custody.filters", months=titles["month"], days=titles["days"], words=titles["q"])
    st.caption(escape_markdown(f"{say('custody.presumed')} {filtered}"))


def draw_custody_events(view: View) -> None:
    """The view's events of the types that this page shows in depth: the milestones, then all by type, in time."""
    chosen, by_type = _events(view)
    draw_event_list(say("custody.milestones"), chosen)
    with st.expander(say("custody.events", count=sum(map(len, by_type.values())))):
        for column, (label, lines) in zip(st.columns(len(by_type), gap="large"), by_type.items(), strict=True):
            with column:
                draw_event_list(say("custody.events_of_type", type=label, count=len(lines)), lines)


@once_per_view
def _events(view: View) -> tuple[list[str], dict[str, list[str]]]:
    """The milestones as lines, and all events by the label of their type."""
    types = view.package["event_types"]
    own = types[types.page == view.page.slug].sort_values("order")
    events = of_page(view.package, view.events, view.page.slug)
    by_type = {
        label: event_lines(view, events[events.event_type == event_type])
        for event_type, label in zip(own.event_type, own.label, strict=True)
    }
    return event_lines(view, milestones(events)), by_type


def draw_people(view: View) -> None:
    """Every person of the view, and how many the filters leave out; a name opens the person's record."""
    people = _people(view)
    st.subheader(say("custody.people_heading"), anchor=False)
    how_many = _how_many(len(people), len(view.package[PEOPLE]))
    if people.empty:
        st.caption(how_many)
        return
    st.caption(" ".join([how_many, say("custody.presumed")]))
    draw_record_table(_table(view))
    draw_download(people, key="people")


@once_per_view
def _people(view: View) -> pd.DataFrame:
    return view.selection.custody.people


@once_per_view
def _table(view: View) -> RecordTable:
    package = view.package
    ordered = custody_spans(_people(view), package.choices(PEOPLE, "category"))
    return record_table(
        view,
        _columns(view, ordered),
        record_addresses(view, PERSON, ordered),
        caption=say("table_of.people", count=len(ordered)),
        key=PERSON.parameter,
    )


def _columns(view: View, people: pd.DataFrame) -> list[TableColumn]:
    """Who, where the words stand, of which group, since when, until when, for how long, and what is known of it now."""
    package = view.package
    titles = {name: package.column(PEOPLE, name).title for name in ("detained_on", "released_on")}
    rows = [person for _, person in people.iterrows()]
    detained = pd.Series([detention_text(package, person) for person in rows], people.index)
    released = pd.Series([release_text(package, person) for person in rows], people.index)
    days = days_in_custody(people)
    return [
        declared_column(package, PEOPLE, people, "name"),
        *found_in_column(view, searched_people(package), people),
        declared_column(package, PEOPLE, people, "category", is_minor=True),
        declared_column(package, PEOPLE, people, "nationality", is_minor=True),
        day_column("detained_on", titles["detained_on"], people.detained_on, detained, is_minor=True),
        day_column("released_on", titles["released_on"], people.released_on.fillna(people.free_by), released),
        number_column(
            "days", say("custody.days"), days.low.fillna(days.high), days_texts(days), say("custody.days_help")
        ),
        declared_column(package, PEOPLE, people, "status", is_minor=True),
    ]


def _how_many(shown: int, everybody: int) -> str:
    if shown == everybody:
        return say("custody.people_all", shown=shown, all=everybody)
    return say("custody.people_some", shown=shown, all=everybody, left_out=everybody - shown)
