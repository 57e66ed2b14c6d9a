"""Draws one person's record: what is known of the custody, what is alleged and by whom, and on which sources."""

import pandas as pd
import streamlit as st

from components.custody_view import person_link
from components.event_chain import event_line
from components.frame import View
from components.plain import plain
from components.record_sources import draw_sources
from data.custody_words import about_in_words, events_of, facts_of, maybe_the_same

PRESUMED = "This is what the authorities or others allege, not a finding of ours: everyone is presumed innocent."


def draw_person(view: View, person: pd.Series) -> None:
    """Draw the record of one person, below a title that names the person."""
    package = view.package
    st.markdown(plain(about_in_words(package, person)))
    st.markdown("\n".join(f"- {plain(title)}: {plain(value)}" for title, value in facts_of(package, person)))
    st.markdown(f"**Alleged grounds, as reported.** {plain(person.alleged_grounds or 'not known')}")
    st.caption(PRESUMED)
    if person.notes:
        st.markdown(f"**What is uncertain.** {plain(person.notes)}")
    _draw_maybe_the_same(view, maybe_the_same(package, person))
    events = events_of(package, person)
    if not events.empty:
        st.markdown("**Linked events**\n\n" + "\n".join(event_line(view, event) for _, event in events.iterrows()))
    draw_sources(view, person.source_ids)


def _draw_maybe_the_same(view: View, others: pd.DataFrame) -> None:
    lines = [f"- {person_link(view, other)}" for _, other in others.iterrows()]
    if lines:
        st.markdown("**Possibly the same person as**\n\n" + "\n".join(lines))
