"""The timeline of every event: lanes by type, phases as bands, doubtful events hollow."""

import pandas as pd
import plotly.graph_objects as go

from components.figure import CALENDAR, base_layout
from components.plain import plain_in_picture
from components.theme import Theme
from data.package import Package
from data.places import DOUBTFUL
from data.records import when

SIZES = {1: 16, 2: 11, 3: 8}
LANE_HEIGHT, HEAD_HEIGHT, LABEL_LEVELS = 34, 130, 3
MARGIN = pd.Timedelta(days=6)
HOVER = "<b>%{customdata[1]}</b><br>%{customdata[2]}<br>%{customdata[3]}<extra></extra>"


def timeline_figure(package: Package, events: pd.DataFrame, theme: Theme) -> go.Figure:
    """One lane a type that occurs in `events`, in the vocabulary's order, one mark an event at its first day.

    Colour is the family's and the symbol the type's; size follows importance; claimed and disputed events are hollow;
    an event of several days, or whose day is only known by month, also has a bar over its span. The first item of a
    mark's customdata is the event id.
    """
    labels = package.choices("events", "event_type")
    lanes = [event_type for event_type in labels if event_type in set(events.event_type)]
    figure = go.Figure()
    for event_type in lanes:
        of_type = events[events.event_type == event_type]
        figure.add_trace(_spans(of_type, labels[event_type], theme.colour(event_type)))
        figure.add_trace(_marks(package, of_type, labels[event_type], theme))
    figure.update_layout(base_layout(theme, HEAD_HEIGHT + LANE_HEIGHT * len(lanes)), showlegend=False)
    figure.update_layout(margin_t=76)
    start, end = events.date.min() - MARGIN, _last_days(events).max() + MARGIN
    figure.update_xaxes(range=[start, end], tickformatstops=CALENDAR, showgrid=True, automargin=True)
    lane_names = [plain_in_picture(labels[event_type]) for event_type in lanes]
    figure.update_yaxes(
        categoryorder="array", categoryarray=lane_names[::-1], range=[-0.6, len(lanes) - 0.4], fixedrange=True
    )
    _add_phases(figure, package["phases"], start, end, theme)
    return figure


def _last_days(events: pd.DataFrame) -> pd.Series:
    whole_month = events.date + pd.offsets.MonthEnd(0)
    last = events.end_date.fillna(events.date)
    return last.where(events.date_precision != "month", whole_month)


def _spans(events: pd.DataFrame, lane: str, colour: str) -> go.Scatter:
    long = events.assign(last=_last_days(events))
    long = long[long["last"] > long.date]
    days: list[pd.Timestamp | None] = []
    for first, last in zip(long.date, long["last"], strict=True):
        days += [first, last, None]
    lanes = [plain_in_picture(lane)] * len(days)
    return go.Scatter(x=days, y=lanes, mode="lines", line={"color": colour, "width": 3}, opacity=0.5, hoverinfo="skip")


def _marks(package: Package, events: pd.DataFrame, lane: str, theme: Theme) -> go.Scatter:
    colours = [theme.colour(event_type) for event_type in events.event_type]
    symbols = [
        theme.symbols[event_type] + ("-open" if verification in DOUBTFUL else "")
        for event_type, verification in zip(events.event_type, events.verification, strict=True)
    ]
    return go.Scatter(
        x=events.date,
        y=[plain_in_picture(lane)] * len(events),
        mode="markers",
        name=plain_in_picture(lane),
        marker={
            "color": colours,
            "symbol": symbols,
            "size": events.importance.map(SIZES).astype("float64"),
            "opacity": 0.85,
            "line": {
                "width": 0.9,
                "color": [_edge(symbol, colour, theme) for symbol, colour in zip(symbols, colours, strict=True)],
            },
        },
        customdata=[_hover(package, event, lane) for _, event in events.iterrows()],
        hovertemplate=HOVER,
    )


def _edge(symbol: str, colour: str, theme: Theme) -> str:
    return colour if symbol.endswith("-open") else theme.ink.page


def _hover(package: Package, event: pd.Series, lane: str) -> list[str]:
    known = package.choices("events", "verification")[event.verification]
    sources = f"{len(event.source_ids)} source" + ("s" if len(event.source_ids) > 1 else "")
    about = f"{lane} · {known} · {sources}"
    return [
        event.event_id,
        plain_in_picture(event.title),
        plain_in_picture(when(package, event)),
        plain_in_picture(about),
    ]


def _add_phases(figure: go.Figure, phases: pd.DataFrame, start: pd.Timestamp, end: pd.Timestamp, theme: Theme) -> None:
    """Draw the phases that touch the time shown as bands, each named at its start, on three levels so none collide."""
    for number, (_, phase) in enumerate(phases.iterrows()):
        first, last = max(phase.start, start), min(phase.end if pd.notna(phase.end) else end, end)
        if first > last:
            continue
        if number % 2:
            figure.add_vrect(x0=first, x1=last, fillcolor=theme.ink.band, line_width=0, layer="below")
        figure.add_annotation(
            x=first,
            y=1,
            xref="x",
            yref="paper",
            yshift=4 + 18 * (LABEL_LEVELS - 1 - number % LABEL_LEVELS),
            text=plain_in_picture(phase.label),
            showarrow=False,
            xanchor="left",
            yanchor="bottom",
            font={"size": 12, "color": theme.ink.quiet},
        )
