"""Draws the sections of a page as tabs: what is not open is neither computed nor sent."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components.controls.sections import draw_section_tabs
from components.look.escaping import escape_markdown
from components.view.view import View
from data.selection.filters import filter_titles
from data.text.messages import say
from data.view.sections import unused_filters

Part = Callable[[View], object]


def draw_sections(view: View, parts: Mapping[str, Sequence[Part]]) -> None:
    """Draw the tabs and, in the open one, its parts from top to bottom, before them which filters do not act there;
    `parts` are those of each section by name."""
    with draw_section_tabs(view.page.slug, view.section), st.container(key=f"section_{view.section}"):
        if unused := unused_filters(view.page.slug, view.section, view.filters.to_query()):
            titles = ", ".join(filter_titles()[name] for name in unused)
            st.caption(escape_markdown(say("frame.unused_filters", filters=titles)))
        for draw in parts[view.section]:
            draw(view)
