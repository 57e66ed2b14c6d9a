"""The actions in time: easing above the line, tightening below, those in neither direction in a row of their own."""

from collections.abc import Mapping

import pandas as pd

from components.elements.figure import base_layout
from components.elements.picture import Drawing, Picture, Trace, bar
from components.look.escaping import escape_in_picture
from components.look.theme import Theme
from data.sanctions.actions import EASING, NEITHER, TIGHTENING
from data.selection.months import month_start, month_starts
from data.text.formats import MONTH

HEIGHTS = {1: 300, 2: 420}
TWO_SIDES, ONE_SIDE = {EASING: 1, TIGHTENING: -1}, {NEITHER: 1}
BAR = pd.Timedelta(days=21) / pd.Timedelta(milliseconds=1)
HALF_MONTH = pd.Timedelta(days=16)
FEW_MONTHS = 6
HEADROOM = 1.25


def actions_figure(counts: pd.DataFrame, labels: Mapping[str, str], colour: str, theme: Theme) -> Picture:
    """Two rows of bars on one scale, each bar with its number; a row without any bar is left out.

    `counts` has one row a month (index "YYYY-MM") and the columns tightening, easing, neither, of which `labels` gives
    the names; at least one number is above zero. Above, in `colour` (hex): easing up, tightening down. Below, in grey:
    neither.
    """
    rows = [sides for sides in (TWO_SIDES, ONE_SIDE) if counts[list(sides)].to_numpy().any()]
    reach = [_reach(counts, sides) for sides in rows]
    heights = [top - bottom for bottom, top in reach]
    figure = Drawing(heights=heights, gap=0.1)
    figure.update_layout(base_layout(theme, HEIGHTS[len(rows)]), showlegend=False, barmode="relative")
    for row, (sides, ends) in enumerate(zip(rows, reach, strict=True), start=1):
        for side, sign in sides.items():
            bars = _bars(counts[side], sign, labels[side], theme.ink.quiet if side == NEITHER else colour, theme)
            figure.add_trace(bars, row)
        _name_sides(figure, row, {ends[sign > 0] / 2: labels[side] for side, sign in sides.items()}, ends)
    _set_time(figure, counts.index)
    return figure.finished()


def _bars(counts: pd.Series, sign: int, label: str, colour: str, theme: Theme) -> Trace:
    shown = counts[counts > 0]
    return bar(
        x=month_starts(shown.index),
        y=shown * sign,
        width=BAR * min(1.0, len(counts) / FEW_MONTHS),
        name=escape_in_picture(label),
        marker={"color": colour},
        customdata=shown,
        texttemplate="%{customdata}",
        textposition="outside",
        textfont={"color": theme.ink.text},
        cliponaxis=False,
        hovertemplate=f"%{{x|{MONTH}}}: %{{customdata}}<extra>%{{fullData.name}}</extra>",
    )


def _reach(counts: pd.DataFrame, sides: Mapping[str, int]) -> tuple[float, float]:
    """From where to where a row goes, in actions: room for the numbers at the bars and for the names of the sides."""
    least = max(2.0, float(counts.to_numpy().max()) / 3)
    ends = {sign: max(float(counts[side].max()), least) * HEADROOM for side, sign in sides.items()}
    return -ends.get(-1, 0.0), ends.get(1, 0.0)


def _set_time(figure: Drawing, months: pd.Index) -> None:
    first, last = month_start(months[0]), month_start(months[-1])
    figure.update_xaxes(
        type="date",
        range=[first - HALF_MONTH, last + HALF_MONTH],
        tickformat="%b\n%Y",
        dtick="M1" if len(months) <= FEW_MONTHS else None,
        showgrid=False,
        showline=False,
        automargin=True,
        fixedrange=True,
    )


def _name_sides(figure: Drawing, row: int, sides: Mapping[float, str], ends: tuple[float, float]) -> None:
    figure.update_yaxes(
        range=list(ends),
        tickvals=list(sides),
        ticktext=[escape_in_picture(label) for label in sides.values()],
        tickangle=-90,
        showgrid=False,
        showline=False,
        zeroline=True,
        fixedrange=True,
        row=row,
    )
