"""The picture of how many were held on each day: a band from low to high, with the figures that others published."""

from collections.abc import Iterator, Mapping

import pandas as pd
import plotly.graph_objects as go

from components.elements.figure import CALENDAR, base_layout
from components.elements.time_marks import mark_days, pale
from components.look.escaping import escape_in_picture
from components.look.theme import Theme
from data.text.formats import DAY, lower_first
from data.text.messages import say

# In the order of the qualifiers that the package declares: exact, at least, more than, about, up to.
SYMBOLS = ("circle", "triangle-up", "triangle-up-open", "diamond", "triangle-down")
DATES = 28


def band_figure(
    band: pd.DataFrame,
    last: pd.Timestamp,
    published: Mapping[str, pd.DataFrame],
    *,
    day: pd.Timestamp,
    marks: pd.DataFrame,
    colour: str,
    theme: Theme,
) -> go.Figure:
    """Two steps, the low and the high number of people held, with the space between filled, up to the day `last`.

    `band` has the columns day, low, high of `data.detentions.custody.held_band`, in persons, and at least one row. The
    figures that others `published` (as_of, value and `hover`, lines of text), by the label of their qualifier, are
    points with a symbol each. A full line stands at the `day` that the text names, dashed ones at the days of `marks`.
    """
    figure = go.Figure([*_steps(band, last, colour), *_points(published, theme)])
    figure.update_layout(base_layout(theme, 400), hovermode="closest", margin_t=DATES)
    figure.add_vline(x=day, line={"color": theme.ink.text, "width": 1.2})
    mark_days(figure, marks, theme)
    figure.update_xaxes(tickformatstops=CALENDAR, hoverformat=DAY, showgrid=False, automargin=True)
    figure.update_yaxes(title={"text": say("held.axis")}, rangemode="tozero", dtick=1 if band.high.max() <= 5 else None)
    return figure


def _steps(band: pd.DataFrame, last: pd.Timestamp, colour: str) -> Iterator[go.Scatter]:
    for name, numbers, width, fill in (
        (say("held.low"), band.low, 2.4, None),
        (say("held.high"), band.high, 1.2, "tonexty"),
    ):
        yield go.Scatter(
            x=[*band.day, last],
            y=[*numbers, numbers.iloc[-1]],
            mode="lines",
            name=name,
            line={"color": colour, "width": width, "shape": "hv"},
            fill=fill,
            fillcolor=pale(colour, 0.25),
            hovertemplate=f"%{{x|{DAY}}}: %{{y}}<extra>%{{fullData.name}}</extra>",
        )


def _points(published: Mapping[str, pd.DataFrame], theme: Theme) -> Iterator[go.Scatter]:
    for symbol, (label, figures) in zip(SYMBOLS, published.items(), strict=True):
        if not figures.empty:
            yield go.Scatter(
                x=figures.as_of,
                y=figures.value,
                mode="markers",
                cliponaxis=False,
                name=say("held.published", qualifier=escape_in_picture(lower_first(label))),
                marker={"symbol": symbol, "size": 10, "color": theme.ink.text, "line": {"width": 1.4}},
                customdata=figures.hover,
                hovertemplate="%{customdata}<extra></extra>",
            )
