"""Opens the record that the address asks for over the page, for pages whose pictures are taller than a screen.

Below or above such a picture a record would open out of sight of whoever clicked.
"""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components.controls.picking import close_record, picked_in
from components.look.escaping import escape_markdown
from components.records.event_record import draw_event
from components.records.person_record import draw_person
from components.records.ship_record import draw_ship
from components.records.target_record import draw_target
from components.view.view import View
from data.selection.record_kinds import EVENT, PERSON
from data.text.messages import say

PLACES = (
    *("found_names", "actions", "actions_by_day", "targets", "targets_undated"),
    *("ties", "licences", "licences_by_number", "ships"),
)
ON_TOP = ""


def draw_record_over_page(view: View) -> None:
    """Open the person's record that the address asks for, else the event's; with neither, nothing."""
    package, settings = view.package, view.settings
    if settings.person:
        person = PERSON.row(package, settings.person)
        _open(person["name"], draw_person, view, person)
    elif settings.event:
        event = EVENT.row(package, settings.event)
        _open(package.choices("events", "event_type")[event.event_type], draw_event, view, event)


def _open(title: str, draw: Callable[[View, pd.Series], None], view: View, row: pd.Series) -> None:
    st.dialog(escape_markdown(title), width="medium", on_dismiss=close_record)(draw)(view, row)


def draw_record(view: View, *places: str) -> None:
    """Draw the open record if it was picked in one of the charts or tables with the keys `places`.

    Without a place: if it was picked in none of the page's, as when a link opens it.
    """
    for parameter, draw in RECORDS.items():
        row_id = getattr(view.settings, parameter)
        if row_id and picked_in(PLACES, row_id) in (places or (ON_TOP,)):
            with st.container(border=True, key=f"{parameter}_record"):
                draw(view, row_id)
                st.button(say("record.close"), on_click=close_record, key=f"close_{parameter}")
            return


def _draw_event(view: View, event_id: str) -> None:
    draw_event(view, EVENT.row(view.package, event_id))


RECORDS: dict[str, Callable[[View, str], None]] = {"event": _draw_event, "target": draw_target, "ship": draw_ship}
