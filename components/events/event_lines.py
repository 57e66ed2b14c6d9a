"""Draws events as lines that lead to their records: a short list, or a chain that holds a record's own days."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.look.escaping import escape_markdown, link
from components.view.addresses import address_in_view
from components.view.view import View
from data.records.event import when
from data.sanctions.name_finder import events_naming
from data.selection.record_kinds import EVENT
from data.text.messages import say

# A day of the record itself by which it is sorted, the same in words, and what happened on it.
OwnDay = tuple[pd.Timestamp, str, str]


def event_line(view: View, event: pd.Series) -> str:
    """One line of Markdown: the event's day and its title, which links to its record."""
    return f"- {escape_markdown(when(event))}: {link(event.title, address_in_view(view, EVENT, event.event_id))}"


def numbered_line(view: View, number: int, event: pd.Series) -> str:
    """As `event_line`, in a numbered list."""
    return event_line(view, event).replace("-", f"{number}.", 1)


def draw_chain(view: View, heading: str, events: pd.DataFrame, own: Sequence[OwnDay] = ()) -> None:
    """Draw the events in time, and among them the record's `own` days with what happened on them, marked as its own
    and without a link. Nothing is drawn without an event."""
    if not events.empty:
        st.markdown(f"**{escape_markdown(heading)}**\n\n" + "\n".join(chain_lines(view, events, own)))


def draw_naming_chain(view: View, names: Sequence[str], event_ids: Sequence[str], own: Sequence[OwnDay]) -> None:
    """Draw the chain of the events with those ids or in whose texts one of the names stands."""
    found = events_naming(view.package["events"], names, event_ids)
    draw_chain(view, say("chain.mentions"), found, own)


def chain_lines(view: View, events: pd.DataFrame, own: Sequence[OwnDay]) -> list[str]:
    """The lines of a chain, one an event or own day, by day; an own day stands before the events of the same day."""
    lines = [(day, 0, _own_line(text, happened)) for day, text, happened in own]
    lines += [(event.date, 1, event_line(view, event)) for _, event in events.iterrows()]
    return [line for _, _, line in sorted(lines, key=lambda line: line[:2])]


def _own_line(text: str, happened: str) -> str:
    return "- " + say("chain.own", day=escape_markdown(text[:1].upper() + text[1:]), happened=escape_markdown(happened))


def draw_event_list(view: View, heading: str, events: pd.DataFrame) -> None:
    """The heading and one line an event: day and linked title. With no event, a sentence says so."""
    st.subheader(escape_markdown(heading), anchor=False)
    if events.empty:
        st.markdown(say("event_list.none"))
        return
    st.markdown("\n".join(event_line(view, event) for _, event in events.iterrows()))
