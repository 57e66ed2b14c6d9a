"""Draws the toll at sea as it grew, beside every running total that others published, and lists those that differ."""

from typing import Any

import pandas as pd
import streamlit as st

from components.controls.setting_widgets import draw_option
from components.elements.data_table import draw_table, headed
from components.elements.figure import draw_figure, draw_heading
from components.look.escaping import escape_markdown, link
from components.timeline.toll_chart import toll_figure
from components.view.view import View
from data.package.rows import iterate_rows
from data.selection.months import shown_days
from data.text.formats import day_name, lower_first, number, spoken
from data.text.messages import say
from data.timeline.published_totals import DIFFERS, compared_totals, numbered
from data.timeline.toll import Toll, announced_unknown, cumulative_toll, first_strike, toll_at_sea

TOTALS = ["as_of", "publisher", "metric", "qualifier", "value"]
OURS = ["our_low", "our_high", "difference"]
CUMULATIVE = ("strikes", "vessels", "killed_low", "killed_high")
COMPARED = "agreement"
# The picture starts so long before the first strike.
BEFORE = pd.Timedelta(days=14)
AGREEMENTS = ("within", "floor", DIFFERS)


def draw_toll(view: View) -> None:
    """The strikes at sea of the whole dataset as they added up, in the months of the view, and published totals."""
    if not draw_toll_picture(view):
        return
    events, totals = view.package["events"], _totals(view)
    draw_option(view.package, view.settings, "by")
    st.caption(say("toll.unannounced", count=announced_unknown(events)))
    _draw_differing(view, totals[totals.as_of.between(*_shown(view))])
    with st.expander(say("toll.all", count=len(totals))):
        _draw_totals(view, totals)


def draw_toll_picture(view: View) -> bool:
    """The picture alone. Whether there is one: before the first strike a sentence stands in its place."""
    package, events, shown = view.package, view.package["events"], _shown(view)
    totals = _totals(view)
    within = totals[totals.as_of.between(*shown)]
    cumulative, toll = cumulative_toll(events, view.settings.by), toll_at_sea(events, shown[1])
    if not toll.events:
        draw_heading(say("toll.heading"), say("toll.none"))
        return False
    killed = spoken(toll.killed_low, toll.killed_high)
    draw_figure(
        toll_figure(package, cumulative, within, shown, view.theme),
        title=say("toll.title", count=toll.strikes, day=day_name(shown[1]), killed=killed),
        subtitle=say("toll.legend"),
        alt=_alt(toll, within, shown),
        table=_table(view, cumulative, within, shown),
        key="toll",
    )
    return True


def _shown(view: View) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first and last day of the picture."""
    return shown_days(view.filters.period, first_strike(view.package["events"]) - BEFORE, view.package.last_day)


def _totals(view: View) -> pd.DataFrame:
    """Every published total beside ours, those that differ numbered."""
    return numbered(compared_totals(view.package["published_totals"], view.package["events"]))


def _alt(toll: Toll, totals: pd.DataFrame, shown: tuple[pd.Timestamp, pd.Timestamp]) -> str:
    counts = totals.agreement.value_counts()
    compared = [say(f"toll.alt_{name}", number=number(counts.get(name, 0))) for name in AGREEMENTS]
    return say(
        "toll.alt",
        first=day_name(shown[0]),
        last=day_name(shown[1]),
        strikes=say("toll.strikes", count=toll.strikes),
        vessels=say("toll.vessels", count=toll.vessels),
        killed=spoken(toll.killed_low, toll.killed_high),
        totals=say("toll.totals", count=len(totals)),
        compared=", ".join(compared),
    )


def _table(
    view: View, cumulative: pd.DataFrame, totals: pd.DataFrame, shown: tuple[pd.Timestamp, pd.Timestamp]
) -> pd.DataFrame:
    """What the picture draws, in time: our running totals, and each published one."""
    ours = cumulative[cumulative.day.between(*shown)]
    heading = say("toll.day")
    names = {name: say(f"toll.cumulative.{name}") for name in CUMULATIVE}
    drawn = ours.rename(columns=names).assign(**{heading: ours.day.dt.date}).drop(columns="day")
    others = headed(view.package, "published_totals", totals[TOTALS])
    day = view.package.column("published_totals", "as_of").title
    both = pd.concat([drawn, others.rename(columns={day: heading})]).sort_values(heading, kind="stable")
    return both[[heading, *both.columns.drop(heading)]]


def _draw_differing(view: View, totals: pd.DataFrame) -> None:
    """The totals that differ from ours, by the number they carry in the picture, with the difference and their note."""
    differing = totals[totals.agreement == DIFFERS]
    if differing.empty:
        st.markdown(f"**{say('toll.none_differs')}**")
        return
    lines = [_differing_line(view, total) for total in iterate_rows(differing)]
    st.markdown(f"**{say('toll.differing')}**\n\n" + "\n".join(lines))
    st.caption(say("toll.how_compared"))


def _differing_line(view: View, total: Any) -> str:
    metric = view.package.choices("published_totals", "metric")[total.metric]
    qualifier = view.package.choices("published_totals", "qualifier")[total.qualifier]
    text = say(
        "toll.more" if total.difference > 0 else "toll.fewer",
        metric=metric,
        qualifier=lower_first(qualifier),
        total=number(total.value),
        ours=spoken(total.our_low, total.our_high),
        difference=number(abs(total.difference)),
    )
    note = escape_markdown(f"{text} {total.note}".strip())
    return f"{total.number}. {day_name(total.as_of)}, {link(total.publisher, total.url)}. {note}"


def _draw_totals(view: View, totals: pd.DataFrame) -> None:
    draw_table(
        view.package,
        "published_totals",
        totals.assign(agreement=totals.agreement.map(lambda name: say(f"toll.agreement.{name}"))),
        [*TOTALS, *OURS, COMPARED, "note", "url"],
        name=say("toll.table"),
        key="published_totals",
        extra={name: st.column_config.NumberColumn(say(f"toll.column.{name}")) for name in OURS}
        | {COMPARED: st.column_config.TextColumn(say("toll.compared"))},
    )
