"""Draws the phases of the crisis as a table: from when to when, how many events, and what marks each."""

import streamlit as st

from components.look.escaping import escape_markdown
from components.view.view import View
from data.package.rows import iterate_rows
from data.text.messages import say
from data.timeline.phases import counted_phases

COLUMNS = ("name", "dates", "days", "events", "description")


def draw_phases(view: View) -> None:
    """Every phase with its dates, its days, its events and what marks it, in a table whose words wrap."""
    package = view.package
    described = package["phases"].sort_values("start").description
    phases = counted_phases(package, package["events"]).assign(description=list(described))
    lines = [" | ".join(say(f"phases.column_{column}") for column in COLUMNS), " | ".join(["---"] * len(COLUMNS))]
    for phase in iterate_rows(phases):
        lines.append(" | ".join(escape_markdown(str(getattr(phase, column))) for column in COLUMNS))
    st.header(say("phases.heading"), anchor=False)
    st.markdown(say("phases.about"))
    st.markdown("\n".join(f"| {line} |" for line in lines))
