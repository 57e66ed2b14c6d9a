"""Draws the events of a view as a table that can be sorted and searched; a row opens its record."""

import pandas as pd
import streamlit as st

from components.address_bar import remember_rows, show_picked_in
from components.data_table import draw_table
from components.frame import View

COLUMNS = [
    "date",
    "event_type",
    "title",
    "place",
    "actor_side",
    "verification",
    "killed_low",
    "killed_high",
    "importance",
]
SOURCES = "number_of_sources"


def draw_events_table(view: View, events: pd.DataFrame, key: str) -> None:
    """The events, newest first. Selecting a row opens the event's record and puts it into the address."""
    ordered = events.sort_values("date", ascending=False, kind="stable")
    ordered = ordered.assign(**{SOURCES: ordered.source_ids.map(len)})
    remember_rows(key, list(ordered.event_id))
    draw_table(
        view.package,
        "events",
        ordered,
        [*COLUMNS, SOURCES],
        name="events of this view, newest first",
        key=key,
        extra={SOURCES: st.column_config.NumberColumn("Sources", help="Number of sources the row names.")},
        on_select=lambda: show_picked_in(key),
        selection_mode="single-row",
        height=560,
    )
