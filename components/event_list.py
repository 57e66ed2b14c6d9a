"""Draws a short list of events, one line each, that lead to their records."""

import pandas as pd
import streamlit as st

from components.events.event_lines import event_line
from components.look.escaping import plain
from components.view.view import View
from data.text.messages import say


def draw_event_list(view: View, heading: str, events: pd.DataFrame) -> None:
    """The heading and one line an event: day and linked title. With no event, a sentence says so."""
    st.subheader(plain(heading), anchor=False)
    if events.empty:
        st.markdown(say("event_list.none"))
        return
    st.markdown("\n".join(event_line(view, event) for _, event in events.iterrows()))
