"""Lanes with more events than marks can show: how many there were in each day or week, as bars that share a height."""

from typing import Any

import pandas as pd

from components.elements.picture import Trace, bar
from components.look.escaping import escape_in_picture
from data.text.formats import days_name
from data.text.messages import say

# So many marks of a lane still are marks to click on: as many as two a day over the two years that are shown.
MOST_MARKS = 1500
MILESTONE = 1
# Days that are shown: so many still have bars of two pixels and more on a narrow screen.
LONGEST_BY_DAY = 190
MILLISECONDS = 86_400_000
FOOT, HEIGHT = -0.42, 0.62
HOVER = "<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>"


def dense_types(events: pd.DataFrame) -> frozenset[str]:
    """The event types with more events than are drawn as marks."""
    counts = events.event_type.value_counts()
    return frozenset(counts.index[counts > MOST_MARKS])


def drawn_as_marks(events: pd.DataFrame) -> pd.DataFrame:
    """The events that are drawn as marks: those of types that are not dense, and of these the milestones, as long as
    they are not too many themselves."""
    dense = events.event_type.isin(dense_types(events))
    milestones = events[dense & (events.importance == MILESTONE)]
    crowded = milestones.event_type.isin(dense_types(milestones))
    return events[~dense | events.index.isin(milestones.index[~crowded])]


def days_a_bar(events: pd.DataFrame) -> int:
    """How many days of the time of the events one bar takes: one, or the seven of a week."""
    return 1 if (events.date.max() - events.date.min()).days <= LONGEST_BY_DAY else 7


def density(days: pd.Series, step: int, height: int, colour: str, label: str) -> Trace:
    """The bars of a lane at this height of the picture: how many of its events have their first day in each `step` of
    days, weeks from Monday. The lane's fullest is highest. Nothing is opened by a click: the id is empty."""
    starts = days - pd.to_timedelta(days.dt.day_of_week, unit="D") if step > 1 else days
    counts = starts.value_counts().sort_index()
    return bar(
        x=[f"{start:%Y-%m-%d}" for start in counts.index],
        y=[round(HEIGHT * count / counts.max(), 3) for count in counts],
        base=height + FOOT,
        width=step * MILLISECONDS * 0.9,
        offset=0,
        marker={"color": colour, "line": {"width": 0}},
        # Pale, for the names of milestones stand before them.
        opacity=0.4,
        customdata=[_texts(start, step, count) for start, count in counts.items()],
        hovertemplate=HOVER,
        name=escape_in_picture(label),
    )


def _texts(first: Any, step: int, count: int) -> list[str]:
    days = days_name(first, first + pd.Timedelta(days=step - 1))
    return ["", escape_in_picture(days), say("frame.events", count=int(count))]
