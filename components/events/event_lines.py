"""Draws events as lines that lead to their records."""

from collections.abc import Sequence

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


def lines_of_events(view: View, events: pd.DataFrame) -> list[str]:
    """An `event_line` an event."""
    return [event_line(view, event) for _, event in events.iterrows()]


def draw_event_list(heading: str, lines: Sequence[str]) -> None:
    """The heading and the lines, one an event. With none, a sentence says so."""
    st.subheader(escape_markdown(heading), anchor=False)
    st.markdown("\n".join(lines) or say("event_list.none"))
