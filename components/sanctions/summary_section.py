"""Draws the key figures of sanctions: targets by kind, delistings, tankers, actions and licences in force."""

import streamlit as st

from components.elements.key_figures import draw_key_figures
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.selection.key_figure import KeyFigure
from data.text.messages import say
from data.view.sanctions_figures import sanctions_figures


def draw_sanctions_figures(view: View) -> None:
    """The key figures of the view, and what the filters do to them."""
    draw_key_figures(_figures(view))
    st.caption(say("sanctions_page.filters"))


@once_per_view
def _figures(view: View) -> tuple[KeyFigure, ...]:
    return sanctions_figures(view.selection)
