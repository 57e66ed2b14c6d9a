"""The toll at sea through time: ours as a band and as steps, and the running totals that others published as points."""

from typing import Any

import pandas as pd

from components.elements.figure import CALENDAR, base_layout
from components.elements.picture import Drawing, Picture, Trace, scatter
from components.look.escaping import escape_in_picture
from components.look.theme import Theme
from data.package.package import Package
from data.package.rows import iterate_rows
from data.text.formats import day_name, lower_first, number, spoken
from data.text.messages import say
from data.timeline.published_totals import DIFFERS, FLOORS
from data.timeline.toll import COUNTED

# Pixels: the first row, of the killed, is the tallest.
HEIGHTS, TOP_MARGIN, FOOT, LEFT = (250, 130, 130), 16, 46, 40
FLOOR, CEILING, EXACT = "triangle-up", "triangle-down", "circle"
CEILINGS = ("up_to",)
HOVER = "<b>%{customdata[0]}</b><br>%{customdata[1]}<br>%{customdata[2]}<extra></extra>"


def toll_figure(
    package: Package,
    cumulative: pd.DataFrame,
    totals: pd.DataFrame,
    shown: tuple[pd.Timestamp, pd.Timestamp],
    theme: Theme,
) -> Picture:
    """One row a count (killed, strikes, vessels hit): `cumulative` (rows of `cumulative_toll`) as steps or a band of
    low to high, `totals` (rows of `numbered`) as points.

    A floor is an upward triangle, a ceiling a downward one; a total that differs is dark and numbered. `shown` are the
    first and last day of the picture.
    """
    labels = package.choices("published_totals", "metric")
    figure = Drawing(heights=HEIGHTS, gap=0.05)
    _lay_out(figure, shown, theme)
    for row, (metric, (low, high)) in enumerate(COUNTED.items(), 1):
        for trace in _ours(cumulative, low, high, shown[1], theme):
            figure.add_trace(trace, row)
        figure.add_trace(_points(package, totals[totals.metric == metric], theme), row)
        figure.add_annotation(**_row_title(labels[metric], row, theme))
    return figure.finished()


def _lay_out(figure: Drawing, shown: tuple[pd.Timestamp, pd.Timestamp], theme: Theme) -> None:
    layout = base_layout(theme, TOP_MARGIN + FOOT + sum(HEIGHTS))
    axes = {"xaxis": layout.pop("xaxis"), "yaxis": layout.pop("yaxis")}
    figure.update_layout(layout, showlegend=False, margin={"t": TOP_MARGIN, "l": LEFT, "b": FOOT})
    figure.update_xaxes(axes["xaxis"], range=list(shown), tickformatstops=CALENDAR, automargin=False)
    figure.update_yaxes(axes["yaxis"], rangemode="tozero", fixedrange=True, automargin=False)


def _ours(cumulative: pd.DataFrame, low: str, high: str, last: pd.Timestamp, theme: Theme) -> list[Trace]:
    """Steps that go on to the last day shown; where low and high differ, the room between them is filled."""
    days = [*cumulative.day, last]
    line = {"color": theme.ink.quiet, "width": 1.5, "shape": "hv"}
    steps = [
        scatter(x=days, y=[*cumulative[column], cumulative[column].iloc[-1]], mode="lines", line=line, hoverinfo="skip")
        for column in dict.fromkeys((low, high))
    ]
    if low != high:
        steps[1] |= {"fill": "tonexty", "fillcolor": theme.ink.rule}
    return steps


def _points(package: Package, totals: pd.DataFrame, theme: Theme) -> Trace:
    differs = totals.agreement == DIFFERS
    return scatter(
        x=totals.as_of,
        y=totals.value,
        mode="markers+text",
        text=[str(number) if number else "" for number in totals.number],
        textposition=[_beside(total) for total in iterate_rows(totals)],
        textfont={"size": 12, "color": theme.ink.text},
        cliponaxis=False,
        marker={
            "symbol": [_symbol(total) for total in iterate_rows(totals)],
            "size": differs.map({True: 10, False: 8}).to_list(),
            "color": differs.map({True: theme.ink.text, False: theme.ink.page}).to_list(),
            "line": {"width": 1.4, "color": theme.ink.text},
        },
        customdata=[_hover_values(package, total) for total in iterate_rows(totals)],
        hovertemplate=HOVER,
    )


def _symbol(total: Any) -> str:
    if total.qualifier in FLOORS:
        return FLOOR
    return CEILING if total.qualifier in CEILINGS else EXACT


def _beside(total: Any) -> str:
    """Where a point's number stands: above when it says more than ours, below when fewer; neighbours on two sides."""
    return f"{'top' if total.difference > 0 else 'bottom'} {'left' if total.number % 2 else 'right'}"


def _hover_values(package: Package, total: Any) -> list[str]:
    qualifier = lower_first(package.choices("published_totals", "qualifier")[total.qualifier])
    ours = spoken(total.our_low, total.our_high)
    text = say("toll.point", qualifier=qualifier, total=number(total.value), ours=ours)
    return [*map(escape_in_picture, (text, total.publisher)), day_name(total.as_of)]


def _row_title(label: str, row: int, theme: Theme) -> dict[str, Any]:
    return {
        "text": f"<b>{escape_in_picture(label)}</b>",
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": 6,
        "y": 1,
        "yref": f"y{row} domain" if row > 1 else "y domain",
        "yanchor": "top",
        "showarrow": False,
        "font": {"size": 13, "color": theme.ink.text},
    }
