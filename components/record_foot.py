"""Draws the foot of every record: the paragraph to copy with its citation, and the records before and after it."""

import streamlit as st

from components.cite import record_citation
from components.frame import View, link_to
from components.plain import plain
from data.citation import long_text
from data.figures import Scene
from data.neighbours import Neighbour, Position, position_of
from data.paragraphs import paragraph
from data.settings import record_words, setting_titles


def draw_foot(view: View, word: str, row_id: str) -> None:
    """Draw the foot of the record that `word` opens for `row_id`."""
    st.markdown("**To copy, with its citation**")
    text = f"{paragraph(view.package, word, row_id)}\n\n{long_text(record_citation(view, word))}"
    st.code(text, language=None, wrap_lines=True)
    position = position_of(Scene(view.package, view.filters, view.events), word, row_id)
    st.caption(plain(position_in_words(word, position)))
    with st.container(key=f"{word}_neighbours", gap="xxsmall"):
        _draw_neighbour(view, word, "Previous", position.before)
        _draw_neighbour(view, word, "Next", position.after)


def position_in_words(word: str, position: Position) -> str:
    """Which of how many records this is, in which order, and whether of this view or of all."""
    whole = "of this view" if position.in_view else "of all: this record is outside the view"
    return f"{setting_titles()[word]} {position.number:,} of {position.total:,} {whole}, by “{position.by}”."


def _draw_neighbour(view: View, word: str, which: str, neighbour: Neighbour | None) -> None:
    """A link that keeps the page as it is set and opens the other record instead."""
    if neighbour:
        kept = {name: value for name, value in view.settings.to_query().items() if name not in record_words()}
        link_to(view.page.slug, f"{which}: {plain(neighbour.name)}", view, **kept | {word: neighbour.row_id})
