"""Draws two periods side by side: events by type, toll, scores and the most severe acts."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.compare_chart import compare_figure
from components.event_chain import event_line
from components.figure import draw_figure, draw_heading
from components.frame import View
from components.plain import plain
from components.setting_widgets import draw_period
from data.compare import Compared, compared, counts_side_by_side, first_periods
from data.escalation import directions
from data.filters import ALL_MONTHS
from data.periods import read_period
from data.style import counted, signed, spoken

WORDS = ("a", "b")


def draw_comparison(view: View) -> None:
    """Two periods of the reader's choice, as the address names them. Months of the filters do not apply here."""
    package, settings = view.package, view.settings
    events = replace(view.filters, month=ALL_MONTHS).keep(package["events"])
    words = [getattr(settings, word) or first for word, first in zip(WORDS, first_periods(package), strict=True)]
    one, other = (
        compared(package, events, read_period(word, package), settings.scale, settings.scope) for word in words
    )
    draw_heading(
        f"Compare: {one.period.name} and {other.period.name}",
        "Two periods counted the same way, with the filters of this view save its months; scores on the scale and in "
        "the scope chosen above.",
    )
    for column, word, side in zip(st.columns(2, gap="large"), WORDS, (one, other), strict=True):
        with column:
            draw_period(package, settings, word, default=side.period.word)
            _draw_side(view, side)
    _draw_counts(view, one, other)


def _draw_side(view: View, side: Compared) -> None:
    toll, labels = side.toll, directions(view.package)
    lines = [
        f"- {counted(side.events, 'event')} in {counted(side.period.days, 'day')}",
        f"- {toll.strikes} strikes at sea, {spoken(toll.killed_low, toll.killed_high)} killed",
        *(
            f"- {plain(labels[str(direction)])}: pressure {signed(sums.negative)}, easing {signed(sums.positive)}, "
            f"{sums.acts:.0f} acts"
            for direction, sums in side.sums.iterrows()
        ),
    ]
    severe = "\n".join(event_line(view, act) for _, act in side.severe.iterrows())
    st.markdown("\n".join(lines) + f"\n\n**Most severe acts**\n\n{severe or 'None below zero.'}")


def _draw_counts(view: View, one: Compared, other: Compared) -> None:
    counts = counts_side_by_side(view.package, one, other)
    if counts.empty:
        st.markdown("Neither period holds an event of this view.")
        return
    labels, names = view.package.choices("events", "event_type"), (one.period.name, other.period.name)
    widest = str((counts.a - counts.b).abs().idxmax())
    before, after = counts.loc[widest]
    draw_figure(
        compare_figure(view.package, counts, names, view.theme),
        title=f"{labels[widest]}: {before} in {names[0]}, {after} in {names[1]}",
        subtitle=f"Number of events by type: rings {names[0]} ({one.period.days} days), dots {names[1]} "
        f"({other.period.days} days). The title names the type that differs most.",
        alt=f"Number of events of {len(counts)} types in {names[0]} and in {names[1]}. {labels[widest]} differs most: "
        f"{before} and {after}.",
        table=pd.DataFrame({"Event type": counts.index.map(labels), names[0]: counts.a, names[1]: counts.b}),
        key="compare",
    )
