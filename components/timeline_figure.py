"""Draws the timeline of a view with its table, and how published totals of strikes at sea compare with ours."""

import pandas as pd
import streamlit as st

from components.address_bar import show_picked_in
from components.data_table import draw_table, headed
from components.event_record import numbered_line
from components.figure import container_of, draw_figure, draw_heading
from components.filter_bar import draw_month_brush
from components.frame import View
from components.timeline_chart import timeline_figure
from components.timeline_labels import milestones_of
from data.counts import by_value, fullest_month
from data.months import day_name, month_name
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
    """Every event of the view in lanes by type; a click opens its record. The months below are those of the view."""
    events, types = view.events, view.package.choices("events", "event_type")
    counts, monthly = by_value(events, "event_type"), fullest_month(events)
    first, last = day_name(events.date.min()), day_name(events.date.max())
    timeline = timeline_figure(view.package, events, view.theme, container_of(PICTURE))
    st.html(timeline.style)
    draw_figure(
        timeline.figure,
        title=f"{month_name(monthly.month)} holds the most events: {monthly.events} of {len(events)}"
        if len(events) > 1
        else f"One event, {first}",
        subtitle="One mark an event, at its first local day. The larger, the more important; hollow: claimed by one "
        "side, disputed, or known from one origin only; a bar: several days; a dotted bar: the day is not exactly "
        "known (an approximate day is drawn a week wide). Bands: phases of the crisis. A click opens a mark's record.",
        alt=f"Timeline of {len(events)} events from {first} to {last} in {len(counts)} lanes by type. The fullest lane "
        f"is {types[str(counts.index[0])].lower()} with {counts.iloc[0]} events, the fullest month "
        f"{month_name(monthly.month)} with {monthly.events}.",
        table=headed(view.package, "events", events[COLUMNS]),
        key=PICTURE,
        on_pick=show_picked_in,
    )
    draw_month_brush(view.package, view.filters)


def draw_milestones(view: View) -> None:
    """The milestones of the view by the numbers that they carry in the timeline."""
    found = milestones_of(view.events)
    if found.empty:
        return
    with st.expander(f"The milestones in the picture by number ({len(found)})"):
        lines = [numbered_line(view, event.number, event) for _, event in found.iterrows()]
        st.markdown("\n".join(lines))


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
