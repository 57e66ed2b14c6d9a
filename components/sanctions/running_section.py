"""Draws how many targets had been listed, and how many delisted, by each day of the view."""

import pandas as pd

from components.elements.figure import draw_figure
from components.sanctions.lanes_chart import running_figure
from components.view.view import View
from data.sanctions import action_type
from data.selection.filters import ALL_MONTHS
from data.selection.periods import read_period
from data.targets import in_view, running_targets
from data.text.formats import day_name, number
from data.text.messages import say

COLUMNS = ("listed", "delisted")
TARGETS = "sanctions_targets"


def draw_running_number(view: View) -> None:
    """The stairs over the months of the view, of the targets that hold its words; nothing when there are none."""
    package = view.package
    held = in_view(package[TARGETS], ALL_MONTHS, view.filters.q, package["sanctions_relations"]).rows
    first, last = _days(view)
    dated = held[held.listed_on.notna()]
    if dated.empty or first > last:
        return
    counts = running_targets(held, first, last)
    end, undated = counts.iloc[-1], len(held) - len(dated)
    said = _finding(int(end.listed), int(end.delisted), last)
    labels = {name: say(f"running.column.{name}") for name in COLUMNS}
    without = say("running.undated", count=undated) if undated else ""
    draw_figure(
        running_figure(counts, labels, view.theme.colour(action_type(view.package["event_types"])), view.theme),
        title=said,
        subtitle=f"{say('running.measured')} {without}".strip(),
        alt=say("running.alt", first=day_name(first), last=day_name(last), said=said),
        table=counts.assign(day=counts.day.dt.date).rename(columns={"day": say("running.day"), **labels}),
        key="running_number",
    )


def _finding(listed: int, delisted: int, last: pd.Timestamp) -> str:
    targets = say("running.targets", count=listed)
    if not delisted:
        return say("running.none_delisted", targets=targets, day=day_name(last))
    return say("running.some_delisted", targets=targets, day=day_name(last), delisted=number(delisted))


def _days(view: View) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first and last day of the view's months that the data covers; the last is before the first when it covers
    none of them."""
    events, months = view.package["events"], view.filters.month
    if months.is_open:
        return events.date.min(), view.package.last_day
    try:
        period = read_period(months.write(), view.package)
    except ValueError:
        return view.package.last_day, events.date.min()
    return period.start, min(period.end, view.package.last_day)
