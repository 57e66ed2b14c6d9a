"""Opens the record that the address asks for over the page, for pages whose pictures are taller than a screen.

Below or above such a picture a record would open out of sight of whoever clicked.
"""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components.controls.picking import close_record
from components.look.escaping import plain
from components.records.event_record import draw_event
from components.records.person_record import draw_person
from components.view.view import View
from data.detentions.custody_words import person_of
from data.records.event import event_of


def draw_record_over_page(view: View) -> None:
    """Open the person's record that the address asks for, else the event's; with neither, nothing."""
    package, asked = view.package, view.settings
    if asked.person:
        person = person_of(package, asked.person)
        _open(person["name"], draw_person, view, person)
    elif asked.event:
        event = event_of(package, asked.event)
        _open(package.choices("events", "event_type")[event.event_type], draw_event, view, event)


def _open(title: str, draw: Callable[[View, pd.Series], None], view: View, row: pd.Series) -> None:
    st.dialog(plain(title), width="medium", on_dismiss=close_record)(draw)(view, row)
