"""Draws how many events of the table each value of a filter would keep; each line is a link that sets the filter."""

import pandas as pd
import streamlit as st

from components.events.events_table import events_shown
from components.look.escaping import link, plain
from components.view.addresses import address
from components.view.view import View
from data.events.columns import GRADE
from data.events.facets import facets, grade_facet
from data.selection.filters import filter_titles
from data.text.messages import say
from data.view.settings import setting_titles


def draw_facets(view: View) -> None:
    """The counts by type, month, side and verification of what the table shows, and by grade of the whole view."""
    package = view.package
    found = pd.concat([facets(package, events_shown(view)), grade_facet(package, view.events)])
    titles = {**filter_titles(), GRADE: setting_titles()[GRADE]}
    with st.expander(say("facets.heading")):
        st.caption(say("facets.said"))
        words = list(found.word.unique())
        for column, word in zip(st.columns(len(words)), words, strict=True):
            lines = "\n".join(_line(view, row) for _, row in found[found.word == word].iterrows())
            column.markdown(f"**{plain(titles[word])}**\n\n{lines}")


def _line(view: View, facet: pd.Series) -> str:
    kept = {word: getattr(view.settings, word) for word in (GRADE, "columns") if getattr(view.settings, word)}
    target = address(view, "events", **kept | {facet.word: facet["value"]})
    return "- " + say("facets.line", value=link(facet.label, target), number=facet.events)
