"""Draws events as lines that lead to their records."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.look.escaping import escape_markdown, link
from components.view.addresses import address_in_view
from components.view.view import View
from data.records.event import when
from data.search.searched_rows import where_text
from data.selection.event_words import TITLE, where_found
from data.selection.record_kinds import EVENT
from data.text.formats import lower_first
from data.text.messages import say


def event_lines(view: View, events: pd.DataFrame) -> list[str]:
    """One line of Markdown an event: its day, its title, which links to its record, and, where the title does not hold
    them, where the words of the view stand in it."""
    words = view.filters.q
    found = where_found(view.package, events, words) if words else pd.Series("", events.index)
    rows = zip(events.iterrows(), found, strict=True)
    return [_line(view, event, places) for (_, event), places in rows]


def numbered_lines(view: View, events: pd.DataFrame) -> list[str]:
    """As `event_lines`, in a list with the numbers that the events have."""
    lines = zip(events.number, event_lines(view, events), strict=True)
    return [line.replace("-", f"{number}.", 1) for number, line in lines]


def _line(view: View, event: pd.Series, found: str) -> str:
    line = f"- {escape_markdown(when(event))}: {link(event.title, address_in_view(view, EVENT, event.event_id))}"
    if found in ("", where_text((TITLE,))):
        return line
    return f"{line} ({escape_markdown(say('event_list.found_in', places=lower_first(found)))})"


def draw_event_list(heading: str, lines: Sequence[str]) -> None:
    """The heading and the lines, one an event. With none, a sentence says so."""
    st.subheader(escape_markdown(heading), anchor=False)
    st.markdown("\n".join(lines) or say("event_list.none"))
