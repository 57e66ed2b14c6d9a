"""Draws the timeline of a view with its table, the months it shows, and its milestones by number."""

import pandas as pd
import streamlit as st

from components.data_table import headed
from components.event_chain import numbered_line
from components.figure import container_of, draw_figure
from components.filter_bar import draw_month_brush
from components.frame import View
from components.picking import show_picked_in
from components.timeline_chart import timeline_figure
from components.timeline_labels import milestones_of
from data.counts import Month, by_value, fullest_month
from data.style import counted, day_name, month_name

COLUMNS = ["date", "event_type", "title", "actor_side", "verification", "importance"]
PICTURE = "timeline"


def draw_timeline(view: View) -> None:
    """Every event of the view in lanes by type; a click opens its record. The months below are those of the view."""
    draw_timeline_picture(view)
    draw_month_brush(view.package, view.filters)


def draw_timeline_picture(view: View) -> None:
    """The picture alone. The view holds an event."""
    events, types = view.events, view.package.choices("events", "event_type")
    counts, monthly = by_value(events, "event_type"), fullest_month(events)
    first, last = day_name(events.date.min()), day_name(events.date.max())
    timeline = timeline_figure(view.package, events, view.theme, container_of(PICTURE))
    st.html(timeline.style)
    draw_figure(
        timeline.figure,
        title=_title(events, monthly),
        subtitle="One mark an event, at its first local day. The larger, the more important; hollow: claimed by one "
        "side, disputed, or known from one origin only; a bar: several days; a dotted bar: the day is not exactly "
        "known (an approximate day is drawn a week wide). Bands: phases of the crisis. A click opens a mark's record.",
        alt=f"Timeline of {counted(len(events), 'event')} from {first} to {last} in {len(counts)} lanes by type. The "
        f"fullest lane is {types[str(counts.index[0])].lower()} with {counts.iloc[0]} events, the fullest month "
        f"{month_name(monthly.month)} with {monthly.events}.",
        table=headed(view.package, "events", events[COLUMNS]),
        key=PICTURE,
        on_pick=show_picked_in,
    )


def _title(events: pd.DataFrame, fullest: Month) -> str:
    month = month_name(fullest.month)
    if len(events) == 1:
        return f"One event, {day_name(events.date.min())}"
    if fullest.events == len(events):
        return f"{len(events)} events, all in {month}"
    return f"{month} holds the most events: {fullest.events} of {len(events)}"


def draw_milestones(view: View) -> None:
    """The milestones of the view by the numbers that they carry in the timeline."""
    found = milestones_of(view.events)
    if found.empty:
        return
    with st.expander(f"The milestones in the picture by number ({len(found)})"):
        lines = [numbered_line(view, event.number, event) for _, event in found.iterrows()]
        st.markdown("\n".join(lines))
