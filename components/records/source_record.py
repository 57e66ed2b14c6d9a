"""Draws the record of a source: who published it, of which kind it is, and which rows of every table point at it."""

import streamlit as st

from components.elements.fact_list import fact_lines
from components.look.escaping import escape_markdown, link
from components.records.record_foot import draw_foot
from components.view.addresses import address_in_view
from components.view.view import View
from data.events.sources import SOURCES
from data.package.rows import iterate_rows
from data.records.backlinks import backlinks_of_source
from data.records.facts import fact_texts
from data.records.source_facts import SOURCE_FACTS
from data.selection.record_kinds import KINDS, SOURCE
from data.text.formats import number
from data.text.messages import say


def draw_source(view: View, source_id: str) -> None:
    """Draw the record of one source; NoSuchRecord when there is none."""
    source = SOURCE.row(view.package, source_id)
    st.subheader(escape_markdown(source.title), anchor=False)
    st.markdown(say("source.where", link=link(source.url, source.url)))
    st.markdown(fact_lines(fact_texts(view.package, SOURCES, SOURCE_FACTS, source)))
    _draw_backlinks(view, source_id)
    draw_foot(view, SOURCE, source_id)


def _draw_backlinks(view: View, source_id: str) -> None:
    backlinks = backlinks_of_source(view.package, source_id)
    st.markdown(f"**{say('source.backlinks', count=sum(map(len, backlinks.values())))}**")
    for table, rows in backlinks.items():
        title = view.package.descriptor.table(table).title
        lines = "\n".join(f"- {_line(view, row.name, row.parameter, row.row_id)}" for row in iterate_rows(rows))
        st.markdown(f"{escape_markdown(title)} ({number(len(rows))})\n\n{lines}")


def _line(view: View, name: str, parameter: str, row_id: str) -> str:
    """A row by its name, which leads to the record that shows it where there is one."""
    return link(name, address_in_view(view, KINDS[parameter], row_id)) if parameter else escape_markdown(name)
