"""Opens the record that the address asks for over the page, so that it begins where the reader looks, and closes to
where the reader was."""

from collections.abc import Callable, Mapping

import streamlit as st

from components.controls.picking import close_record
from components.look.escaping import escape_markdown
from components.records.event_record import draw_event
from components.records.person_record import draw_person
from components.records.ship_record import draw_ship
from components.records.source_record import draw_source
from components.records.target_record import draw_target
from components.view.cite import open_record
from components.view.view import View
from data.selection.record_kinds import EVENT, PERSON, SHIP, SOURCE, TARGET, RecordKind
from data.view.settings import setting_titles

DRAWN: Mapping[RecordKind, Callable[[View, str], None]] = {
    EVENT: lambda view, row_id: draw_event(view, EVENT.row(view.package, row_id)),
    PERSON: lambda view, row_id: draw_person(view, PERSON.row(view.package, row_id)),
    TARGET: draw_target,
    SHIP: draw_ship,
    SOURCE: draw_source,
}


def draw_open_record(view: View) -> None:
    """Open the one record that the address asks for, if it asks for one."""
    if kind := open_record(view):
        title = escape_markdown(_title(view, kind, getattr(view.settings, kind.parameter)))
        st.dialog(title, width="medium", on_dismiss=close_record)(_draw)(view, kind)


def _draw(view: View, kind: RecordKind) -> None:
    with st.container(key=f"{kind.parameter}_record"):
        DRAWN[kind](view, getattr(view.settings, kind.parameter))


def _title(view: View, kind: RecordKind, row_id: str) -> str:
    """What stands above the record: a person's name, an event's type, else of which kind the record is."""
    row = kind.row(view.package, row_id)
    if kind is PERSON:
        return str(row["name"])
    if kind is EVENT:
        return view.package.choices(EVENT.table, "event_type")[row.event_type]
    return setting_titles()[kind.parameter]
