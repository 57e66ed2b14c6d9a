"""Draws the toll at sea as it grew, beside every running total that others published, and lists those that differ."""

from typing import Any

import pandas as pd
import streamlit as st

from components.data_table import draw_table, headed
from components.figure import draw_figure, draw_heading
from components.frame import View
from components.plain import link, plain
from components.setting_widgets import draw_option
from components.toll_chart import toll_figure
from data.months import shown_days
from data.rows import each
from data.style import day_name, spoken
from data.toll import (
    DIFFERS,
    Toll,
    announced_unknown,
    compared_totals,
    first_strike,
    numbered,
    toll_at_sea,
    toll_course,
)

TOTALS = ["as_of", "publisher", "metric", "qualifier", "value"]
OURS = {"our_low": "Ours, low", "our_high": "Ours, high", "difference": "Difference"}
COMPARED = "agreement"
# The picture starts so long before the first strike.
BEFORE = pd.Timedelta(days=14)
AGREEMENTS = {
    "within": "between our low and high",
    "floor": "a floor that agrees",
    "differs": "differs",
}
SUBTITLE = (
    "Running totals of all strikes at sea, whatever types or words are chosen. Ours: grey steps; the band reaches from "
    "the announced dead to those given with people lost at sea. Others': points; a triangle is a floor (“at least”), "
    "and filled, numbered points differ from ours."
)


def draw_toll(view: View) -> None:
    """The strikes at sea of the whole dataset as they added up, in the months of the view, and published totals."""
    if not draw_toll_picture(view):
        return
    events, totals = view.package["events"], _totals(view)
    draw_option(view.package, view.settings, "by")
    unknown = announced_unknown(events)
    st.caption(f"The day of announcement of {unknown} events is not known: they count from the day they happened.")
    _draw_differing(view, totals[totals.as_of.between(*_shown(view))])
    with st.expander(f"All {len(totals)} published totals, beside ours"):
        _draw_totals(view, totals)


def draw_toll_picture(view: View) -> bool:
    """The picture alone. Whether there is one: before the first strike a sentence stands in its place."""
    package, events, shown = view.package, view.package["events"], _shown(view)
    totals = _totals(view)
    within = totals[totals.as_of.between(*shown)]
    course, toll = toll_course(events, view.settings.by), toll_at_sea(events, shown[1])
    if not toll.events:
        draw_heading("Toll at sea", "No strike at sea had happened by the end of these months.")
        return False
    killed = spoken(toll.killed_low, toll.killed_high)
    draw_figure(
        toll_figure(package, course, within, shown, view.theme),
        title=f"{toll.strikes} strikes at sea by {day_name(shown[1])}: {killed} killed",
        subtitle=SUBTITLE,
        alt=_alt(toll, within, shown),
        table=_table(view, course, within, shown),
        key="toll",
    )
    return True


def _shown(view: View) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first and last day of the picture."""
    return shown_days(view.filters.month, first_strike(view.package["events"]) - BEFORE, view.package.last_day)


def _totals(view: View) -> pd.DataFrame:
    """Every published total beside ours, those that differ numbered."""
    return numbered(compared_totals(view.package["published_totals"], view.package["events"]))


def _alt(toll: Toll, totals: pd.DataFrame, shown: tuple[pd.Timestamp, pd.Timestamp]) -> str:
    counts = totals.agreement.value_counts()
    compared = ", ".join(f"{counts.get(name, 0)} {label}" for name, label in AGREEMENTS.items())
    return (
        f"Running totals from {day_name(shown[0])} to {day_name(shown[1])}, reaching {toll.strikes} strikes, "
        f"{toll.vessels} vessels and {spoken(toll.killed_low, toll.killed_high)} killed. "
        f"{len(totals)} published totals beside them: {compared}."
    )


def _table(
    view: View, course: pd.DataFrame, totals: pd.DataFrame, shown: tuple[pd.Timestamp, pd.Timestamp]
) -> pd.DataFrame:
    """What the picture draws, in time: our running totals, and each published one."""
    ours = course[course.day.between(*shown)]
    names = {"strikes": "Strikes, ours", "vessels": "Vessels hit, ours"}
    names |= {"killed_low": "Killed, ours, low", "killed_high": "Killed, ours, high"}
    drawn = ours.rename(columns=names).assign(Day=ours.day.dt.date).drop(columns="day")
    others = headed(view.package, "published_totals", totals[TOTALS])
    day = view.package.column("published_totals", "as_of").title
    both = pd.concat([drawn, others.rename(columns={day: "Day"})]).sort_values("Day", kind="stable")
    return both[["Day", *both.columns.drop("Day")]]


def _draw_differing(view: View, totals: pd.DataFrame) -> None:
    """The totals that differ from ours, by the number they carry in the picture, with the difference and their note."""
    differing = totals[totals.agreement == DIFFERS]
    if differing.empty:
        st.markdown("**No published total of these months differs from ours.**")
        return
    lines = [_differing_line(view, total) for total in each(differing)]
    st.markdown("**Published totals that differ from ours**\n\n" + "\n".join(lines))
    st.caption(
        "Ours run from the low count through the day before to the high count through the day after: publishers work "
        "in other time zones and may not know a day's strike yet."
    )


def _differing_line(view: View, total: Any) -> str:
    metric = view.package.choices("published_totals", "metric")[total.metric]
    qualifier = view.package.choices("published_totals", "qualifier")[total.qualifier]
    more = f"{abs(total.difference)} {'more' if total.difference > 0 else 'fewer'}"
    told = f"{metric}: {qualifier.lower()} {total.value:g}; ours {spoken(total.our_low, total.our_high)}, so {more}."
    said = f"{day_name(total.as_of)}, {link(total.publisher, total.url)}. {plain(f'{told} {total.note}'.strip())}"
    return f"{total.number}. {said}"


def _draw_totals(view: View, totals: pd.DataFrame) -> None:
    draw_table(
        view.package,
        "published_totals",
        totals.assign(agreement=totals.agreement.map(AGREEMENTS)),
        [*TOTALS, *OURS, COMPARED, "note", "url"],
        name="running totals of strikes at sea that others published, beside ours",
        key="published_totals",
        extra={name: st.column_config.NumberColumn(label) for name, label in OURS.items()}
        | {COMPARED: st.column_config.TextColumn("Compared")},
    )
