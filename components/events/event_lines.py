"""Draws events as lines that lead to their records."""

import pandas as pd
import streamlit as st

from components.look.escaping import escape_markdown, link
from components.view.addresses import address_in_view
from components.view.view import View
from data.records.event import when
from data.selection.record_kinds import EVENT
from data.text.messages import say


def event_line(view: View, event: pd.Series) -> str:
    """One line of Markdown: the event's day and its title, which links to its record."""
    return f"- {escape_markdown(when(event))}: {link(event.title, address_in_view(view, EVENT, event.event_id))}"


def numbered_line(view: View, number: int, event: pd.Series) -> str:
    """As `event_line`, in a numbered list."""
    return event_line(view, event).replace("-", f"{number}.", 1)


def draw_event_list(view: View, heading: str, events: pd.DataFrame) -> None:
    """The heading and one line an event: day and linked title. With no event, a sentence says so."""
    st.subheader(escape_markdown(heading), anchor=False)
    if events.empty:
        st.markdown(say("event_list.none"))
        return
    st.markdown("\n".join(event_line(view, event) for _, event in events.iterrows()))
