"""Draws how to pass on what the reader sees: two links to copy with one click, and more under a button."""

import streamlit as st

from components.look.escaping import button_to_copy
from components.view.addresses import full_address
from components.view.cite import draw_cite
from components.view.view import View
from data.text.messages import say


def draw_share(view: View) -> None:
    """Draw the buttons that copy the link of what is seen, and that of the same numbers for good; then the citation."""
    buttons = button_to_copy(say("share.link"), full_address(view, pinned=False), say("share.link_about"))
    if release := view.data_version.release:
        about = say("share.pinned_about", release=release)
        buttons += button_to_copy(say("share.pinned"), full_address(view), about, "pinned")
    with st.container(key="share", width="content"):
        st.html(buttons)
    # A fragment has a container of its own, which would take all the room that the line has.
    with st.container(width="content"):
        draw_cite(view)
