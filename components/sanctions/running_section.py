"""Draws how many targets had been listed, and how many delisted, by each day of the view."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from components.elements.figure import CALENDAR, base_layout, draw_figure
from components.look.escaping import escape_in_picture
from components.look.theme import Theme
from components.view.headlines import headline
from components.view.view import View
from data.sanctions.actions import action_type
from data.sanctions.targets import running_targets, targets_in_view
from data.selection.filters import ALL_MONTHS
from data.text.formats import DAY, day_name, lower_first, number
from data.text.messages import say

KEY, COLUMNS = "running_number", ("listed", "delisted")
TARGETS = "sanctions_targets"
RUNNING_HEIGHT = 260


def draw_running_number(view: View) -> None:
    """The stairs over the months of the view, of the targets that hold its words; nothing when there are none."""
    package = view.package
    held = targets_in_view(package, ALL_MONTHS, view.filters.q).rows
    first, last = _days(view)
    dated = held[held.listed_on.notna()]
    if dated.empty or first > last:
        return
    counts = running_targets(held, first, last)
    end, undated = counts.iloc[-1], len(held) - len(dated)
    text = headline(view, KEY, _finding(int(end.listed), int(end.delisted), last))
    labels = {name: say(f"running.column.{name}") for name in COLUMNS}
    without = say("running.undated", count=undated) if undated else ""
    draw_figure(
        running_figure(counts, labels, view.theme.colour(action_type(view.package["event_types"])), view.theme),
        title=text,
        subtitle=f"{say('running.measured')} {without}".strip(),
        alt=say("running.alt", first=day_name(first), last=day_name(last), text=text),
        table=counts.assign(day=counts.day.dt.date).rename(columns={"day": say("running.day"), **labels}),
        key=KEY,
    )


def _finding(listed: int, delisted: int, last: pd.Timestamp) -> str:
    targets = say("running.targets", count=listed)
    if not delisted:
        return say("running.none_delisted", targets=targets, day=day_name(last))
    return say("running.some_delisted", targets=targets, day=day_name(last), delisted=number(delisted))


def _days(view: View) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first and last day of the view's period that the data covers; the last is before the first when it covers
    none of them."""
    earliest, latest = view.package["events"].date.min(), view.package.last_day
    first, last = view.filters.period.days(earliest, latest)
    return first, min(last, latest)


def running_figure(counts: pd.DataFrame, labels: Mapping[str, str], colour: str, theme: Theme) -> go.Figure:
    """Two stairs over time, each named at its end: how many targets had been listed, and how many delisted.

    `counts` is that of `running_targets`; `labels` names its columns listed and delisted.
    """
    looks = {"listed": (colour, "solid"), "delisted": (theme.ink.quiet, "dash")}
    figure = go.Figure([_stairs(counts, name, labels[name], *looks[name]) for name in looks])
    figure.update_layout(base_layout(theme, RUNNING_HEIGHT), showlegend=False, margin_r=96)
    last = counts.iloc[-1]
    for name in looks:
        figure.add_annotation(
            x=last.day,
            y=last[name],
            text=say("lanes.end", count=int(last[name]), label=escape_in_picture(lower_first(labels[name]))),
            showarrow=False,
            xanchor="left",
            xshift=6,
            font={"color": theme.ink.text},
        )
    figure.update_xaxes(range=[counts.day.iloc[0], last.day], tickformatstops=CALENDAR, showgrid=False, fixedrange=True)
    figure.update_yaxes(rangemode="tozero", fixedrange=True)
    return figure


def _stairs(counts: pd.DataFrame, name: str, label: str, colour: str, dash: str) -> go.Scatter:
    return go.Scatter(
        x=counts.day,
        y=counts[name],
        name=escape_in_picture(label),
        mode="lines",
        line={"shape": "hv", "color": colour, "width": 2.5, "dash": dash},
        hovertemplate=f"%{{x|{DAY}}}: %{{y}}<extra>%{{fullData.name}}</extra>",
    )
