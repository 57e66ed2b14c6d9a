"""Draws the actions of a view in time, tightening apart from easing, and one row an action."""

import pandas as pd
import streamlit as st

from components.address_bar import remember_rows, show_picked_in
from components.data_table import draw_table
from components.figure import draw_figure, draw_heading
from components.frame import View
from components.sanctions_chart import actions_figure
from data.months import month_name
from data.sanctions import EASING, NEITHER, TIGHTENING, actions, actions_by_month, directions, peak_months

WAYS = {EASING: "Easing", TIGHTENING: "Tightening", NEITHER: "Neither"}
COLUMNS = ["date", "title", "way", "actor", "target"]
FEW = 2


def draw_actions(view: View) -> None:
    """The actions of the view by month, then one row an action; with none, a sentence says so."""
    acts = actions(view.events, view.package["event_types"])
    if acts.empty:
        draw_heading(
            "No action in this view",
            "No designation, delisting, licence or tariff passes these filters. Widen the months or clear a filter.",
        )
        return
    _draw_by_month(view, acts)
    _draw_each(view, acts)


def _draw_by_month(view: View, acts: pd.DataFrame) -> None:
    counts = actions_by_month(acts, view.package["plover_scores"])
    said = finding(counts)
    totals = ", ".join(f"{counts[way].sum()} {label.lower()}" for way, label in WAYS.items())
    draw_figure(
        actions_figure(counts, WAYS, view.theme.colour(str(acts.event_type.iloc[0])), view.theme),
        title=said,
        subtitle="Number of actions by month of their first day. Tightening has a negative PLOVER score, easing a "
        "positive one. Neither, in grey: licences renewed and the like, which are not scored.",
        alt=f"Bars by month from {month_name(counts.index[0])} to {month_name(counts.index[-1])}: easing above the "
        f"line, tightening below it, the rest in a grey row of its own. In all {totals}. {said}.",
        table=counts[list(WAYS)].rename(columns=WAYS).reset_index(names="Month"),
        key="actions_by_month",
    )


def _draw_each(view: View, acts: pd.DataFrame) -> None:
    st.caption("The actions, newest first. Tick a row to open its record below the table.")
    remember_rows("actions", list(acts.event_id))
    draw_table(
        view.package,
        "events",
        acts.assign(way=directions(acts, view.package["plover_scores"]).map(WAYS)),
        COLUMNS,
        name="actions of this view, newest first; ticking a row opens its record",
        key="actions",
        extra={"way": st.column_config.TextColumn("Direction")},
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


def _peak(counts: pd.Series, label: str) -> str:
    months, most = peak_months(counts), int(counts.max())
    actions_each = f"{most} action{'s' if most > 1 else ''}"
    if len(months) > FEW:
        return f"at most {actions_each} of {label} a month"
    return f"most {label} in {' and '.join(map(month_name, months))} ({actions_each}{' each' if months[1:] else ''})"
