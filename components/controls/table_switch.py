"""The switch that shows the numbers of a picture as a table, which for whoever gets no picture is on."""

import streamlit as st

from data.text.messages import say

ALL_SHOWN = "all_tables_shown"


def draw_table_switch(key: str) -> bool:
    """Draw the switch of the picture with that key and return whether its table is to be shown."""
    return st.toggle(say("figure.as_table"), value=st.session_state.get(ALL_SHOWN, False), key=f"{key}_as_table")


def show_all_tables() -> None:
    """Have the switches of this session on from the start."""
    st.session_state[ALL_SHOWN] = True
