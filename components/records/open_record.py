"""Opens the record that the address asks for over the page, so that it begins where the reader looks, and closes to
where the reader was."""

import streamlit as st

from components.controls.picking import close_record
from components.look.escaping import escape_markdown
from components.records.record_foot import draw_foot
from components.records.record_text import draw_record_text
from components.view.cite import open_record
from components.view.view import View
from data.records.record import Record
from data.records.record_of import record_of
from data.selection.event_words import where_found
from data.selection.record_kinds import EVENT
from data.text.formats import lower_first
from data.text.messages import say


def draw_open_record(view: View) -> None:
    """Open the one record that the address asks for, if it asks for one, under its own title."""
    if kind := open_record(view):
        record = record_of(view.package, kind, getattr(view.settings, kind.parameter), view.day)
        st.dialog(escape_markdown(record.title), width="medium", on_dismiss=close_record)(_draw)(view, record)


def _draw(view: View, record: Record) -> None:
    with st.container(key=f"{record.kind.parameter}_record"):
        for moved in view.moved:
            if moved.kind is record.kind:
                # The page says it too, but the record lies over it.
                st.caption(escape_markdown(moved.say()))
        _draw_found_in(view, record)
        draw_record_text(view, record)
        draw_foot(view, record.kind, record.row_id)


def _draw_found_in(view: View, record: Record) -> None:
    """Where the words of the view stand in an event that they find."""
    found = view.events[view.events.event_id == record.row_id]
    if record.kind is EVENT and view.filters.q and not found.empty:
        places = where_found(view.package, found, view.filters.q).iloc[0]
        st.caption(escape_markdown(say("event.found_in", words=view.filters.q, places=lower_first(places))))
