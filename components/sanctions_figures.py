"""Draws the actions of a view in time, by month or in lanes, tightening apart from easing, and one row an action."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.data_table import draw_table
from components.declared_columns import counted, text_column
from components.figure import draw_figure, draw_heading
from components.frame import View
from components.lanes_chart import lanes_figure
from components.picking import remember_rows, show_picked_in
from components.sanctions_chart import actions_figure
from components.setting_widgets import draw_option
from data.origins import uncertain
from data.sanctions import (
    EASING,
    NEITHER,
    TIGHTENING,
    action_type,
    actions,
    actions_by,
    actions_by_month,
    directions,
    peak_months,
)
from data.style import month_name

WAYS = {EASING: "Easing", TIGHTENING: "Tightening", NEITHER: "Neither"}
COLUMNS = ["date", "title", "way", "authority", "kind", "programme", "target", "verification"]
ACTIONS = "sanctions_actions"
MONTHS = "months"
NO_LANE = "Not in our sources"
FEW = 2
MEASURED = (
    "Tightening has a negative PLOVER score, easing a positive one. Neither, in grey: licences renewed and the like, "
    "which are not scored."
)


def draw_actions(view: View) -> None:
    """The actions of the view by month or in lanes, then one row an action; with none, a sentence says so."""
    acts = actions(view.events, view.package[ACTIONS])
    draw_option(view.package, view.settings, "lanes")
    if acts.empty:
        draw_heading(
            "No action in this view",
            "No designation, delisting, licence, tariff or order passes these filters. Widen the months or clear one.",
        )
        return
    if view.settings.lanes == MONTHS:
        _draw_by_month(view, acts)
    else:
        _draw_lanes(view, acts, view.settings.lanes)


def _draw_by_month(view: View, acts: pd.DataFrame) -> None:
    counts = actions_by_month(acts, view.package["plover_scores"])
    said = finding(counts)
    totals = ", ".join(f"{counts[way].sum()} {label.lower()}" for way, label in WAYS.items())
    draw_figure(
        actions_figure(counts, WAYS, view.theme.colour(action_type(view.package["event_types"])), view.theme),
        title=said,
        subtitle=f"Number of actions by month of their first day. {MEASURED}",
        alt=f"Bars by month from {month_name(counts.index[0])} to {month_name(counts.index[-1])}: easing above the "
        f"line, tightening below it, the rest in a grey row of its own. In all {totals}. {said}.",
        table=counts[list(WAYS)].rename(columns=WAYS).reset_index(names="Month"),
        key="actions_by_month",
    )


def _draw_lanes(view: View, acts: pd.DataFrame, column: str) -> None:
    lanes = {**view.package.choices(ACTIONS, column), "": NO_LANE}
    laid = actions_by(acts.assign(hollow=uncertain(view.package, acts)), column, view.package["plover_scores"])
    said = busiest(laid, lanes, len(acts))
    table = laid.assign(lane=laid.lane.map(lanes), way=laid.way.map(WAYS), date=laid.date.dt.date)
    heading = view.package.column(ACTIONS, column).title
    draw_figure(
        lanes_figure(laid, lanes, WAYS, view.theme.colour(action_type(view.package["event_types"])), view.theme),
        title=said,
        subtitle=f"Every action by its first day, by {heading.lower()}. {MEASURED} Hollow: claimed by one "
        "side, disputed, or known from one origin only. Click a mark to open its record.",
        alt=f"Marks over time in lanes: triangles up ease, triangles down tighten. {said}.",
        table=table[["date", "lane", "way", "title"]].rename(
            columns={"date": "Date", "lane": heading, "way": "Direction", "title": "Action"}
        ),
        key="actions_by_day",
        on_pick=show_picked_in,
    )


def draw_each_action(view: View) -> None:
    """One row an action of the view, newest first; nothing when there is none."""
    acts = actions(view.events, view.package[ACTIONS])
    if acts.empty:
        return
    package = view.package
    labels = {name: package.choices(ACTIONS, name) for name in ("authority", "kind")}
    shown = acts.assign(
        way=directions(acts, package["plover_scores"]).map(WAYS),
        programme=acts.programme.map("; ".join),
        **{name: acts[name].map(values) for name, values in labels.items()},
    )
    st.caption("The actions, newest first. Tick a row to open its record below the table.")
    remember_rows("actions", list(acts.event_id))
    draw_table(
        package,
        "events",
        shown,
        COLUMNS,
        name="actions of this view, newest first; ticking a row opens its record",
        key="actions",
        extra={
            "way": st.column_config.TextColumn("Direction"),
            **{name: text_column(package, ACTIONS, name) for name in ("authority", "kind", "programme")},
        },
        on_select=lambda: show_picked_in("actions"),
        selection_mode="single-row",
    )


def finding(counts: pd.DataFrame) -> str:
    """What the actions by month say in one phrase: when most tightened and when most eased.

    `counts` has one row a month (index "YYYY-MM") and the columns tightening, easing, neither.
    """
    totals = counts.sum()
    if len(counts) == 1:
        ways = ", ".join(f"{totals[way]} {label.lower()}" for way, label in WAYS.items() if totals[way])
        return f"Actions in {month_name(counts.index[0])}: {ways}"
    said = [_peak(counts[way], WAYS[way].lower()) for way in (TIGHTENING, EASING) if totals[way]]
    sentence = ", ".join(said) or f"None of these {totals[NEITHER]} actions tightens or eases"
    return sentence[0].upper() + sentence[1:]


def busiest(laid: pd.DataFrame, lanes: Mapping[str, str], total: int) -> str:
    """Which lane holds most of the actions: `laid` as `actions_by` gives it, `total` the number of actions."""
    counts = laid.lane.value_counts()
    return f"{lanes[str(counts.index[0])]}: {counts.iloc[0]} of {counted(total, 'action')}"


def _peak(counts: pd.Series, label: str) -> str:
    months, most = peak_months(counts), int(counts.max())
    actions_each = f"{most} action{'s' if most > 1 else ''}"
    if len(months) > FEW:
        return f"at most {actions_each} of {label} a month"
    return f"most {label} in {' and '.join(map(month_name, months))} ({actions_each}{' each' if months[1:] else ''})"
