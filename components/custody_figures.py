"""Draws the key figures of custody, what is published of people and why, the events, and the table of people."""

import streamlit as st

from components.custody_view import PERSON, custody_of
from components.data_table import draw_table
from components.event_list import draw_event_list
from components.frame import View
from components.key_figures import draw_key_figures
from components.picking import remember_rows, show_picked_in
from components.plain import plain
from data.counts import milestones
from data.custody import PEOPLE, life_courses
from data.custody_figures import found_wrongful, freed_in_exchanges, held_at_the_end, most_held_at_once, people_in_group
from data.figures import defined
from data.filters import filter_titles
from data.release_waves import exchanges, of_page
from data.style import counted

ROWS = ["name", "category", "nationality", "status", "detained_on", "detained_latest", "detained_precision"]
ROWS += ["detained_place", "held_at", "last_known_held_on", "released_on", "released_precision", "free_by"]
ROWS += ["release_context", "wrongful_detention", "alleged_grounds", "notes", "possibly_same_as", "event_ids"]
ROWS += ["source_ids", "person_id"]
PRESUMED = "Grounds are alleged; everyone is presumed innocent."


def draw_custody_figures(view: View) -> None:
    """How many people of each group the view holds, how many were held, and how many were found wrongfully detained."""
    custody = custody_of(view)
    groups = view.package.choices(PEOPLE, "category").items()
    by_group = [defined(people_in_group, custody, group, label) for group, label in groups]
    held = [defined(figure, custody) for figure in (held_at_the_end, most_held_at_once)]
    freed = defined(freed_in_exchanges, custody, exchanges(view.package, view.package["events"]))
    draw_key_figures([*held, freed, defined(found_wrongful, custody, view.package), *by_group])


def draw_care(view: View) -> None:
    """What is published of people and why, that everyone is presumed innocent, how to ask for a removal, and what the
    filters do on this page."""
    titles = {name: title.lower() for name, title in filter_titles().items()}
    about, contact = view.package.descriptor.table(PEOPLE).description, view.package.descriptor.about["contact"]
    asked = (
        f"write to {contact}; no reason is needed."
        if contact
        else "ask the maintainer of this copy, who has not set an address yet."
    )
    with st.expander("About the people on this page: what is shown and why, and how to have a name removed"):
        st.markdown(
            f"{plain('Each entry is ' + about[0].lower() + about[1:])} They are shown because their custody is part of "
            "the public record of this crisis and because counts that cannot be checked case by case are of little "
            "use. No photographs, birth dates, addresses or family details are kept.\n\n"
            "Grounds of detention are what authorities or others allege. Everyone is presumed innocent.\n\n"
            f"**Removal.** A person named here, or the family, can have the name replaced by a neutral label: "
            f"{plain(asked)}"
        )
    st.caption(
        plain(
            f"{PRESUMED} On this page the filter "
            f"“{titles['month']}” keeps people whose custody, as far as it is known, touches them, and "
            f"“{titles['q']}” searches people's rows; the other filters act on events only."
        )
    )


def draw_custody_events(view: View) -> None:
    """The view's events of the types that this page tells in depth: the milestones, then all by type, in time."""
    types = view.package["event_types"]
    own = types[types.page == view.page.slug].sort_values("order")
    events = of_page(view.package, view.events, view.page.slug)
    draw_event_list(view, "Milestones of custody", milestones(events))
    with st.expander(f"All {counted(len(events), 'event')} of custody in this view"):
        columns = st.columns(len(own), gap="large")
        for column, event_type, label in zip(columns, own.event_type, own.label, strict=True):
            of_type = events[events.event_type == event_type]
            with column:
                draw_event_list(view, f"{label}: {len(of_type)} event{'' if len(of_type) == 1 else 's'}", of_type)


def draw_people(view: View) -> None:
    """Every person of the view, and how many the filters leave out; a row opens the person's record."""
    people, everybody = custody_of(view).people, view.package[PEOPLE]
    ordered = life_courses(people, view.package.choices(PEOPLE, "category"))
    st.subheader("All people in this view", anchor=False)
    left_out = len(everybody) - len(people)
    st.caption(
        f"{len(people)} of {len(everybody)} people; the filters leave out {left_out or 'nobody'}."
        + (" Select a row to open the record. " + PRESUMED if left_out < len(everybody) else "")
    )
    if not people.empty:
        remember_rows("people", list(ordered.person_id))
        draw_table(
            view.package,
            PEOPLE,
            ordered,
            ROWS,
            name="the detained persons of this view",
            key="people",
            on_select=lambda: show_picked_in("people", PERSON),
            selection_mode="single-row",
        )
