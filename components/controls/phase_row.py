"""The phases of the crisis as a row to choose from: a choice shows the days of the phase, a second one all days."""

import streamlit as st

from components.controls.filter_bar import choose_days
from components.look.escaping import escape_markdown
from data.package.package import Package
from data.package.rows import iterate_rows
from data.selection.filters import Filters
from data.text.messages import say
from data.timeline.phases import counted_phases
from data.view.shared_views import once_per_filters

KEY = "phase_row"


@once_per_filters
def _labels(package: Package, filters: Filters) -> dict[str, str]:
    """What each phase is called, by its days as a link writes them."""
    return {
        phase.span: say(
            "phases.choice",
            name=escape_markdown(phase.name),
            dates=phase.dates,
            days=say("compare.days", count=phase.days),
            events=say("frame.events", count=phase.events),
        )
        for phase in iterate_rows(counted_phases(package, filters.keep(package)))
    }


def draw_phase_row(package: Package, filters: Filters) -> None:
    """Each phase with its dates, its days and how many events of the view it would hold; chosen is the one whose days
    the address names."""
    labels = _labels(package, filters.of_all_days)
    written = filters.days.write() if filters.month.is_open else ""
    st.session_state[KEY] = written if written in labels else None
    with st.container(key="phases"):
        st.pills(
            say("phases.heading"),
            list(labels),
            format_func=lambda span: labels[span],
            key=KEY,
            on_change=lambda: choose_days(st.session_state[KEY] or ""),
        )
