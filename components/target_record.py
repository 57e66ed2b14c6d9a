"""Draws the record of a target: who listed it, when and why, its kin and companies, the events that name it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.data_table import labelled
from components.event_chain import event_line
from components.frame import View, address
from components.plain import link, plain
from components.record_sources import draw_sources
from data.months import day_name
from data.naming import events_naming
from data.targets import with_links
from data.ties import TIE, centre_of, chain_to_centre, names_of, ties_at

TARGETS, TIES = "sanctions_targets", "sanctions_relations"
FACTS = (
    *("name", "aliases", "target_type", "programme", "authority", "role", "relation", "nationality_or_flag"),
    *("imo", "listed_on", "delisted_on", "status", "ofac_uid"),
)


def draw_target(view: View, target_id: str) -> None:
    """Draw the record of one target; IndexError when there is none."""
    package = view.package
    target = package[TARGETS][package[TARGETS].target_id == target_id]
    row = target.iloc[0]
    st.subheader(plain(row.display_name), anchor=False)
    st.markdown("\n".join(_facts(view, target)))
    if row.notes:
        st.markdown(f"**Note.** {plain(row.notes)}")
    _draw_chain(view, target_id)
    _draw_ties(view, target_id)
    ships = package["ships"][package["ships"].target_id == target_id]
    for ship_id, name in zip(ships.ship_id, ships["name"], strict=True):
        st.markdown(f"**Ship** {link(name, address(view, 'sanctions', ship=ship_id))}")
    draw_naming_events(view, (row.display_name, *row.aliases), (row.event_id,))
    draw_sources(view, row.source_ids)


def draw_naming_events(view: View, names: Sequence[str], event_ids: Sequence[str]) -> None:
    """Draw the events with those ids or in whose texts one of the names stands, one linked line each."""
    found = events_naming(view.package["events"], names, event_ids)
    if not found.empty:
        st.markdown("**Events that name it**\n\n" + "\n".join(event_line(view, event) for _, event in found.iterrows()))


def fact_lines(view: View, table: str, row: pd.DataFrame, columns: Sequence[str], empty: str = "") -> list[str]:
    """One line of Markdown a column of the one row: its heading and its value, days and codes in words.

    A column without a value says `empty`, or is left out when that is an empty text.
    """
    shown = labelled(view.package, table, row).iloc[0]
    values = {name: _in_words(shown[name]) or empty for name in columns}
    return [
        f"- {plain(view.package.column(table, name).title)}: {plain(value)}" for name, value in values.items() if value
    ]


def _in_words(value: object) -> str:
    if isinstance(value, pd.Timestamp):
        return day_name(value)
    return "" if pd.isna(value) else str(value)  # type: ignore[call-overload]


def _facts(view: View, target: pd.DataFrame) -> list[str]:
    record = with_links(target, view.package[TARGETS]).ofac_record.iloc[0]
    linked = [f"- {link('Record of OFAC', record)}"] if pd.notna(record) else []
    programmes = view.package.choices(TARGETS, "programme")
    meant = "; ".join(programmes[code] for code in target.programme.iloc[0])
    return [*fact_lines(view, TARGETS, target, FACTS), f"- What the programme is: {plain(meant)}", *linked]


def _draw_chain(view: View, target_id: str) -> None:
    package = view.package
    rows = chain_to_centre(target_id, package[TIES], package["ties_places"])
    if rows:
        lines = [f"{number}. {_sentence(view, row, target_id)}" for number, row in enumerate(rows, 1)]
        st.markdown(f"**Kin of {plain(centre_of(package['ties_places']))}, tie by tie**\n\n" + "\n".join(lines))


def _draw_ties(view: View, target_id: str) -> None:
    found = ties_at(view.package[TIES], target_id)
    if not found.empty:
        st.markdown("**Ties**\n\n" + "\n".join(f"- {_sentence(view, row, target_id)}" for row in found.index))


def _sentence(view: View, row: int, own: str) -> str:
    """A tie as a line of Markdown; an end that is another target leads to its record."""
    first, relation, last = (str(view.package[TIES].loc[row, name]) for name in TIE)
    return f"{_end(view, first, own)}: {plain(relation)} {_end(view, last, own)}"


def _end(view: View, node: str, own: str) -> str:
    name = names_of(view.package[TARGETS]).get(node, "")
    if name and node != own:
        return link(name, address(view, "sanctions", target=node))
    return plain(name or node)
