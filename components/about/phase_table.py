"""Draws the phases of the crisis as a table: from when to when, how many events, and what marks each."""

import streamlit as st

from components.elements.html_table import Heading, Row, html_table
from components.view.view import View
from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.package.rows import iterate_rows
from data.text.messages import say
from data.timeline.phases import counted_phases

COLUMNS = ("name", "dates", "days", "events", "description")
NUMBERS, ON_PHONES = ("days", "events"), ("name", "dates", "description")


def draw_phases(view: View) -> None:
    """Every phase with its dates, its days, its events and what marks it, in a table whose words wrap."""
    st.header(say("phases.heading"), anchor=False)
    st.html(_phase_table(view.package))


@once_per_package
def _phase_table(package: Package) -> str:
    described = package["phases"].sort_values("start").description
    phases = counted_phases(package, package["events"]).assign(description=list(described))
    headings = [
        Heading(say(f"phases.column_{column}"), is_number=column in NUMBERS, is_minor=column not in ON_PHONES)
        for column in COLUMNS
    ]
    rows = [Row(tuple(str(getattr(phase, column)) for column in COLUMNS)) for phase in iterate_rows(phases)]
    return html_table(say("phases.about"), headings, rows)
