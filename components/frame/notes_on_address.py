"""Draws, in a quiet line each, what is shown otherwise than the address says it."""

import streamlit as st

from components.look.escaping import escape_markdown
from components.view.view import View
from data.text.messages import say


def draw_notes_on_address(view: View, ignored: tuple[str, ...] = ()) -> None:
    """Draw which id a record has that the address names by another, and what of the address is `ignored`."""
    for record in view.moved:
        st.caption(escape_markdown(record.say()))
    if ignored:
        st.caption(say("frame.ignored", words=escape_markdown(", ".join(ignored))))
