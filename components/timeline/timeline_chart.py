"""The timeline of every event: lanes by type, phases as bands, uncertain events hollow, milestones named."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.elements.figure import CALENDAR, base_layout
from components.elements.picture import Drawing, Picture, Trace, scatter
from components.elements.time_marks import AXIS, PHASES, add_phases
from components.look.escaping import escape_in_picture
from components.look.theme import Theme
from components.timeline.density import days_a_bar, dense_types, density, drawn_as_marks
from components.timeline.label_rows import LABEL_SIZE
from components.timeline.timeline_labels import DAY, ROW, label_annotations, label_style, labels_by_width
from data.events.origins import uncertain
from data.package.package import Package
from data.package.rows import iterate_rows
from data.records.event import drawn_days, when
from data.selection.periods import all_phases
from data.text.messages import say

SIZES = {1: 15, 2: 10, 3: 7}
LANE_HEIGHT, TOP_MARGIN, FOOT_HEIGHT = 46, 4, AXIS + PHASES + 4
MARGIN = pd.Timedelta(days=6)
# What the picture reads of an event: rows of all columns take several times as long to go through.
READ = ["event_id", "event_type", "title", "short_title", "date", "end_date", "date_precision"]
READ += ["importance", "verification", "source_ids"]
HOVER = "<b>%{customdata[1]}</b><br>%{customdata[2]}<br>%{fullData.name} · %{customdata[3]}<extra></extra>"


@dataclass(frozen=True)
class Timeline:
    """The picture, and the style sheet that fits its labels to the width of the container with its key."""

    figure: Picture
    style: str


def timeline_figure(package: Package, events: pd.DataFrame, theme: Theme, key: str) -> Timeline:
    """One lane a type that occurs in `events`, in the vocabulary's order, one mark an event at its first day.

    Colour is the family's and the symbol the type's; size follows importance; events that are claimed, disputed or of
    one origin only are hollow; an event of several days, or whose day is not exactly known, also has a bar over its
    span. A lane of too many events for marks has bars of how many there were, and of marks its milestones. The first
    item of a mark's customdata is the event id. `key` names the container in which the picture is drawn.
    """
    labels = package.choices("events", "event_type")
    lanes = {name: label for name, label in labels.items() if name in set(events.event_type)}
    heights = {name: -number for number, name in enumerate(lanes)}
    days, marked, dense = drawn_days(events), drawn_as_marks(events), dense_types(events)
    start, end = days["first"].min() - MARGIN, days["last"].max() + MARGIN
    judged = marked[READ].assign(hollow=uncertain(package, marked))
    traces: list[Trace] = []
    rows = [*iterate_rows(judged.join(days))]
    for name, label in lanes.items():
        if name in dense:
            of_lane = events.date[events.event_type == name]
            traces.append(density(of_lane, days_a_bar(events), heights[name], theme.colour(name), label))
        of_type = [row for row in rows if row.event_type == name]
        traces += _spans(of_type, heights[name], theme.colour(name))
        traces += [_marks(package, of_type, label, heights[name], theme)] if of_type else []
    figure = Drawing(traces)
    _lay_out(figure, lanes, heights, (start, end), theme)
    add_phases(figure, all_phases(package), start, end, theme)
    for name, label in lanes.items():
        figure.add_annotation(**_heading(label, heights[name], theme))
    shown = labels_by_width(judged, lanes, start, end)
    style = label_style(key, shown, len(figure.layout["annotations"]))
    for annotation in label_annotations(shown, judged, heights):
        figure.add_annotation(**annotation)
    return Timeline(figure.finished(), style)


def _lay_out(
    figure: Drawing,
    lanes: dict[str, str],
    heights: dict[str, int],
    between: tuple[pd.Timestamp, pd.Timestamp],
    theme: Theme,
) -> None:
    """Lanes have their names in them, above the line at the left, so that a phone keeps its whole width for time."""
    label = {"showarrow": False, "font": {"size": LABEL_SIZE, "color": theme.ink.text}}
    figure.update_layout(
        base_layout(theme, TOP_MARGIN + FOOT_HEIGHT + LANE_HEIGHT * len(lanes)),
        showlegend=False,
        margin={"t": TOP_MARGIN, "l": 4, "r": 4, "b": FOOT_HEIGHT},
        template={"layout": {"annotationdefaults": label}},
    )
    figure.update_xaxes(range=list(between), tickformatstops=CALENDAR, showgrid=True, automargin=False)
    figure.update_yaxes(
        tickvals=list(heights.values()),
        showticklabels=False,
        automargin=False,
        range=[-len(lanes) + 0.5, 0.5],
        fixedrange=True,
        zeroline=False,
    )


def _heading(label: str, height: int, theme: Theme) -> dict[str, Any]:
    return {
        "x": 0,
        "xref": "paper",
        "y": height,
        "text": f"<b>{escape_in_picture(label)}</b>",
        "xanchor": "left",
        "yshift": ROW,
        "font": {"color": theme.ink.quiet},
    }


def _spans(events: Sequence[Any], height: int, colour: str) -> list[Trace]:
    """Bars of the events that take longer than a day: whole where the days are known, dotted where they are not."""
    long = [event for event in events if event.last > event.first]
    traces = []
    for unsure, dash in ((False, "solid"), (True, "dot")):
        drawn = [day for event in long if event.unsure == unsure for day in (event.first, event.last, None)]
        if drawn:
            line = {"color": colour, "width": 3, "dash": dash}
            traces.append(
                scatter(x=drawn, y=[height] * len(drawn), mode="lines", line=line, opacity=0.55, hoverinfo="skip")
            )
    return traces


def _marks(package: Package, events: Sequence[Any], lane: str, height: int, theme: Theme) -> Trace:
    """The marks of one type. An open symbol has no filling and its edge in the mark's colour, whatever `line` says."""
    event_type = events[0].event_type
    symbol = theme.symbols[event_type]
    return scatter(
        x=[f"{event.date:{DAY}}" for event in events],
        y=[height] * len(events),
        mode="markers",
        name=escape_in_picture(lane),
        marker={
            "color": theme.colour(event_type),
            "symbol": [f"{symbol}-open" if event.hollow else symbol for event in events],
            "size": [SIZES[event.importance] for event in events],
            "opacity": 0.85,
            "line": {"width": 0.9, "color": theme.ink.page},
        },
        customdata=[_hover(package, event) for event in events],
        hovertemplate=HOVER,
    )


def _hover(package: Package, event: Any) -> list[str]:
    known = package.choices("events", "verification")[event.verification]
    sources = say("timeline.sources", count=len(event.source_ids))
    return [
        event.event_id,
        escape_in_picture(event.title),
        escape_in_picture(when(event)),
        escape_in_picture(f"{known} · {sources}"),
    ]
