"""Draws the text of a record: its parts as HTML, beside the small map where its kind has one."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import streamlit as st

from components.html import record_html
from components.html.record_html import parts_html
from components.records.record_map import draw_event_map, draw_person_map
from components.view.addresses import address_in_view
from components.view.view import View
from data.records.record import Part, Record
from data.selection.record_kinds import EVENT, PERSON, RecordKind

STYLE = Path(record_html.__file__).with_name("record.css").read_text(encoding="utf-8")
# The level of the parts' headings, below that of the dialog's title, which is the record's.
LEVEL = 3
# The parts that stand beside the small map, by kind; other kinds have none.
BESIDE: Mapping[RecordKind, tuple[str, ...]] = {EVENT: ("lead",), PERSON: ("grounds", "uncertain")}


def draw_record_text(view: View, record: Record) -> None:
    """Draw the parts of a record, below a title that is the record's."""
    st.html(f"<style>:root {{ --link: {view.theme.ink.link} }}\n{STYLE}</style>")
    names = BESIDE.get(record.kind, ())
    first = next((at for at, part in enumerate(record.parts) if part.name in names), len(record.parts))
    beside = [part for part in record.parts if part.name in names]
    after = [part for part in record.parts[first:] if part.name not in names]
    _draw_parts(view, record.parts[:first])
    _draw_map(view, record, lambda: _draw_parts(view, beside))
    _draw_parts(view, after)


def _draw_parts(view: View, parts: Sequence[Part]) -> None:
    if parts:
        st.html(parts_html(parts, lambda kind, row_id: address_in_view(view, kind, row_id), LEVEL))


def _draw_map(view: View, record: Record, beside: Callable[[], None]) -> None:
    row = record.kind.row(view.package, record.row_id)
    if record.kind is EVENT:
        draw_event_map(view, row, beside)
    elif record.kind is PERSON:
        draw_person_map(view, row, beside)
