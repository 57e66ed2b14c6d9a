"""Draws the sources of a record: official and wire first, each with its page and its own record, weak ones marked."""

import pandas as pd
import streamlit as st

from components.look.escaping import escape_markdown, link
from components.view.addresses import address_in_view
from components.view.view import View
from data.events.sources import (
    BASIS,
    KIND,
    SOURCES,
    UNREAD,
    is_unread,
    is_weaker,
    marked,
    origins_text,
    published_by,
    sources_of,
    weaker_text,
)
from data.package.package import Package
from data.records.facts import with_meaning
from data.selection.record_kinds import SOURCE
from data.text.formats import lower_first
from data.text.messages import say


def draw_sources(view: View, source_ids: tuple[str, ...], known: str = "") -> None:
    """Draw the sources with those ids, one line each, below how many origins they have; `known` says in words what
    that means for how well the row is known."""
    package = view.package
    rows = [source for _, source in sources_of(package, source_ids).iterrows()]
    st.markdown(say("sources.origins", origins=escape_markdown(origins_text(package, source_ids))))
    if known:
        st.markdown(say("sources.known_from", known=escape_markdown(known)))
    st.markdown("\n".join(source_line(view, source) for source in rows))
    if notes := _notes(package, rows):
        st.caption(escape_markdown(notes))


def source_line(view: View, source: pd.Series) -> str:
    """A source as a line of Markdown: its title leads to its page, the last words to its record here."""
    package = view.package
    kind, basis = (package.choices(SOURCES, column)[source[column]] for column in (KIND, BASIS))
    kind = (
        say("sources.weaker_kind", kind=escape_markdown(kind)) if is_weaker(package, source) else escape_markdown(kind)
    )
    basis = escape_markdown(lower_first(basis))
    basis = f"**{basis}**" if is_unread(package, source) else basis
    line = say(
        "sources.line",
        title=link(source.title, source.url),
        published=escape_markdown(published_by(package, source)),
        kind=kind,
        basis=basis,
        record=link(say("sources.record"), address_in_view(view, SOURCE, source.source_id)),
    )
    return f"- {line}"


def _notes(package: Package, rows: list[pd.Series]) -> str:
    """What the marks in the list mean, as far as it has any."""
    notes = []
    if any(is_weaker(package, source) for source in rows):
        notes.append(say("sources.weaker", which=weaker_text(package)))
    if any(is_unread(package, source) for source in rows):
        notes += [with_meaning(package, SOURCES, BASIS, value) for value in marked(package, BASIS, UNREAD)]
    return " ".join(notes)
