"""Draws that a view is empty, and a link out of it."""

from collections.abc import Callable

import streamlit as st

from components.controls.filter_bar import clear_filters
from components.view.view import View
from data.text.messages import say


def unless_empty(*parts: Callable[[View], object]) -> Callable[[View], None]:
    """What draws the parts of a page one below the other; where no event passes the filters, a sentence and a button in
    their place."""

    def draw(view: View) -> None:
        if draw_if_empty(view):
            return
        for part in parts:
            part(view)

    return draw


def draw_if_empty(view: View) -> bool:
    """Whether no event passes the filters; then a sentence and a button take the place of the pictures."""
    if view.event_count:
        return False
    st.info(say("empty.text"))
    st.button(say("empty.clear"), on_click=clear_filters, key="clear_all_filters")
    return True
