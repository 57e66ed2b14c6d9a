"""Draws the sections of a page as tabs: what is not open is neither computed nor sent."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components.controls.sections import draw_section_tabs
from components.view.view import View

Part = Callable[[View], object]


def draw_sections(view: View, parts: Mapping[str, Sequence[Part]]) -> None:
    """Draw the tabs and, in the open one, its parts from top to bottom; `parts` are those of each section by name."""
    with draw_section_tabs(view.page.slug, view.section), st.container(key=f"section_{view.section}"):
        for draw in parts[view.section]:
            draw(view)
