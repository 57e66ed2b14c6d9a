"""Draws the toll at sea as it grew, beside every running total that others published, and lists those that differ."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components.controls.filter_bar import draw_last_day
from components.controls.setting_widgets import draw_options
from components.elements.figure import Shown, draw_figure, draw_heading
from components.elements.in_short import draw_in_short
from components.elements.published_figures import (
    PublishedFigures,
    draw_published_figures,
    our_range,
    published_figures,
)
from components.elements.record_table import text_column
from components.look.escaping import escape_markdown, link
from components.timeline.toll_chart import toll_figure
from components.view.headlines import headline
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.package.rows import iterate_rows
from data.selection.filters import Filters, filter_kinds
from data.selection.months import shown_days
from data.selection.short_fact import ShortFact
from data.text.formats import day_name, lower_first, number, spoken
from data.text.messages import say
from data.timeline.in_short import toll_facts
from data.timeline.published_totals import DIFFERS, compared_totals, numbered
from data.timeline.toll import Toll, announced_unknown, cumulative_toll, first_strike, toll_at_sea

CUMULATIVE = ("strikes", "vessels", "killed_low", "killed_high")
COMPARED = "agreement"
# The picture starts so long before the first strike.
BEFORE = pd.Timedelta(days=14)
AGREEMENTS = ("within", "floor", DIFFERS)


def draw_toll(view: View) -> None:
    """The strikes at sea of the whole dataset as they added up, in the months of the view, and published totals."""
    shown, last = _shown(view), view.package.last_day
    with draw_options(view.package, view.settings, "by"):
        st.caption(say("toll.until"), width="content")
        draw_last_day(max(shown[1], first_strike(view.package["events"])), first_strike(view.package["events"]), last)
    if not draw_toll_picture(view):
        return
    draw_in_short(view, _facts(view))
    st.caption(say("toll.unannounced", count=announced_unknown(view.package["events"])))
    heading, lines = _differing(view)
    st.markdown(heading + lines)
    if lines:
        st.caption(say("toll.how_compared"))
    st.markdown(f"**{say('toll.all', count=len(_totals(view.package)))}**")
    draw_published_figures(_published(view))


@once_per_view
def _facts(view: View) -> list[ShortFact]:
    """What the strikes of the view's days come to: no other filter acts on this section, nor on where a fact leads."""
    period = Filters(month=view.filters.month, days=view.filters.days)
    no_others: dict[str, str | list[str]] = {name: [] for name in filter_kinds() if name not in ("month", "days")}
    facts = toll_facts(view.package, period.keep(view.package))
    return [replace(fact, parameters={**no_others, **fact.parameters}) for fact in facts]


def draw_toll_picture(view: View) -> bool:
    """The picture alone. Whether there is one: before the first strike a sentence stands in its place."""
    shown = _picture(view)
    if shown:
        draw_figure(**shown, key="toll")
    else:
        draw_heading(say("toll.heading"), say("toll.none"))
    return bool(shown)


@once_per_view
def _picture(view: View) -> Shown | None:
    package, events, shown = view.package, view.package["events"], _shown(view)
    totals = _totals(package)
    within = totals[totals.as_of.between(*shown)]
    cumulative, toll = cumulative_toll(events, view.settings.by), toll_at_sea(events, shown[1])
    if not toll.events:
        return None
    killed = spoken(toll.killed_low, toll.killed_high)
    return Shown(
        figure=toll_figure(package, cumulative, within, shown, view.theme),
        title=headline(view, "toll", say("toll.title", count=toll.strikes, day=day_name(shown[1]), killed=killed)),
        subtitle=say("toll.legend"),
        alt=_alt(toll, within, shown),
        table=_table(cumulative, shown),
    )


def _shown(view: View) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first and last day of the picture."""
    return shown_days(view.filters.period, first_strike(view.package["events"]) - BEFORE, view.package.last_day)


@once_per_package
def _totals(package: Package) -> pd.DataFrame:
    """Every published total beside ours, those that differ numbered."""
    return numbered(compared_totals(package["published_totals"], package["events"]))


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


def _table(cumulative: pd.DataFrame, shown: tuple[pd.Timestamp, pd.Timestamp]) -> pd.DataFrame:
    """Our own running totals, in time; those of others are a table of their own."""
    ours = cumulative[cumulative.day.between(*shown)]
    names = {name: say(f"toll.cumulative.{name}") for name in CUMULATIVE}
    return ours.assign(day=ours.day.dt.date).rename(columns={"day": say("toll.day"), **names})


@once_per_view
def _differing(view: View) -> tuple[str, str]:
    """A heading, and below it the totals that differ from ours, by the number they carry in the picture, with the
    difference and their note; no lines where none differs."""
    totals = _totals(view.package)
    differing = totals[totals.as_of.between(*_shown(view)) & (totals.agreement == DIFFERS)]
    if differing.empty:
        return f"**{say('toll.none_differs')}**", ""
    lines = [_differing_line(view, total) for total in iterate_rows(differing)]
    return f"**{say('toll.differing')}**\n\n", "\n".join(lines)


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


@once_per_view
def _published(view: View) -> PublishedFigures:
    """All totals of others beside ours, as a table."""
    totals = _totals(view.package)
    agreements = totals.agreement.map(lambda name: say(f"toll.agreement.{name}"))
    compared = text_column(COMPARED, say("toll.compared"), agreements, is_minor=True)
    return published_figures(view, totals, key="published_totals", beside=[our_range(totals), compared])
