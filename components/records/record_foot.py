"""Draws the foot of every record: the paragraph to copy with its citation, and the records before and after it."""

import streamlit as st

from components.controls.picking import show_instead
from components.look.escaping import escape_markdown
from components.view.cite import draw_record_citation, record_citation
from components.view.view import View
from data.publish.citation import long_text
from data.records.neighbours import Neighbour, Position, position_of
from data.records.paragraphs import paragraph
from data.selection.record_kinds import RecordKind
from data.text.formats import number
from data.text.messages import say
from data.view.settings import setting_titles


def draw_foot(view: View, kind: RecordKind, row_id: str) -> None:
    """Draw the foot of the record with that id, which is open."""
    st.markdown(f"**{say('foot.copy')}**")
    text = f"{paragraph(view.package, kind, row_id)}\n\n{long_text(record_citation(view, kind))}"
    st.code(text, language=None, wrap_lines=True)
    draw_record_citation(view, kind)
    position = position_of(view.selection, kind, row_id)
    st.caption(escape_markdown(position_text(kind, position)))
    with st.container(key=f"{kind.parameter}_neighbours", gap="xxsmall"):
        _draw_neighbour(kind.parameter, "previous", position.before)
        _draw_neighbour(kind.parameter, "next", position.after)


def position_text(kind: RecordKind, position: Position) -> str:
    """Which of how many records this is, in which order, and whether of this view or of all."""
    return say(
        "foot.of_view" if position.in_view else "foot.of_all",
        kind=setting_titles()[kind.parameter],
        number=number(position.number),
        total=number(position.total),
        by=position.by,
    )


def _draw_neighbour(parameter: str, which: str, neighbour: Neighbour | None) -> None:
    """A button that opens the other record instead and leaves the rest of the address as it is.

    It is no link: to the page that one is on, Streamlit's links change what is shown and not the address. In a dialog,
    which runs alone, the page has to be run again; elsewhere it has run by then, and the button is another one.
    """
    if neighbour:
        key = f"{which}_{parameter}_{neighbour.row_id}"
        label = say(f"foot.neighbour.{which}", name=escape_markdown(neighbour.name))
        if st.button(label, key=key, type="tertiary", on_click=show_instead, args=(parameter, neighbour.row_id)):
            st.rerun()
