"""Draws the releases since January 2026 as they were verified: the running total of one group, and others' counts."""

import pandas as pd
import plotly.graph_objects as go

from components.detentions.custody import custody_colour
from components.elements.data_table import headed
from components.elements.figure import CALENDAR, base_layout, draw_figure
from components.elements.picture_lines import hover_lines
from components.look.escaping import escape_in_picture
from components.look.theme import Theme
from components.view.headlines import headline
from components.view.view import View
from data.detentions.published_held import TOTALS
from data.detentions.verified_releases import most_counted, verified_releases
from data.package.rows import iterate_rows
from data.text.formats import DAY, day_name
from data.text.messages import say

COLUMNS = ["as_of", "publisher", "qualifier", "value", "note", "url"]
VERIFIED_HEIGHT = 320


def draw_verified_releases(view: View) -> None:
    """The picture for the months of the view; nothing where no total is published for them."""
    custody = view.selection.custody
    counts = verified_releases(view.package, custody.first, custody.last)
    if counts.empty:
        return
    newest, organisation = counts.iloc[-1], most_counted(counts)
    day = day_name(newest.as_of)
    by_rule = say("verified.title", organisation=newest.organisation, count=int(newest.value), day=day)
    title = headline(view, "releases", by_rule)
    draw_figure(
        verified_figure(counts, organisation, custody_colour(view), view.theme),
        title=title,
        subtitle=say("verified.measured", organisation=organisation),
        alt=say("verified.alt", count=len(counts), title=title),
        table=headed(view.package, TOTALS, counts[COLUMNS]),
        key="releases",
    )


def verified_figure(counts: pd.DataFrame, organisation: str, colour: str, theme: Theme) -> go.Figure:
    """The running totals of `organisation` as a line with points, in persons; those of others as open points, each with
    its name at the mark. `counts` are rows of `verified_releases`, at least one."""
    is_own = counts.organisation == organisation
    own, others = counts[is_own], counts[~is_own]
    line = {"line": {"color": colour, "width": 2}, "marker": {"color": colour}}
    open_marks = {"symbol": "diamond-open", "color": theme.ink.text, "line": {"width": 1.6}}
    figure = go.Figure(
        [_points(own, "lines+markers").update(line), _points(others, "markers").update(marker=open_marks)]
    )
    figure.update_layout(base_layout(theme, VERIFIED_HEIGHT), showlegend=False)
    figure.update_xaxes(tickformatstops=CALENDAR, showgrid=False)
    figure.update_yaxes(rangemode="tozero", tickformat=",d", title={"text": say("verified.axis")})
    for mark in iterate_rows(pd.concat([others, own.tail(1)])):
        name = escape_in_picture(mark.organisation)
        figure.add_annotation(
            x=mark.as_of, y=mark.value, text=name, showarrow=False, xanchor="right", yanchor="bottom", xshift=-6
        )
    return figure


def _points(counts: pd.DataFrame, mode: str) -> go.Scatter:
    return go.Scatter(
        x=counts.as_of,
        y=counts.value,
        mode=mode,
        cliponaxis=False,
        marker={"size": 9},
        customdata=[
            hover_lines([publisher, note]) for publisher, note in zip(counts.publisher, counts.note, strict=True)
        ],
        hovertemplate=f"%{{x|{DAY}}}: %{{y:,d}}<br>%{{customdata}}<extra></extra>",
    )
