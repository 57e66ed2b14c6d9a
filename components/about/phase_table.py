"""Draws the phases of the crisis as a table: from when to when, how many events, and what marks each."""

import streamlit as st

from components.elements.data_table import draw_table
from components.view.view import View
from data.text.messages import say
from data.timeline.phases import counted_phases


def draw_phases(view: View) -> None:
    """Every phase with its dates, its days, its events and what marks its beginning and end."""
    package = view.package
    st.header(say("phases.heading"), anchor=False)
    st.markdown(say("phases.about"))
    described = package["phases"].sort_values("start").description
    phases = counted_phases(package, package["events"])
    draw_table(
        package,
        "phases",
        phases.assign(label=phases["name"], description=list(described)),
        ["label", "start", "end", "days", "events", "description"],
        name=say("phases.table"),
        key="phases",
        extra={
            "days": st.column_config.NumberColumn(say("phases.days")),
            "events": st.column_config.NumberColumn(say("phases.events")),
        },
    )
