"""Draws the key figures of sanctions: targets by kind, delistings, tankers, actions and licences in force."""

import streamlit as st

from components.elements.key_figures import draw_key_figures
from components.view.view import View
from data.text.messages import say
from data.view.sanctions_figures import sanctions_figures


def draw_sanctions_figures(view: View) -> None:
    """The key figures of the view, and what the filters do to them."""
    draw_key_figures(sanctions_figures(view.selection))
    st.caption(say("sanctions_page.filters"))
