"""Draws the record of a target: who listed it, when and why, its kin and companies, the events that name it."""

import pandas as pd
import streamlit as st

from components.elements.fact_list import draw_fact_groups
from components.events.event_lines import draw_naming_chain
from components.look.escaping import escape_markdown, link
from components.records.record_foot import draw_foot
from components.records.record_sources import draw_sources
from components.view.addresses import address_in_view
from components.view.view import View
from data.package.rows import iterate_rows
from data.records.target_facts import TARGET_FACTS, TARGETS, listing_days
from data.sanctions.targets import with_links
from data.sanctions.ties import TIE, centre_of, chain_to_centre, names_of, ties_at
from data.selection.record_kinds import SHIP, TARGET
from data.text.messages import say

TIES, SHIPS = "sanctions_relations", "ships"


def draw_target(view: View, target_id: str) -> None:
    """Draw the record of one target; NoSuchRecord when there is none."""
    package = view.package
    row = TARGET.row(package, target_id)
    st.subheader(escape_markdown(row.display_name), anchor=False)
    draw_fact_groups(package, TARGETS, TARGET_FACTS, row, key="target_facts")
    if row.notes:
        st.markdown(say("record.note", note=escape_markdown(row.notes)))
    _draw_links(view, row)
    _draw_chain(view, target_id)
    _draw_ties(view, target_id)
    draw_naming_chain(view, (row.display_name, *row.aliases), (row.event_id,), listing_days(row))
    draw_sources(view, row.source_ids)
    draw_foot(view, TARGET, target_id)


def _draw_links(view: View, target: pd.Series) -> None:
    """The target's entry in OFAC's own list, where its number is known, and its own row as a ship, where it is one."""
    package = view.package
    record = with_links(target.to_frame().T, package[TARGETS]).ofac_record.iloc[0]
    if pd.notna(record):
        st.markdown(link(say("target.ofac"), record))
    for ship in iterate_rows(package[SHIPS][package[SHIPS].target_id == target.target_id]):
        st.markdown(say("target.ship", ship=link(ship.name, address_in_view(view, SHIP, ship.ship_id))))


def _draw_chain(view: View, target_id: str) -> None:
    package = view.package
    rows = chain_to_centre(target_id, package[TIES], package["ties_places"])
    if rows:
        lines = [f"{number}. {_sentence(view, row, target_id)}" for number, row in enumerate(rows, 1)]
        heading = say("target.kin", name=escape_markdown(centre_of(package["ties_places"])))
        st.markdown(f"**{heading}**\n\n" + "\n".join(lines))


def _draw_ties(view: View, target_id: str) -> None:
    found = ties_at(view.package[TIES], target_id)
    if not found.empty:
        lines = [f"- {_sentence(view, row, target_id)}" for row in found.index]
        st.markdown(f"**{say('target.ties')}**\n\n" + "\n".join(lines))


def _sentence(view: View, row: int, own: str) -> str:
    """A tie as a line of Markdown; an end that is another target leads to its record."""
    first, relation, last = (str(view.package[TIES].loc[row, name]) for name in TIE)
    return f"{_end(view, first, own)}: {escape_markdown(relation)} {_end(view, last, own)}"


def _end(view: View, node: str, own: str) -> str:
    name = names_of(view.package[TARGETS]).get(node, "")
    if name and node != own:
        return link(name, address_in_view(view, TARGET, node))
    return escape_markdown(name or node)
