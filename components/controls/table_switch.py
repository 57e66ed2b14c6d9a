"""The switch that shows the numbers of a picture as a table, and whether all that can be opened is shown: for whoever
has no app to open it with."""

import streamlit as st

from data.text.messages import say

ALL_SHOWN = "all_is_shown"


def draw_table_switch(key: str) -> bool:
    """Draw the switch of the picture with that key and return whether its table is to be shown."""
    return st.toggle(say("figure.as_table"), value=all_is_shown(), key=f"{key}_as_table")


def show_all() -> None:
    """Have the tables of this session shown, and what else can be opened, from the start."""
    st.session_state[ALL_SHOWN] = True


def all_is_shown() -> bool:
    """Whether that is so."""
    return bool(st.session_state.get(ALL_SHOWN))
