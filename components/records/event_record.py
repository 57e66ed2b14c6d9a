"""Draws one event as a good footnote: when, where, what happened, who says what, and on which sources it rests."""

import pandas as pd
import streamlit as st

from components.elements.fact_list import draw_fact_groups
from components.events.event_lines import draw_chain
from components.look.escaping import escape_markdown, link
from components.records.claims_list import draw_claims
from components.records.record_foot import draw_foot
from components.records.record_map import draw_event_map
from components.records.record_sources import draw_sources
from components.view.addresses import address_in_view
from components.view.view import View
from data.events.sources import corroboration_text
from data.package.rows import iterate_rows
from data.records.backlinks import backlinks_of_event
from data.records.event import maybe_the_same_event, parts_of, related_to, when, where, whole_of
from data.records.event_facts import EVENT_FACTS, EVENTS
from data.selection.event_words import where_found
from data.selection.record_kinds import EVENT, KINDS
from data.text.formats import lower_first
from data.text.messages import say


def draw_event(view: View, event: pd.Series) -> None:
    """Draw the record of one event."""
    package = view.package
    st.subheader(escape_markdown(event.title), anchor=False)
    draw_event_map(view, event, lambda: _draw_text(view, event))
    draw_fact_groups(package, EVENTS, EVENT_FACTS, event, key="event_facts")
    draw_claims(view, event.event_id)
    _draw_linked(view, event)
    _draw_naming(view, event.event_id)
    draw_sources(view, event.source_ids, corroboration_text(package, event))
    draw_foot(view, EVENT, event.event_id)


def _draw_text(view: View, event: pd.Series) -> None:
    st.markdown(f"**{escape_markdown(when(view.package, event))}** · {escape_markdown(where(view.package, event))}")
    st.markdown(escape_markdown(event.summary))
    if event.note:
        st.markdown(say("event.uncertain", note=escape_markdown(event.note)))
    _draw_found_in(view, event.event_id)


def _draw_found_in(view: View, event_id: str) -> None:
    """Where the words of the view stand in the event; nothing without words, and in an event that they do not find."""
    found = view.events[view.events.event_id == event_id]
    if view.filters.q and not found.empty:
        places = where_found(view.package, found, view.filters.q).iloc[0]
        st.caption(escape_markdown(say("event.found_in", words=view.filters.q, places=lower_first(places))))


def _draw_linked(view: View, event: pd.Series) -> None:
    own = [(event.date, when(view.package, event), event.title)]
    draw_chain(view, say("event.part_of"), whole_of(view.package, event))
    draw_chain(view, say("event.parts"), parts_of(view.package, event.event_id))
    draw_chain(view, say("event.maybe_the_same"), maybe_the_same_event(view.package, event))
    draw_chain(view, say("event.linked"), related_to(view.package, event), own)


def _draw_naming(view: View, event_id: str) -> None:
    """The records of people, targets and ships that name the event."""
    for table, rows in backlinks_of_event(view.package, event_id).items():
        names = [link(row.name, address_in_view(view, KINDS[row.parameter], row.row_id)) for row in iterate_rows(rows)]
        title = escape_markdown(view.package.descriptor.table(table).title)
        st.markdown(f"**{say('event.backlinks', table=title, number=len(names))}**\n\n{'; '.join(names)}")
