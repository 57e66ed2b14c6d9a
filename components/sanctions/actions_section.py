"""Draws the actions of a view in time, by month or in lanes, tightening apart from easing, and one row an action."""

from collections.abc import Mapping

import pandas as pd

from components.controls.picking import show_picked_in
from components.controls.setting_widgets import draw_options
from components.elements.data_table import draw_download
from components.elements.figure import Shown, draw_figure, draw_heading
from components.elements.found_in import found_in_column
from components.elements.in_short import draw_in_short
from components.elements.record_table import (
    RecordTable,
    day_column,
    declared_column,
    draw_record_table,
    record_addresses,
    record_table,
    text_column,
)
from components.sanctions.actions_chart import actions_figure
from components.sanctions.lanes_chart import lanes_figure
from components.view.headlines import headline
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.events.in_short import event_facts
from data.events.origins import uncertain
from data.records.event import when
from data.sanctions.actions import (
    EASING,
    NEITHER,
    TIGHTENING,
    action_type,
    actions_by,
    actions_by_month,
    peak_months,
    tightening_or_easing,
)
from data.selection.event_words import searched_events
from data.selection.record_kinds import EVENT
from data.selection.short_fact import ShortFact
from data.text.formats import lower_first, month_name, number
from data.text.messages import say

DIRECTIONS = (EASING, TIGHTENING, NEITHER)
COLUMNS = ["event_id", "date", "title", "authority", "kind", "programme", "target", "verification"]
ACTIONS = "sanctions_actions"
MONTHS = "months"
FEW = 2


def draw_actions(view: View) -> None:
    """The actions of the view by month or in lanes, then one row an action; with none, a sentence says so."""
    draw_options(view.package, view.settings, "lanes")
    if _acts(view).empty:
        draw_heading(say("actions.none"), say("actions.none_text"))
        return
    if view.settings.lanes == MONTHS:
        draw_figure(**_by_month(view), key="actions_by_month")
    else:
        draw_figure(**_in_lanes(view), key="actions_by_day", on_pick=show_picked_in)
    draw_in_short(view, _facts(view))


@once_per_view
def _acts(view: View) -> pd.DataFrame:
    return view.selection.actions


@once_per_view
def _facts(view: View) -> list[ShortFact]:
    return event_facts(_acts(view), "actions")


@once_per_view
def _by_month(view: View) -> Shown:
    counts = actions_by_month(_acts(view), view.package["plover_scores"])
    text = headline(view, "actions_by_month", finding(counts))
    return Shown(
        figure=actions_figure(
            counts, direction_labels(), view.theme.colour(action_type(view.package["event_types"])), view.theme
        ),
        title=text,
        subtitle=say("actions.by_month", measured=say("actions.measured")),
        alt=say(
            "actions.by_month_alt",
            first=month_name(counts.index[0]),
            last=month_name(counts.index[-1]),
            totals=", ".join(_total(direction, int(counts[direction].sum())) for direction in DIRECTIONS),
            text=text,
        ),
        table=counts[list(DIRECTIONS)].rename(columns=direction_labels()).reset_index(names=say("actions.month")),
    )


@once_per_view
def _in_lanes(view: View) -> Shown:
    acts, column = _acts(view), view.settings.lanes
    lanes = {**view.package.choices(ACTIONS, column), "": say("actions.no_lane")}
    laid = actions_by(acts.assign(hollow=uncertain(view.package, acts)), column, view.package["plover_scores"])
    text = busiest(laid, lanes, len(acts))
    table = laid.assign(lane=laid.lane.map(lanes), way=laid.way.map(direction_labels()), date=laid.date.dt.date)
    heading = view.package.column(ACTIONS, column).title
    return Shown(
        figure=lanes_figure(
            laid, lanes, direction_labels(), view.theme.colour(action_type(view.package["event_types"])), view.theme
        ),
        title=text,
        subtitle=say("actions.by_day", column=lower_first(heading), measured=say("actions.measured")),
        alt=say("actions.by_day_alt", text=text),
        table=table[["date", "lane", "way", "title"]].rename(
            columns={
                "date": say("actions.date"),
                "lane": heading,
                "way": say("actions.direction"),
                "title": say("actions.action"),
            }
        ),
    )


def draw_action_rows(view: View) -> None:
    """One row an action of the view, newest first; nothing when there is none."""
    acts = _acts(view)
    if not acts.empty:
        draw_record_table(_table(view))
        draw_download(acts[COLUMNS], key="actions")


@once_per_view
def _table(view: View) -> RecordTable:
    acts, package = _acts(view), view.package
    directions = tightening_or_easing(acts, package["plover_scores"]).map(direction_labels())
    days = pd.Series([when(act) for _, act in acts.iterrows()], acts.index)
    return record_table(
        view,
        [
            declared_column(package, EVENT.table, acts, "title"),
            *found_in_column(view, searched_events(package), acts),
            day_column("date", say("actions.date"), acts.date, days),
            text_column("way", say("actions.direction"), directions),
            *(
                declared_column(package, ACTIONS, acts, name, is_minor=True)
                for name in ("authority", "kind", "programme")
            ),
            declared_column(package, EVENT.table, acts, "target", is_minor=True),
        ],
        record_addresses(view, EVENT, acts),
        caption=say("table_of.actions", count=len(acts)),
        key=ACTIONS,
        order="-date",
    )


def direction_labels() -> dict[str, str]:
    """The directions by their names on screen."""
    return {direction: say(f"actions.direction_of.{direction}") for direction in DIRECTIONS}


def finding(counts: pd.DataFrame) -> str:
    """What the actions by month say in one phrase: when most tightened and when most eased.

    `counts` has one row a month (index "YYYY-MM") and the columns tightening, easing, neither.
    """
    totals = counts.sum()
    if len(counts) == 1:
        text = ", ".join(_total(direction, int(totals[direction])) for direction in DIRECTIONS if totals[direction])
        return say("actions.in_month", month=month_name(counts.index[0]), totals=text)
    peaks = [_peak(counts[direction], direction) for direction in (TIGHTENING, EASING) if totals[direction]]
    sentence = ", ".join(peaks) or say("actions.all_neither", count=int(totals[NEITHER]))
    return sentence[0].upper() + sentence[1:]


def busiest(laid: pd.DataFrame, lanes: Mapping[str, str], total: int) -> str:
    """Which lane holds most of the actions: `laid` as `actions_by` gives it, `total` the number of actions."""
    counts = laid.lane.value_counts()
    actions = say("actions.actions", count=total)
    return say("actions.busiest", lane=lanes[str(counts.index[0])], number=number(counts.iloc[0]), actions=actions)


def _total(direction: str, total: int) -> str:
    return say(f"actions.total.{direction}", number=number(total))


def _peak(counts: pd.Series, direction: str) -> str:
    months, most = peak_months(counts), int(counts.max())
    actions = say("actions.actions", count=most)
    if len(months) > FEW:
        return say(f"actions.at_most.{direction}", actions=actions)
    if len(months) == 1:
        return say(f"actions.most.{direction}", month=month_name(months[0]), actions=actions)
    return say(
        f"actions.most_twice.{direction}", first=month_name(months[0]), second=month_name(months[1]), actions=actions
    )
