"""The escalation picture: for each direction, pressure as bars downwards and easing as bars upwards, through time."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from components.elements.figure import CALENDAR, base_layout
from components.elements.picture import Drawing, Picture, Trace, bar, scatter
from components.elements.picture_lines import wrapped_in_picture
from components.elements.time_marks import AXIS, PHASES, add_phases
from components.look.escaping import escape_in_picture
from components.look.theme import Theme
from components.timeline.escalation_texts import RUNNING, WEEK, BundleMark, acts_text, bucket_names
from data.package.package import Package
from data.package.rows import iterate_rows
from data.selection.periods import all_phases
from data.text.formats import signed
from data.text.messages import say
from data.timeline.escalation import directions

ROW_HEIGHT, TOP_MARGIN, FOOT, LEFT = 230, 8, AXIS + PHASES + 30, 64
# Letters in a line of a mark: a phone has room for no more beside the bar.
TEXT_WIDTH = 19
SIGNS = ("negative", "positive")
LEGEND = {"orientation": "h", "x": 1, "xanchor": "right", "y": 0, "yanchor": "bottom", "yref": "container"}
# The share of its month or week that a bar takes.
FULL = 0.8
HOVER = "<b>%{customdata[1]}</b><br>%{customdata[2]}<br>%{customdata[3]}<br>%{customdata[4]}<extra></extra>"


def escalation_figure(
    package: Package, sums: pd.DataFrame, marks: list[BundleMark], theme: Theme, *, step: str
) -> Picture:
    """One row of the picture a direction, on one scale of points: `sums` are rows of `data.timeline.escalation.summed`
    by the `step` (as in the settings), drawn as bars, or rows of `running` drawn as lines where it adds up.

    `marks` are the acts that bundle others: a dotted outline shows the other sum where there is one. The first item of
    a bar's customdata is the event id of its most severe act.
    """
    labels = directions(package)
    figure = Drawing(heights=[1] * len(labels), gap=0.06)
    ends = sums.bucket.min(), _ends(sums, step).max()
    _lay_out(figure, len(labels), ends, _reach(sums, marks), theme)
    for row, (direction, label) in enumerate(labels.items(), 1):
        own = sums[sums.direction == direction]
        for trace in (_lines if step == RUNNING else _bars)(own, step, theme):
            figure.add_trace(trace | {"showlegend": row == 1}, row)
        for mark in (mark for mark in marks if mark.direction == direction):
            _add_mark(figure, mark, row, theme)
        figure.add_annotation(**_row_title(label, row, theme))
    add_phases(figure, all_phases(package), *ends, theme, len(labels))
    return figure.finished()


def _lay_out(figure: Drawing, rows: int, ends: tuple[Any, Any], reach: tuple[float, float], theme: Theme) -> None:
    layout = base_layout(theme, TOP_MARGIN + FOOT + ROW_HEIGHT * rows)
    axes = {"xaxis": layout.pop("xaxis"), "yaxis": layout.pop("yaxis")}
    figure.update_layout(layout, barmode="overlay", margin={"t": TOP_MARGIN, "l": LEFT, "b": FOOT}, legend=LEGEND)
    figure.update_xaxes(axes["xaxis"], range=list(ends), tickformatstops=CALENDAR, automargin=False)
    figure.update_yaxes(
        axes["yaxis"], range=list(reach), title={"text": say("escalation.axis")}, fixedrange=True, automargin=False
    )
    figure.update_yaxes(zeroline=True)


def _bars(own: pd.DataFrame, step: str, theme: Theme) -> Iterator[Trace]:
    long = (_ends(own, step) - own.bucket).dt.total_seconds() * 1000
    for column, colour in zip(SIGNS, (theme.ink.text, theme.ink.quiet), strict=True):
        yield bar(
            x=own.bucket,
            y=own[column],
            width=long * FULL,
            offset=long * (1 - FULL) / 2,
            name=say(f"escalation.sign_{column}"),
            marker={"color": colour, "line": {"width": 0}},
            customdata=_hover_values(own, step),
            hovertemplate=HOVER,
        )


def _lines(own: pd.DataFrame, step: str, theme: Theme) -> Iterator[Trace]:
    for column, dash in zip(SIGNS, ("solid", "dot"), strict=True):
        yield scatter(
            x=own.bucket,
            y=own[column],
            mode="lines",
            name=say(f"escalation.sign_{column}"),
            line={"color": theme.ink.text, "dash": dash, "width": 2, "shape": "hv"},
            customdata=_hover_values(own, step),
            hovertemplate=HOVER,
        )


def _hover_values(own: pd.DataFrame, step: str) -> list[list[str]]:
    bucket_name = bucket_names(step)
    return [
        [
            bucket.most_severe,
            bucket_name(bucket.bucket),
            acts_text(bucket.acts),
            say("escalation.sums", pressure=signed(bucket.negative), easing=signed(bucket.positive)),
            escape_in_picture(
                say("escalation.severe", act=bucket.title) if bucket.title else say("escalation.no_severe")
            ),
        ]
        for bucket in iterate_rows(own)
    ]


def _ends(sums: pd.DataFrame, step: str) -> pd.Series:
    """The first moment after each bucket."""
    return sums.bucket + (pd.Timedelta(days=7) if step == WEEK else pd.offsets.MonthBegin(1))


def _add_mark(figure: Drawing, mark: BundleMark, row: int, theme: Theme) -> None:
    """A line at the act's day with the words of the mark; where `other` is given, the outline of the month it tells."""
    line = {"color": theme.ink.text, "width": 1.2, "dash": "dot"}
    if mark.other is not None:
        month = mark.month, mark.month + pd.offsets.MonthBegin(1)
        figure.add_shape(type="rect", x0=month[0], x1=month[1], y0=0, y1=mark.other, line=line, row=row)
    figure.add_annotation(
        x=mark.month + pd.offsets.MonthBegin(1),
        y=0,
        yref=f"{_axis(row)} domain",
        text=wrapped_in_picture(mark.text, TEXT_WIDTH),
        showarrow=False,
        xanchor="left",
        yanchor="bottom",
        align="left",
        xshift=4,
        font={"size": 12, "color": theme.ink.text},
    )


def _axis(row: int) -> str:
    return f"y{row}" if row > 1 else "y"


def _row_title(label: str, row: int, theme: Theme) -> dict[str, Any]:
    return {
        "text": f"<b>{escape_in_picture(label)}</b>",
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": 1,
        "yref": f"{_axis(row)} domain",
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": 13, "color": theme.ink.text},
    }


def _reach(sums: pd.DataFrame, marks: list[BundleMark]) -> tuple[float, float]:
    """The ends of the y axes: the same for all directions, with room for the titles above the bars."""
    least = min([sums.negative.min(), -1.0, *(mark.other for mark in marks if mark.other is not None)])
    most = max(sums.positive.max(), 1.0)
    room = (most - least) * 0.14
    return least - room / 2, most + room
