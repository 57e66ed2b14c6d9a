"""The picture of political prisoners: counts as published, by organisation, and the milestones between them."""

from collections.abc import Mapping
from textwrap import shorten

import pandas as pd

from components.elements.figure import CALENDAR, base_layout
from components.elements.picture import Drawing, Picture, Trace, scatter
from components.elements.picture_lines import hover_lines
from components.look.escaping import escape_in_picture
from components.look.theme import Theme
from data.detentions.prisoners import with_gaps
from data.package.rows import iterate_rows
from data.text.formats import DAY, lower_first
from data.text.messages import say

SYMBOLS = ("circle", "diamond-open", "square-open", "triangle-up-open", "cross-open", "x-open", "star-open")
LEGEND_WIDTH = 34


def prisoner_figure(
    counts: pd.DataFrame, titles: Mapping[str, str], turns: pd.DataFrame, *, colour: str, theme: Theme
) -> Picture:
    """Published counts as points, in persons: one row of the picture for each of the columns that `titles` names.

    `counts` has as_of, organisation, those columns and `hover` (who published it, as text), and at least one row. Each
    organisation has its own symbol; a thin line joins its counts, but never across a month without one. Stars above
    mark the events `turns` (event_id, date, title): the first item of their customdata is the event's id.
    """
    figure = Drawing(heights=[2, 1][: len(titles)], gap=0.14)
    for row, (column, title) in enumerate(titles.items(), start=1):
        for place, organisation in enumerate(counts.organisation.value_counts().index):
            given = counts[(counts.organisation == organisation) & counts[column].notna()]
            name = escape_in_picture(shorten(organisation, LEGEND_WIDTH, placeholder=" …"))
            points = _points(given, column, SYMBOLS[place % len(SYMBOLS)], colour)
            figure.add_trace(points | {"name": name, "showlegend": row == 1}, row)
            if place and not given.empty:
                _name_newest(figure, given, column, organisation, row)
        figure.update_yaxes(title={"text": escape_in_picture(lower_first(title))}, row=row)
    figure.add_trace(_turns(turns, counts["count"].max() * 1.12, theme), 1)
    figure.update_layout(base_layout(theme, 520))
    figure.update_xaxes(tickformatstops=CALENDAR, showgrid=False, automargin=True)
    figure.update_yaxes(rangemode="tozero", tickformat=",d", gridcolor=theme.ink.rule, automargin=True)
    return figure.finished()


def _points(given: pd.DataFrame, column: str, symbol: str, colour: str) -> Trace:
    points = with_gaps(given, column)
    return scatter(
        x=points.as_of,
        y=points[column],
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 1.2},
        marker={"symbol": symbol, "size": 8, "color": colour, "line": {"width": 1.6, "color": colour}},
        customdata=[["", hover] for hover in points.hover],
        hovertemplate=f"%{{x|{DAY}}}: %{{y:,d}}<br>%{{customdata[1]}}<extra></extra>",
    )


def _name_newest(figure: Drawing, given: pd.DataFrame, column: str, organisation: str, row: int) -> None:
    """Write the name of an organisation at its newest count: only the first one's line is known by the legend alone."""
    newest = given.sort_values("as_of").iloc[-1]
    name = escape_in_picture(shorten(organisation, LEGEND_WIDTH, placeholder=" …"))
    beside = {"showarrow": False, "xanchor": "left", "yanchor": "top", "xshift": 5, "font": {"size": 12}}
    figure.add_annotation(row, x=newest.as_of, y=newest[column], text=name, **beside)


def _turns(turns: pd.DataFrame, height: float, theme: Theme) -> Trace:
    return scatter(
        x=turns.date,
        y=[height] * len(turns),
        mode="markers",
        name=say("prisoners.milestone"),
        marker={"symbol": "star", "size": 11, "color": theme.ink.text},
        customdata=[[event.event_id, hover_lines([event.title])] for event in iterate_rows(turns)],
        hovertemplate=f"%{{x|{DAY}}}<br>%{{customdata[1]}}<extra></extra>",
        showlegend=not turns.empty,
    )
