"""Every action by day in lanes, easing above the middle and tightening below; the running number of targets."""

from collections.abc import Mapping

import pandas as pd

from components.elements.figure import CALENDAR, base_layout
from components.elements.picture import Drawing, Picture, Trace, scatter
from components.look.escaping import escape_in_picture
from components.look.theme import Theme
from data.records.event import when
from data.sanctions.actions import EASING, NEITHER, TIGHTENING

LANE_HEIGHT, TOP_HEIGHT = 44, 84
# How a direction is drawn: its symbol and how far from the middle of the lane, in lanes.
MARKS = {EASING: ("triangle-up", 0.2), TIGHTENING: ("triangle-down", -0.2), NEITHER: ("circle", 0.0)}
MARGIN = pd.Timedelta(days=10)


def lanes_figure(
    acts: pd.DataFrame, lanes: Mapping[str, str], labels: Mapping[str, str], colour: str, theme: Theme
) -> Picture:
    """One lane a value of `lane` that occurs, in the order of `lanes` (its labels), one mark an act at its first day.

    `acts` has event_id, date, title, lane, way and hollow (whether it is drawn hollow). Triangles up ease and triangles
    down tighten, in `colour` (hex); grey discs do neither. The first item of a mark's customdata is the event id.
    """
    shown = [lane for lane in lanes if lane in set(acts.lane)]
    level = {lane: len(shown) - 1 - number for number, lane in enumerate(shown)}
    figure = Drawing(
        [_marks(acts[acts.way == direction], direction, labels[direction], level, colour, theme) for direction in MARKS]
    )
    figure.update_layout(base_layout(theme, TOP_HEIGHT + LANE_HEIGHT * len(shown)), hovermode="closest")
    figure.update_xaxes(range=[acts.date.min() - MARGIN, acts.date.max() + MARGIN], tickformatstops=CALENDAR)
    figure.update_yaxes(
        tickvals=list(level.values()),
        ticktext=[escape_in_picture(lanes[lane]) for lane in shown],
        range=[-0.5, len(shown) - 0.5],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    for edge in range(len(shown) - 1):
        figure.add_hline(edge + 0.5, line={"color": theme.ink.rule, "width": 1}, layer="below")
    return figure.finished()


def _marks(
    acts: pd.DataFrame, direction: str, label: str, level: Mapping[str, int], colour: str, theme: Theme
) -> Trace:
    symbol, shift = MARKS[direction]
    return scatter(
        x=acts.date,
        y=[level[lane] + shift for lane in acts.lane],
        mode="markers",
        name=escape_in_picture(label),
        marker={
            "symbol": [f"{symbol}-open" if hollow else symbol for hollow in acts.hollow],
            "size": 10,
            "color": theme.ink.quiet if direction == NEITHER else colour,
            "line": {"width": 1, "color": theme.ink.page},
        },
        customdata=[[act.event_id, escape_in_picture(act.title), when(act)] for _, act in acts.iterrows()],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<extra>%{fullData.name}</extra>",
    )
