"""Draws the foot of every record: the paragraph to copy with its citation, and the records before and after it."""

import streamlit as st

from components.controls.picking import show_instead
from components.look.escaping import attributes, button_to_copy, escape_html, escape_markdown
from components.view.addresses import record_address
from components.view.cite import draw_record_citation, record_citation
from components.view.view import View
from data.publish.citation import long_text
from data.records.neighbours import Neighbour, position_of, position_text
from data.records.paragraphs import paragraph
from data.selection.record_kinds import RecordKind
from data.text.messages import say


def draw_foot(view: View, kind: RecordKind, row_id: str) -> None:
    """Draw the foot of the record with that id, which is open."""
    st.html(links_html(view, kind, row_id))
    st.markdown(f"**{say('foot.copy')}**")
    text = f"{paragraph(view.package, kind, row_id)}\n\n{long_text(record_citation(view, kind))}"
    st.code(text, language=None, wrap_lines=True)
    draw_record_citation(view, kind)
    position = position_of(view.selection, kind, row_id)
    st.caption(escape_markdown(position_text(kind, position)))
    with st.container(key=f"{kind.parameter}_neighbours", gap="xxsmall"):
        _draw_neighbour(kind.parameter, "previous", position.before)
        _draw_neighbour(kind.parameter, "next", position.after)


def links_html(view: View, kind: RecordKind, row_id: str) -> str:
    """The links of the record alone as HTML: two to copy with one click, and the one that opens its own page. They need
    the server's routes, as the script that shows them does."""
    own = record_address(view, kind, row_id, pinned=False)
    texts = button_to_copy(say("share.link"), own, say("foot.link_about"))
    if release := view.data_version.release:
        about = say("share.pinned_about", release=release)
        texts += button_to_copy(say("share.pinned"), record_address(view, kind, row_id), about, "pinned")
    texts += f"<a {attributes({'href': own})}>{escape_html(say('foot.own_page'))}</a>"
    return f'<div class="record_links">{texts}</div>'


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
