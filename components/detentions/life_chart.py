"""The picture of the spans in custody: one bar a person, from detention to release, as soft as the days are known."""

import re
from collections.abc import Iterator, Mapping
from textwrap import wrap

import pandas as pd

from components.elements.figure import base_layout
from components.elements.picture import Drawing, Picture, Trace, bar, scatter
from components.elements.picture_lines import lines_in_picture
from components.elements.time_marks import mark_days, pale
from components.look.theme import Theme
from data.text.messages import say

LABEL_WIDTH, LINE, ROW_GAP, TOP_MARGIN, LEGEND, DATES, BAR = 25, 14, 9, 28, 84, 28, 9
LEAD, MARGIN, LONG = pd.DateOffset(months=6), pd.Timedelta(days=12), pd.Timedelta(days=400)
SHORTEST = pd.DateOffset(months=8)  # so that two ticks of the calendar always show
EXACT = "day"
HOVER = "%{customdata[1]}<extra></extra>"
# A mark says whose it is and what it means; all that is known stands at the bar, once.
HOVER_OF_MARK = "%{customdata[1]}<extra>%{fullData.name}</extra>"
Span = tuple[pd.Timestamp, pd.Timestamp]


def custody_span_figure(
    spans: pd.DataFrame,
    groups: Mapping[str, str],
    *,
    since: pd.Timestamp,
    chosen: Span | None,
    marks: pd.DataFrame,
    colour: str,
    theme: Theme,
) -> Picture:
    """One row a person, under a heading a group, in the order of `spans` (`data.detentions.custody.custody_spans`, at
    least one row, each with a day, and columns of text: `who` with the name and `hover` with all lines).

    Solid: surely held. Hollow: the rest of the days between which the person may have been held. Dotted to a mark at
    the edge: that end is not known. Dot: free, hollow where the day of release is not exactly known. The axis starts
    half a year before `since`, or at the first detention if that is later; the days `chosen` are shaded; dashed lines
    stand at the days of `marks` (events with date and title). The first item of a mark's customdata is the person's id.
    """
    placed, headings, height = _placed(spans, groups)
    first = max(placed.known_from.min() - MARGIN, since - LEAD)
    last = max(placed.known_until.max(), first + SHORTEST) + MARGIN
    figure = Drawing([*_life_traces(placed, (first, last), colour, theme), _calendar(headings, (first, last), theme)])
    if chosen:
        figure.add_vrect(*chosen, fillcolor=theme.ink.band, line={"width": 0}, layer="below")
    figure.update_layout(base_layout(theme, int(height) + LEGEND + DATES), barmode="overlay", dragmode=False)
    legend = {"itemclick": False, "itemdoubleclick": False, "y": 0, "yanchor": "top", "yref": "paper"}
    figure.update_layout(margin={"t": DATES, "b": LEGEND}, legend=legend)
    mark_days(figure, marks[marks.date.between(first, last)], theme)
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
    return figure.finished()


def _placed(spans: pd.DataFrame, groups: Mapping[str, str]) -> tuple[pd.DataFrame, dict[str, float], float]:
    """The spans with their `row` in pixels from the top, the headings with theirs, and the height of it all."""
    below, rows, headings = 0.0, {}, {}
    for group, label in groups.items():
        members = spans[spans.category == group]
        if members.empty:
            continue
        heading = f"{label}\N{NO-BREAK SPACE}({len(members)})"
        top = TOP_MARGIN + LINE * (len(_lines(heading)) - 1)
        headings[heading] = below + top * 0.6
        below += top
        for index, name in members.name.items():
            tall = LINE * len(_lines(name)) + ROW_GAP
            rows[index] = below + tall / 2
            below += tall
    return spans.loc[list(rows)].assign(row=list(rows.values())), headings, below


def _lines(text: str) -> list[str]:
    """The text in lines as wide as a phone allows; what stands in brackets begins a line, "1 of 3" stays together."""
    text = re.sub(r"(?<=\d) of (?=\d)", "\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}", text)
    return [line for part in re.split(r" (?=\()", text) for line in wrap(part, LABEL_WIDTH, break_on_hyphens=False)]


def _label(text: str) -> str:
    return lines_in_picture(_lines(text))


def _life_traces(spans: pd.DataFrame, axis: Span, colour: str, theme: Theme) -> Iterator[Trace]:
    first, last = axis
    starts, ends = spans[spans.open_start], spans[spans.open_end]
    sure, free, earlier = (
        spans[spans.sure_from.notna()],
        spans[spans.free_by.notna()],
        spans.known_from < first,
    )
    yield _dotted(starts.assign(begin=first, end=starts.known_from), theme)
    yield _dotted(ends.assign(begin=ends.known_until, end=last), theme)
    begin = spans.known_from.mask(earlier, first)
    about = {"customdata": spans[["person_id", "hover"]], "hovertemplate": HOVER}
    yield _bars(spans, begin, spans.known_until, say("life.maybe"), colour, 0.2) | about
    sure_from = sure.sure_from.mask(sure.sure_from < first, first)
    about = {"customdata": sure[["person_id"]], "hoverinfo": "skip"}
    yield _bars(sure, sure_from, sure.sure_until, say("life.sure"), colour, 1.0) | about
    exact = free.released_precision == EXACT
    for rows, days, symbol, name in (
        (free[exact], free.free_by[exact], "circle", say("life.free")),
        (free[~exact], free.free_by[~exact], "circle-open", say("life.free_by")),
        (spans[earlier], first, "triangle-left", say("life.earlier")),
        (starts, first, "triangle-left-open", say("life.no_start")),
        (ends, last, "triangle-right-open", say("life.no_end")),
    ):
        yield _marks(rows.assign(day=days), symbol, name, theme)


def _bars(spans: pd.DataFrame, starts: pd.Series, ends: pd.Series, name: str, colour: str, strength: float) -> Trace:
    return bar(
        base=starts,
        x=(ends - starts).dt.total_seconds() * 1000,
        y=spans.row,
        width=BAR,
        orientation="h",
        name=name,
        marker={"color": pale(colour, strength), "line": {"color": colour, "width": 1.2}},
    )


def _marks(spans: pd.DataFrame, symbol: str, name: str, theme: Theme) -> Trace:
    # Who was held for one day alone has a bar of no length.
    said = spans.who.where(spans.known_until > spans.known_from, spans.hover)
    return scatter(
        x=spans.day,
        y=spans.row,
        mode="markers",
        name=name,
        marker={"symbol": symbol, "size": 8, "color": theme.ink.text, "line": {"width": 1.4, "color": theme.ink.text}},
        cliponaxis=False,
        customdata=pd.DataFrame({"person_id": spans.person_id, "said": said}),
        hovertemplate=HOVER_OF_MARK,
        showlegend=not spans.empty,
    )


def _dotted(spans: pd.DataFrame, theme: Theme) -> Trace:
    days = [day for begin, end in zip(spans.begin, spans.end, strict=True) for day in (begin, end, None)]
    line = {"color": theme.ink.quiet, "width": 1.2, "dash": "dot"}
    rows = spans.row.repeat(3)
    return scatter(x=days, y=rows, mode="lines", line=line, hoverinfo="skip", showlegend=False)


def _calendar(headings: Mapping[str, float], axis: Span, theme: Theme) -> Trace:
    """The calendar, written again at every heading so that a tall picture never loses its axis."""
    days = _ticks(*axis)
    return scatter(
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
