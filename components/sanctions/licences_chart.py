"""The general licences as strips: one row a number, one bar a version, from its issue to its end."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.elements.figure import CALENDAR, base_layout
from components.elements.picture import Drawing, Picture, Trace, bar, scatter
from components.look.escaping import escape_in_picture
from components.look.theme import Theme
from data.package.rules.terms import EXPIRED, IN_FORCE
from data.text.formats import day_name, lower_first
from data.text.messages import say

ROW_HEIGHT, TOP_HEIGHT = 42, 64
# Where in its row, counted from the middle, a bar and the words above it stand, and how high the bar is, in rows.
BAR_AT, WORDS_AT, BAR = -0.2, 0.28, 0.46
SMALLEST_LETTER = 10
# The share of the colour, in two hexadecimal digits, that the bar of a version keeps when it is over.
PALE = "73"


def licences_figure(spans: pd.DataFrame, last: pd.Timestamp, colour: str, theme: Theme) -> Picture:
    """One row a licence number with what its newest version allows, one bar a version with its letter.

    `spans` has rows of `licence_spans` with `state`, the status in words; time goes to `last`. Versions in force are
    drawn in full `colour` (hex), those that are over paler; hatched where a first or last day is not known; a cross
    ends a licence that ran out. The first item of a bar's customdata is the event of its issue or end, or an empty
    text.
    """
    numbers = sorted(spans.number.unique(), reverse=True)
    level = {number: float(row) for row, number in enumerate(numbers)}
    figure = Drawing([_bars(spans, level, colour, theme), _crosses(spans, level, theme)])
    figure.update_layout(
        base_layout(theme, TOP_HEIGHT + ROW_HEIGHT * len(numbers)), showlegend=False, barmode="overlay"
    )
    figure.update_layout(uniformtext={"mode": "hide", "minsize": SMALLEST_LETTER}, hovermode="closest")
    figure.update_xaxes(type="date", range=[spans.from_day.min(), last], tickformatstops=CALENDAR, side="top")
    figure.update_yaxes(
        tickvals=list(level.values()),
        ticktext=[say("licences.number", number=number) for number in numbers],
        range=[-0.55, len(numbers) - 0.45],
        zeroline=False,
        showgrid=False,
        fixedrange=True,
    )
    newest = spans.groupby("number").tail(1)
    for _, row in newest.iterrows():
        figure.add_annotation(**_subject(row, level[row.number], theme))
    return figure.finished()


def _bars(spans: pd.DataFrame, level: Mapping[int, float], colour: str, theme: Theme) -> Trace:
    unsure = ~spans.end_known | spans.start.isna()
    in_force = spans.status == IN_FORCE
    # A list of opacities in their place would make plotly fail on a click on a bar with letters.
    shades = [colour if forced else f"{colour}{PALE}" for forced in in_force]
    return bar(
        orientation="h",
        y=spans.number.map(level) + BAR_AT,
        base=spans.from_day,
        x=(spans.to_day - spans.from_day).dt.total_seconds() * 1000,
        width=BAR,
        marker={
            "color": shades,
            "line": {"width": 1.5, "color": theme.ink.page},
            "pattern": {
                "shape": ["/" if doubt else "" for doubt in unsure],
                "fillmode": "replace",
                "size": 5,
                "fgcolor": shades,
                "bgcolor": theme.ink.page,
            },
        },
        text=spans.version.map(escape_in_picture),
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        insidetextfont={
            "size": 12,
            "color": [theme.ink.page if forced else theme.ink.text for forced in in_force],
        },
        customdata=[_hover_values(span) for _, span in spans.iterrows()],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<br>%{customdata[3]}<extra></extra>",
    )


def _hover_values(span: pd.Series) -> list[str]:
    known = pd.notna(span.start)
    start = say("licences.issued", day=day_name(span.start)) if known else say("licences.issue_unknown")
    number = say("licences.number", number=f"{span.number}{span.version}")
    period = say("licences.period", start=start, end=_end_text(span))
    return [span.event_id, *map(escape_in_picture, (number, span.subject, period))]


def _end_text(span: pd.Series) -> str:
    """The status of a version with what replaced it and the day on which it ended, as far as they are known. One in
    force says itself until when it runs."""
    state = lower_first(span.state)
    text = say("licences.replaced", status=state, by=span.successor) if span.successor else state
    if pd.isna(span.end) or span.status == IN_FORCE:
        return text
    return say("licences.ended", status=text, day=day_name(span.end))


def _crosses(spans: pd.DataFrame, level: Mapping[int, float], theme: Theme) -> Trace:
    over = spans[spans.status == EXPIRED]
    return scatter(
        x=over.to_day,
        y=over.number.map(level) + BAR_AT,
        mode="markers",
        marker={"symbol": "x", "size": 8, "color": theme.ink.text},
        hoverinfo="skip",
    )


def _subject(newest: pd.Series, row: float, theme: Theme) -> dict[str, Any]:
    return {
        "x": 0,
        "xref": "paper",
        "y": row + WORDS_AT,
        "text": escape_in_picture(newest.subject),
        "showarrow": False,
        "xanchor": "left",
        "font": {"size": 12, "color": theme.ink.quiet},
    }
