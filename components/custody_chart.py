"""Pictures of custody: a life course a person, how many were held on a day, and counts of political prisoners."""

import re
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from components.figure import CALENDAR, base_layout
from components.plain import plain_in_picture
from components.theme import Theme

LABEL_WIDTH, LINE, ROW_GAP, HEAD, LEGEND, BAR = 25, 14, 9, 36, 84, 9
LEAD, MARGIN, LONG = pd.DateOffset(months=6), pd.Timedelta(days=12), pd.Timedelta(days=400)
SHORTEST = pd.DateOffset(months=8)  # so that two ticks of the calendar always show
LONGEST_GAP = pd.Timedelta(days=45)
SYMBOLS = ("circle", "diamond-open", "square-open", "triangle-up-open")
HOVER = "%{customdata[1]}<extra></extra>"
Span = tuple[pd.Timestamp, pd.Timestamp]


def life_course_figure(
    courses: pd.DataFrame,
    groups: Mapping[str, str],
    *,
    since: pd.Timestamp,
    chosen: Span | None,
    colour: str,
    theme: Theme,
) -> go.Figure:
    """One row a person, under a heading a group, in the order of `courses` (`data.custody.life_courses`, at least one
    row, each with a day, and a column `hover` of lines of text).

    Solid: surely held. Hollow: the rest of the days between which the person may have been held. Dotted to a mark at
    the edge: that end is not known. Dot: free, hollow where the day of release is not known. The axis starts half a
    year before `since`, or at the first detention if that is later; the days `chosen` are shaded. The first item of a
    mark's customdata is the person's id.
    """
    placed, headings, height = _placed(courses, groups)
    first = max(placed.known_from.min() - MARGIN, since - LEAD)
    last = max(placed.known_until.max(), first + SHORTEST) + MARGIN
    figure = go.Figure([*_life_traces(placed, (first, last), colour, theme), _calendar(headings, (first, last), theme)])
    if chosen:
        figure.add_vrect(x0=chosen[0], x1=chosen[1], fillcolor=theme.ink.band, line_width=0, layer="below")
    figure.update_layout(
        base_layout(theme, int(height) + LEGEND), barmode="overlay", dragmode=False, hoverlabel_align="left"
    )
    figure.update_layout(margin_t=LEGEND, legend={"itemclick": False, "itemdoubleclick": False, "y": 1})
    figure.update_xaxes(
        range=[first - MARGIN, last + MARGIN], tickvals=_ticks(first, last), showticklabels=False, fixedrange=True
    )
    figure.update_yaxes(
        range=[height, 0],
        tickvals=[*headings.values(), *placed.row],
        ticktext=[*(f"<b>{_label(name)}</b>" for name in headings), *placed.name.map(_label)],
        tickfont={"size": 12},
        ticklabelstandoff=8,
        showgrid=False,
        zeroline=False,
        fixedrange=True,
    )
    return figure


def _placed(courses: pd.DataFrame, groups: Mapping[str, str]) -> tuple[pd.DataFrame, dict[str, float], float]:
    """The courses with their `row` in pixels from the top, the headings with theirs, and the height of it all."""
    below, rows, headings = 0.0, {}, {}
    for group, label in groups.items():
        members = courses[courses.category == group]
        if members.empty:
            continue
        heading = f"{label}\N{NO-BREAK SPACE}({len(members)})"
        head = HEAD + LINE * (len(_lines(heading)) - 1)
        headings[heading] = below + head * 0.6
        below += head
        for index, name in members.name.items():
            tall = LINE * len(_lines(name)) + ROW_GAP
            rows[index] = below + tall / 2
            below += tall
    return courses.loc[list(rows)].assign(row=list(rows.values())), headings, below


def _lines(text: str) -> list[str]:
    """The text in lines as wide as a phone allows; what stands in brackets begins a line, "1 of 3" stays together."""
    text = re.sub(r"(?<=\d) of (?=\d)", "\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}", text)
    return [line for part in re.split(r" (?=\()", text) for line in wrap(part, LABEL_WIDTH, break_on_hyphens=False)]


def _label(text: str) -> str:
    return "<br>".join(plain_in_picture(line) for line in _lines(text))


def _life_traces(courses: pd.DataFrame, axis: Span, colour: str, theme: Theme) -> Iterator[Any]:
    first, last = axis
    starts, ends = courses[courses.open_start], courses[courses.open_end]
    sure, free, earlier = (
        courses[courses.sure_from.notna()],
        courses[courses.free_by.notna()],
        courses.known_from < first,
    )
    yield _dotted(starts.assign(begin=first, end=starts.known_from), theme)
    yield _dotted(ends.assign(begin=ends.known_until, end=last), theme)
    yield _bars(
        courses, courses.known_from.mask(earlier, first), courses.known_until, "May have been held", colour, 0.2
    )
    yield _bars(sure, sure.sure_from.mask(sure.sure_from < first, first), sure.sure_until, "Surely held", colour, 1.0)
    day_known = free.released_on.notna()
    for rows, days, symbol, name in (
        (free[day_known], free.free_by[day_known], "circle", "Free"),
        (free[~day_known], free.free_by[~day_known], "circle-open", "Free, day not known"),
        (courses[earlier], first, "triangle-left", "Held since earlier"),
        (starts, first, "triangle-left-open", "Start not known"),
        (ends, last, "triangle-right-open", "End not known"),
    ):
        yield _marks(rows.assign(day=days), symbol, name, theme)


def _bars(courses: pd.DataFrame, starts: pd.Series, ends: pd.Series, name: str, colour: str, strength: float) -> go.Bar:
    return go.Bar(
        base=starts,
        x=(ends - starts).dt.total_seconds() * 1000,
        y=courses.row,
        width=BAR,
        orientation="h",
        name=name,
        marker={"color": _pale(colour, strength), "line": {"color": colour, "width": 1.2}},
        customdata=courses[["person_id", "hover"]],
        hovertemplate=HOVER,
    )


def _marks(courses: pd.DataFrame, symbol: str, name: str, theme: Theme) -> go.Scatter:
    return go.Scatter(
        x=courses.day,
        y=courses.row,
        mode="markers",
        name=name,
        marker={"symbol": symbol, "size": 8, "color": theme.ink.text, "line": {"width": 1.4, "color": theme.ink.text}},
        cliponaxis=False,
        customdata=courses[["person_id", "hover"]],
        hovertemplate=HOVER,
        showlegend=not courses.empty,
    )


def _dotted(courses: pd.DataFrame, theme: Theme) -> go.Scatter:
    days = [day for begin, end in zip(courses.begin, courses.end, strict=True) for day in (begin, end, None)]
    line = {"color": theme.ink.quiet, "width": 1.2, "dash": "dot"}
    rows = courses.row.repeat(3)
    return go.Scatter(x=days, y=rows, mode="lines", line=line, hoverinfo="skip", showlegend=False)


def _calendar(headings: Mapping[str, float], axis: Span, theme: Theme) -> go.Scatter:
    """The calendar, written again at every heading so that a tall picture never loses its axis."""
    days = _ticks(*axis)
    return go.Scatter(
        x=days * len(headings),
        y=[row for row in headings.values() for _ in days],
        text=[f"{day:%b %Y}" for day in days] * len(headings),
        mode="text",
        textfont={"size": 12, "color": theme.ink.quiet},
        hoverinfo="skip",
        showlegend=False,
    )


def _ticks(first: pd.Timestamp, last: pd.Timestamp) -> list[pd.Timestamp]:
    step = 6 if last - first > LONG else 3
    return [day for day in pd.date_range(first, last, freq="MS", normalize=True) if day.month % step == 1]


def _pale(colour: str, strength: float) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{strength})"


def band_figure(band: pd.DataFrame, last: pd.Timestamp, *, colour: str, theme: Theme) -> go.Figure:
    """Two steps, the low and the high number of people held, with the space between filled, up to the day `last`.

    `band` has the columns day, low, high of `data.custody.held_band`, in persons, and at least one row.
    """
    figure = go.Figure()
    for name, numbers, width, fill in (
        ("Surely held", band.low, 2.4, None),
        ("Could have been held", band.high, 1.2, "tonexty"),
    ):
        figure.add_trace(
            go.Scatter(
                x=[*band.day, last],
                y=[*numbers, numbers.iloc[-1]],
                mode="lines",
                name=name,
                line={"color": colour, "width": width, "shape": "hv"},
                fill=fill,
                fillcolor=_pale(colour, 0.25),
                hovertemplate="%{y}",
            )
        )
    figure.update_layout(base_layout(theme, 340), hovermode="x unified")
    figure.update_xaxes(tickformatstops=CALENDAR, hoverformat="%-d %B %Y", showgrid=False, automargin=True)
    figure.update_yaxes(title={"text": "people"}, rangemode="tozero", dtick=1 if band.high.max() <= 5 else None)
    return figure


def prisoner_figure(counts: pd.DataFrame, titles: Mapping[str, str], *, colour: str, theme: Theme) -> go.Figure:
    """Published counts as points, in persons: one row of the picture for each of the columns that `titles` names.

    `counts` has as_of, organisation, publisher and those columns, and at least one row. Each organisation has its own
    symbol; a thin line joins two of its counts that are at most 45 days apart, and no others.
    """
    figure = make_subplots(len(titles), 1, shared_xaxes=True, vertical_spacing=0.14, row_heights=[2, 1][: len(titles)])
    for row, (column, title) in enumerate(titles.items(), start=1):
        for symbol, organisation in zip(SYMBOLS, counts.organisation.value_counts().index, strict=False):
            given = counts[(counts.organisation == organisation) & counts[column].notna()].sort_values("as_of")
            trace = _points(given, column, symbol, colour)
            figure.add_trace(trace.update(name=plain_in_picture(organisation), showlegend=row == 1), row=row, col=1)
        figure.update_yaxes(title={"text": plain_in_picture(title).lower()}, row=row, col=1)
    figure.update_layout(base_layout(theme, 460))
    figure.update_xaxes(tickformatstops=CALENDAR, showgrid=False, automargin=True)
    figure.update_yaxes(rangemode="tozero", tickformat=",d", gridcolor=theme.ink.rule, automargin=True)
    return figure


def _points(given: pd.DataFrame, column: str, symbol: str, colour: str) -> go.Scatter:
    """One mark a count; an empty point after each that a gap follows keeps the line from crossing it."""
    points = given[["as_of", column, "publisher"]].astype({column: "float64"})
    gaps = points[(points.as_of.shift(-1) - points.as_of) > LONGEST_GAP].assign(**{column: None})
    points = pd.concat([points, gaps]).sort_values("as_of", kind="stable")
    return go.Scatter(
        x=points.as_of,
        y=points[column],
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 1.2},
        marker={"symbol": symbol, "size": 8, "color": colour, "line": {"width": 1.6, "color": colour}},
        customdata=[plain_in_picture(publisher) for publisher in points.publisher],
        hovertemplate="%{x|%-d %B %Y}: %{y:,d}<br>published by %{customdata}<extra>%{fullData.name}</extra>",
    )
