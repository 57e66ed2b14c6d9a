"""Draws the timeline of a view with its table, the months it shows, and its milestones by number."""

import streamlit as st

from components.controls.phase_row import draw_phase_row
from components.controls.picking import show_picked_in
from components.elements.data_table import TableWhenOpened, headed
from components.elements.figure import ShownPicture, container_of, draw_figure
from components.elements.in_short import draw_in_short
from components.events.event_lines import numbered_lines
from components.timeline.density import MOST_MARKS, days_a_bar, dense_types
from components.timeline.timeline_chart import timeline_figure
from components.timeline.timeline_labels import milestones_of
from components.view.headlines import headline
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.events.counts import by_value, fullest_month, fullest_month_text
from data.events.in_short import event_facts, vote_facts
from data.selection.short_fact import ShortFact
from data.text.formats import day_name, lower_first, month_name, number
from data.text.messages import say

COLUMNS = ["date", "end_date", "date_precision", "event_type", "title", "actor_side", "verification", "importance"]
PICTURE = "timeline"


@once_per_view
def _facts(view: View) -> list[ShortFact]:
    return [*event_facts(view.events), *vote_facts(view.package, view.events)]


def draw_timeline(view: View) -> None:
    """Every event of the view in lanes by type; a click opens its record. Below stand the phases, to choose from."""
    draw_timeline_picture(view)
    draw_in_short(view, _facts(view))
    draw_phase_row(view.package, view.filters)


def draw_timeline_picture(view: View) -> None:
    """The picture alone. The view holds an event."""
    style, shown = _picture(view)
    st.html(style)
    table = TableWhenOpened(view.event_count, lambda: headed(view.package, "events", view.events[COLUMNS]))
    draw_figure(**shown, table=table, key=PICTURE, on_pick=show_picked_in)
    if note := _note_on_density(view):
        st.caption(note)


@once_per_view
def _note_on_density(view: View) -> str:
    """From how many events on a lane is drawn as bars, and what brings the marks back; empty where all are marks."""
    dense = dense_types(view.events)
    if not dense:
        return ""
    by_day = days_a_bar(view.events) == 1
    return say("timeline.density_by_day" if by_day else "timeline.density_by_week", most=MOST_MARKS, count=len(dense))


@once_per_view
def _picture(view: View) -> tuple[str, ShownPicture]:
    """The style sheet of the picture, and the picture with its words."""
    events, types = view.events, view.package.choices("events", "event_type")
    counts, monthly = by_value(events, "event_type"), fullest_month(events)
    first, last = day_name(events.date.min()), day_name(events.date.max())
    timeline = timeline_figure(view.package, events, view.theme, container_of(PICTURE))
    shown = ShownPicture(
        figure=timeline.figure,
        title=headline(view, PICTURE, fullest_month_text(events)),
        subtitle=say("timeline.legend"),
        alt=say(
            "timeline.alt",
            events=say("frame.events", count=len(events)),
            first=first,
            last=last,
            count=len(counts),
            lane=lower_first(types[str(counts.index[0])]),
            in_lane=say("frame.events", count=int(counts.iloc[0])),
            month=month_name(monthly.month),
            in_month=number(monthly.events),
        ),
    )
    return timeline.style, shown


def draw_milestones(view: View) -> None:
    """The milestones of the view by the numbers that they carry in the timeline."""
    lines = _milestone_lines(view)
    if lines:
        with st.expander(say("timeline.milestones", count=len(lines))):
            st.markdown("\n".join(lines))


@once_per_view
def _milestone_lines(view: View) -> list[str]:
    return numbered_lines(view, milestones_of(view.events))
