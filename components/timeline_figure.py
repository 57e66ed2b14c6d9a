"""Draws the timeline of a view with its table, and how published totals of strikes at sea compare with ours."""

import pandas as pd
import streamlit as st

from components.address_bar import show_picked_in
from components.data_table import draw_table, headed
from components.figure import container_of, draw_figure, draw_heading
from components.frame import View
from components.timeline_chart import timeline_figure
from data.counts import by_value
from data.months import day_name
from data.toll import compared_totals

COLUMNS = ["date", "event_type", "title", "actor_side", "verification", "importance"]
TOTALS = ["as_of", "publisher", "metric", "qualifier", "value", "our_low", "our_high", "agreement", "note", "url"]
PICTURE = "timeline"
AGREEMENTS = {
    "within": "between our low and high",
    "floor": "a floor that agrees",
    "differs": "differs",
}


def draw_timeline(view: View) -> None:
    """Every event of the view in lanes by type; a click opens its record."""
    events, types = view.events, view.package.choices("events", "event_type")
    counts = by_value(events, "event_type")
    first, last = day_name(events.date.min()), day_name(events.date.max())
    timeline = timeline_figure(view.package, events, view.theme, container_of(PICTURE))
    st.html(timeline.style)
    draw_figure(
        timeline.figure,
        title=f"{len(events)} events of {len(counts)} types, {first} to {last}"
        if len(events) > 1
        else f"One event, {first}",
        subtitle="One mark an event, at its first local day; larger is more important, hollow is claimed by one side, "
        "disputed, or known from one origin only, a bar is a span of days. Bands are the phases of the crisis. Click a "
        "mark to open its record.",
        alt=f"Timeline of {len(events)} events from {first} to {last} in {len(counts)} lanes by type. The fullest lane "
        f"is {types[str(counts.index[0])].lower()} with {counts.iloc[0]} events.",
        table=headed(view.package, "events", events[COLUMNS]),
        key=PICTURE,
        on_pick=show_picked_in,
    )


def draw_published_totals(view: View) -> None:
    """Running totals of the strikes at sea that others published, beside ours on the same days."""
    totals = compared_totals(view.package["published_totals"], view.package["events"])
    counts = totals.agreement.value_counts()
    said = ", ".join(f"{counts.get(name, 0)} {label}" for name, label in AGREEMENTS.items())
    draw_heading(
        f"{len(totals)} published totals of the strikes at sea, beside ours",
        f"Killed, strikes and vessels hit, over all events whatever the filter: {said}. Ours run from the low count "
        "through the day before to the high count through the day after.",
    )
    differing = totals[totals.agreement == "differs"].sort_values("as_of")
    st.markdown(f"**The {len(differing)} that differ**")
    _draw_totals(view, differing, "totals_that_differ")
    with st.expander(f"All {len(totals)}"):
        _draw_totals(view, totals.sort_values("as_of"), "published_totals")


def _draw_totals(view: View, totals: pd.DataFrame, key: str) -> None:
    draw_table(
        view.package,
        "published_totals",
        totals.assign(agreement=totals.agreement.map(AGREEMENTS)),
        TOTALS,
        name="running totals of strikes at sea that others published, beside ours",
        key=key,
        extra={
            "our_low": st.column_config.NumberColumn("Ours, low"),
            "our_high": st.column_config.NumberColumn("Ours, high"),
            "agreement": st.column_config.TextColumn("Compared"),
        },
    )
