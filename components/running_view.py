"""Draws how many targets had been listed, and how many delisted, by each day of the view."""

import pandas as pd

from components.declared_columns import counted
from components.figure import draw_figure
from components.frame import View
from components.lanes_chart import running_figure
from data.filters import ALL_MONTHS
from data.periods import read_period
from data.sanctions import action_type
from data.style import day_name
from data.targets import in_view, running_targets

LABELS = {"listed": "Listed", "delisted": "Delisted"}
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
    end = counts.iloc[-1]
    undated = len(held) - len(dated)
    without = f" {counted(undated, 'target')} without a listing date not counted." if undated else ""
    listed = counted(int(end.listed), "target")
    gone = f"{end.delisted} of them" if end.delisted else "none"
    said = f"{listed} had been listed by {day_name(last)}, {gone} delisted again by then"
    draw_figure(
        running_figure(counts, LABELS, view.theme.colour(action_type(view.package["event_types"])), view.theme),
        title=said,
        subtitle=f"Running number of the targets of this dataset by the day of their listing and delisting.{without}",
        alt=f"Two stairs from {day_name(first)} to {day_name(last)}. {said}.",
        table=counts.assign(day=counts.day.dt.date).rename(columns={"day": "Day", **LABELS}),
        key="running_number",
    )


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
