"""Draws how to cite what the reader looks at: its permanent link and its citation in each form, each to be copied."""

from datetime import UTC, date, datetime

import streamlit as st

from components.addresses import RECORD_PAGES, full_address, record_address
from components.embed_code import draw_embed_codes
from components.plain import plain
from components.view import View
from data.citation import Citation, bibtex, cite, long_text, record_in_words, ris, short_text
from data.settings import record_words

EVENTS = "events"


def draw_cite(view: View) -> None:
    """Draw the button that opens the citation of this view and, when a record is open, first that of the record."""
    with st.popover("Cite or share", type="tertiary"):
        if word := open_record(view):
            record, whole = st.tabs(["This record", "This view"])
            with record:
                _draw_forms(record_citation(view, word), "record")
            with whole:
                _draw_forms(view_citation(view), "view")
        else:
            _draw_forms(view_citation(view), "view")
        draw_embed_codes(view)


def view_citation(view: View) -> Citation:
    """The citation of the view: its filter sentence and its page, read today."""
    subject = f"{view.filters.say(view.package)}{_known_from(view)} (page “{view.page.title}”)"
    return cite(view.package, subject + _unreleased(view), full_address(view), _today())


def _known_from(view: View) -> str:
    """The grade that the page of events was narrowed to, to follow the filter sentence; empty elsewhere."""
    if not view.settings.grade or view.page.slug != EVENTS:
        return ""
    label = view.package.labels("grades", "grade")[view.settings.grade]
    return f", known from: {label[:1].lower()}{label[1:]}"


def _unreleased(view: View) -> str:
    """What the tables have beyond the release that they name, so that nothing is passed off as released."""
    return "" if view.edition.release else f"; {view.edition.say()}"


def record_citation(view: View, word: str) -> Citation:
    """The citation of the record that `word` opens in this view, read today."""
    row_id = getattr(view.settings, word)
    subject = record_in_words(view.package, word, row_id)
    return cite(view.package, subject + _unreleased(view), record_address(view, word, row_id), _today())


def open_record(view: View) -> str:
    """The word of the record that is open, of several that of a record which stands on this page; else empty."""
    asked = [word for word in record_words() if getattr(view.settings, word)]
    at_home = [word for word in asked if RECORD_PAGES.get(word) == view.page.slug]
    return next(iter([*at_home, *asked]), "")


def _draw_forms(citation: Citation, key: str) -> None:
    """One box a form; each has Streamlit's own button to copy it."""
    st.caption(plain(f"{citation.subject}, as of data release {citation.release}."))
    forms = {
        "Link": citation.link,
        "Short": short_text(citation),
        "Long": long_text(citation),
        "BibTeX": bibtex(citation),
        "RIS": ris(citation),
    }
    for label, text in forms.items():
        with st.container(key=f"cite_{key}_{label.lower()}", gap="xxsmall"):
            st.markdown(f"**{label}**")
            st.code(text, language=None, wrap_lines=True)


def _today() -> date:
    """The day on which the reader looks, in universal time, as data releases are dated."""
    return datetime.now(UTC).date()
