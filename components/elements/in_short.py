"""Draws facts in one sentence each, made by rule, as links to the rows that they are made of."""

from collections.abc import Sequence

import streamlit as st

from components.look.escaping import link
from components.view.addresses import address
from components.view.view import View
from data.selection.short_fact import ShortFact
from data.text.messages import say

# More would be read by nobody.
MOST = 5


def draw_in_short(view: View, facts: Sequence[ShortFact]) -> None:
    """Draw the first facts as a short list below a picture; nothing where there is none."""
    if facts:
        lines = "\n".join(f"- {link(fact.text, address(view, fact.page, **fact.parameters))}" for fact in facts[:MOST])
        with st.container(key="in_short", gap="xxsmall"):
            st.markdown(f"**{say('in_short.heading')}**")
            st.markdown(lines)
