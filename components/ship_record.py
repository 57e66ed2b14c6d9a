"""Draws the record of a ship: its names, flag and owner as reported, when it was listed and taken, its outcome."""

import streamlit as st

from components.frame import View, address
from components.plain import link, plain
from components.record_sources import draw_sources
from components.target_record import draw_naming_events, fact_lines

SHIPS = "ships"
UNKNOWN = "not in our sources"
FACTS = ("former_names", "imo", "ship_type", "flag", "flag_note", "owner", "listed_on", "outcome")


def draw_ship(view: View, ship_id: str) -> None:
    """Draw the record of one ship; IndexError when there is none."""
    ships = view.package[SHIPS]
    ship = ships[ships.ship_id == ship_id]
    row = ship.iloc[0]
    st.subheader(plain(row["name"]), anchor=False)
    st.markdown("\n".join(fact_lines(view, SHIPS, ship, FACTS, empty=UNKNOWN)))
    if row.notes:
        st.markdown(f"**Note.** {plain(row.notes)}")
    if row.target_id:
        st.markdown(link("Its record as a sanctions target", address(view, "sanctions", target=row.target_id)))
    events = [event for event in (row.seizing_event_id, row.pursuit_event_id) if event]
    draw_naming_events(view, (row["name"], *row.former_names), events)
    draw_sources(view, row.source_ids)
