"""Draws the key figures of custody, what is published of people and why, the events, and the table of people."""

import streamlit as st

from components.controls.picking import remember_rows, show_picked_in
from components.elements.data_table import draw_table
from components.elements.key_figures import draw_key_figures
from components.events.event_lines import draw_event_list
from components.look.escaping import escape_markdown
from components.view.view import View
from data.detentions.custody import PEOPLE, custody_spans
from data.detentions.key_figures import (
    found_wrongful,
    freed_in_exchanges,
    held_at_the_end,
    most_held_at_once,
    people_in_group,
)
from data.detentions.release_waves import exchanges, of_page
from data.events.counts import milestones
from data.selection.filters import filter_titles
from data.selection.key_figure import defined
from data.selection.record_kinds import PERSON
from data.text.formats import lower_first
from data.text.messages import say

ROWS = ["name", "category", "nationality", "status", "detained_on", "detained_latest", "detained_precision"]
ROWS += ["detained_place", "held_at", "last_known_held_on", "released_on", "released_precision", "free_by"]
ROWS += ["release_context", "wrongful_detention", "alleged_grounds", "notes", "possibly_same_as", "event_ids"]
ROWS += ["source_ids", "person_id"]


def draw_custody_figures(view: View) -> None:
    """How many people of each group the view holds, how many were held, and how many were found wrongfully detained."""
    custody = view.selection.custody
    groups = view.package.choices(PEOPLE, "category").items()
    by_group = [defined(people_in_group, custody, group, label) for group, label in groups]
    held = [defined(figure, custody) for figure in (held_at_the_end, most_held_at_once)]
    freed = defined(freed_in_exchanges, custody, exchanges(view.package, view.package["events"]))
    draw_key_figures([*held, freed, defined(found_wrongful, custody, view.package), *by_group])


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
    types = view.package["event_types"]
    own = types[types.page == view.page.slug].sort_values("order")
    events = of_page(view.package, view.events, view.page.slug)
    draw_event_list(view, say("custody.milestones"), milestones(events))
    with st.expander(say("custody.events", count=len(events))):
        columns = st.columns(len(own), gap="large")
        for column, event_type, label in zip(columns, own.event_type, own.label, strict=True):
            of_type = events[events.event_type == event_type]
            with column:
                draw_event_list(view, say("custody.events_of_type", type=label, count=len(of_type)), of_type)


def draw_people(view: View) -> None:
    """Every person of the view, and how many the filters leave out; a row opens the person's record."""
    people, everybody = view.selection.custody.people, view.package[PEOPLE]
    ordered = custody_spans(people, view.package.choices(PEOPLE, "category"))
    st.subheader(say("custody.people_heading"), anchor=False)
    shown = _how_many(len(people), len(everybody))
    if people.empty:
        st.caption(shown)
    else:
        st.caption(" ".join([shown, say("custody.open_row"), say("custody.presumed")]))
        remember_rows("people", list(ordered.person_id))
        draw_table(
            view.package,
            PEOPLE,
            ordered,
            ROWS,
            name=say("custody.people_name"),
            key="people",
            on_select=lambda: show_picked_in("people", PERSON.parameter),
            selection_mode="single-row",
        )


def _how_many(shown: int, everybody: int) -> str:
    if shown == everybody:
        return say("custody.people_all", shown=shown, all=everybody)
    return say("custody.people_some", shown=shown, all=everybody, left_out=everybody - shown)
