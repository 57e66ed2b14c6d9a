"""The tabs of a page's sections: the open one is set as the address says, and written to it where it is chosen."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.controls.address_bar import PAGE, change_address, set_parameter
from data.selection.record_kinds import KINDS
from data.view.sections import SECTIONS, implied_section, section_names

PARAMETER, SORT, OPEN = "section", "sort", "open_section"


def draw_section_tabs(page: str, section: str) -> DeltaGenerator:
    """Draw the tabs of a page with sections and return the open one, in which alone anything is drawn."""
    key, titles = f"{PARAMETER}_{page}", {item.name: item.title for item in SECTIONS[page]}
    st.session_state[key] = titles[section]
    st.session_state[OPEN] = page, section
    tabs = st.tabs(list(titles.values()), key=key, on_change=lambda: _open_chosen(page, key, titles))
    return tabs[list(titles).index(section)]


def keep_section_open() -> None:
    """Name the open section in the address where what else is in it would open another: a callback, for after a record
    was opened."""
    page, section = st.session_state.get(OPEN, ("", ""))
    if section and _implied(page) != section:
        change_address({PARAMETER: section})


def _open_chosen(page: str, key: str, titles: dict[str, str]) -> None:
    chosen, first = next(name for name in titles if titles[name] == st.session_state[key]), section_names(page)[0]
    set_parameter(PARAMETER, "" if chosen == first == _implied(page, SORT, PAGE) else chosen, SORT)


def _implied(page: str, *leaving: str) -> str:
    """The section that the address opens, but for the one that it names and without the parameters `leaving` it."""
    present = [parameter for parameter in st.query_params if parameter not in leaving]
    return implied_section(page, [*(parameter for parameter in KINDS if parameter in present), *present])
