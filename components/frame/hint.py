"""Draws the hint for a reader who has just come."""

import streamlit as st

from components.view.view import View
from data.text.messages import say
from data.view.settings import Settings

HINTED = "hinted"


def draw_hint(view: View) -> None:
    """How to filter and to share, for a reader who has just come: until it is closed or the address asks for
    anything. The session remembers it, and nothing else does."""
    if view.to_query() or view.settings != Settings():
        st.session_state[HINTED] = True
    if st.session_state.get(HINTED) or st.context.is_embedded:
        return
    with st.container(horizontal=True, key="hint", vertical_alignment="center"):
        st.caption(say("frame.hint"))
        st.button(say("frame.hint_close"), on_click=_close_hint, type="tertiary", key="close_hint")


def _close_hint() -> None:
    st.session_state[HINTED] = True
