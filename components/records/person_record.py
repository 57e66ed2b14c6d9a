"""Draws one person's record: what is known of the custody, what is alleged and by whom, and on which sources."""

import pandas as pd
import streamlit as st

from components.detentions.custody import person_link
from components.elements.fact_list import draw_fact_groups
from components.events.event_lines import draw_chain
from components.look.escaping import escape_markdown
from components.records.record_foot import draw_foot
from components.records.record_map import draw_person_map
from components.records.record_sources import draw_sources
from components.view.view import View
from data.detentions.custody import PEOPLE
from data.detentions.custody_texts import custody_days, events_of, maybe_the_same
from data.records.person_facts import PERSON_FACTS, UNKNOWN
from data.selection.record_kinds import PERSON
from data.text.messages import say


def draw_person(view: View, person: pd.Series) -> None:
    """Draw the record of one person, below a title that names the person."""
    package = view.package
    draw_fact_groups(package, PEOPLE, PERSON_FACTS, person, key="person_facts", empty=UNKNOWN)
    text, place = st.columns([3, 2], gap="medium")
    with text:
        _draw_grounds(person)
    with place:
        draw_person_map(view, package[PEOPLE][package[PEOPLE].person_id == person.person_id])
    _draw_maybe_the_same(view, maybe_the_same(package, person))
    draw_chain(view, say("person.events"), events_of(package, person), custody_days(package, person))
    draw_sources(view, person.source_ids)
    draw_foot(view, PERSON, person.person_id)


def _draw_grounds(person: pd.Series) -> None:
    """What is alleged, that it is alleged, and what is uncertain."""
    st.markdown(say("person.grounds", grounds=escape_markdown(person.alleged_grounds or UNKNOWN)))
    st.caption(say("person.presumed"))
    if person.notes:
        st.markdown(say("person.uncertain", notes=escape_markdown(person.notes)))


def _draw_maybe_the_same(view: View, others: pd.DataFrame) -> None:
    lines = [f"- {person_link(view, other)}" for _, other in others.iterrows()]
    if lines:
        st.markdown(f"**{say('person.maybe_same')}**\n\n" + "\n".join(lines))
