"""Draws the record that is open on the page of sanctions: where a reader picked it, or on top when a link opens it."""

from collections.abc import Callable

import streamlit as st

from components.controls.picking import close_record, picked_in
from components.records.event_record import draw_event
from components.records.ship_record import draw_ship
from components.records.target_record import draw_target
from components.view.view import View
from data.records.event import event_of
from data.text.messages import say

PLACES = (
    *("found_names", "actions", "actions_by_day", "targets", "targets_undated"),
    *("ties", "licences", "licences_by_number", "ships"),
)
ON_TOP = ""


def draw_record(view: View, *places: str) -> None:
    """Draw the open record if it was picked in one of the charts or tables with the keys `places`.

    Without a place: if it was picked in none of the page's, as when a link opens it.
    """
    for word, draw in RECORDS.items():
        row_id = getattr(view.settings, word)
        if row_id and picked_in(PLACES, row_id) in (places or (ON_TOP,)):
            with st.container(border=True, key=f"{word}_record"):
                draw(view, row_id)
                st.button(say("record.close"), on_click=close_record, key=f"close_{word}")
            return


def _draw_event(view: View, event_id: str) -> None:
    draw_event(view, event_of(view.package, event_id))


RECORDS: dict[str, Callable[[View, str], None]] = {"event": _draw_event, "target": draw_target, "ship": draw_ship}
