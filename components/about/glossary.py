"""Draws the glossary: what each term on screen means here, and whose term it is."""

import streamlit as st

from components.look.escaping import escape_markdown, link
from components.view.view import View
from data.package.rows import iterate_rows
from data.text.matching import folded
from data.text.messages import say

ANCHOR = "glossary"


def draw_glossary(view: View) -> None:
    """Every term in the order of the alphabet, under a heading to which `#glossary` leads."""
    package = view.package
    # A release from before there was a glossary brings none where the tables as they stand are broken.
    if "glossary" not in package.frames:
        return
    st.header(say("glossary.heading"), anchor=ANCHOR)
    terms = package["glossary"].sort_values("term", key=lambda names: names.map(folded))
    lines = []
    for term in iterate_rows(terms):
        standard = f" ({link(term.standard, term.url)})" if term.standard else ""
        lines.append(f"- **{escape_markdown(term.term)}**: {escape_markdown(term.meaning)}{standard}")
    st.markdown("\n".join(lines))
