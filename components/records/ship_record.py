"""Draws the record of a ship: its names, flag and owner as reported, when it was listed and taken, its outcome."""

import streamlit as st

from components.elements.fact_list import draw_fact_groups
from components.events.event_lines import draw_naming_chain
from components.look.escaping import escape_markdown, link
from components.records.record_foot import draw_foot
from components.records.record_sources import draw_sources
from components.view.addresses import address_in_view
from components.view.view import View
from data.records.ship_facts import SHIP_FACTS, SHIPS, UNKNOWN, first_listing
from data.selection.record_kinds import SHIP, TARGET
from data.text.messages import say


def draw_ship(view: View, ship_id: str) -> None:
    """Draw the record of one ship; NoSuchRecord when there is none."""
    row = SHIP.row(view.package, ship_id)
    st.subheader(escape_markdown(row["name"]), anchor=False)
    draw_fact_groups(view.package, SHIPS, SHIP_FACTS, row, key="ship_facts", empty=UNKNOWN)
    if row.notes:
        st.markdown(say("record.note", note=escape_markdown(row.notes)))
    if row.target_id:
        st.markdown(link(say("ship.as_target"), address_in_view(view, TARGET, row.target_id)))
    events = [event for event in (row.seizing_event_id, row.pursuit_event_id) if event]
    draw_naming_chain(view, (row["name"], *row.former_names), events, first_listing(row))
    draw_sources(view, row.source_ids)
    draw_foot(view, SHIP, ship_id)
