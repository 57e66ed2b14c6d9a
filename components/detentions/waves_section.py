"""Draws the release waves: what authorities announced and what rights groups verified, side by side, by whom."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.detentions.custody import draw_none
from components.elements.data_table import draw_table
from components.elements.figure import draw_heading
from components.look.escaping import escape_markdown, link
from components.view.addresses import address_in_view
from components.view.view import View
from data.detentions.published_held import TOTALS, published_counts
from data.detentions.release_waves import AUTHORITY, MONITOR, WAVE, release_waves, rivals
from data.selection.record_kinds import EVENT
from data.text.formats import day_name, number
from data.text.messages import say


def draw_release_waves(view: View) -> None:
    """The waves that were both announced and verified, each as a row of words; then all of them as a table."""
    roles = view.package.choices("claimants", "role")
    waves = release_waves(view.package, view.events, view.page.slug)
    if waves.empty:
        draw_none(say("waves.heading"), say("waves.none"))
        return
    both = rivals(waves)
    title = say("waves.title", both=number(len(both)), count=len(waves))
    draw_heading(title, say("waves.measured"))
    if not both.empty:
        st.markdown(_side_by_side(view, both, roles))
    with st.expander(say("waves.all", count=len(waves))):
        draw_table(
            view.package,
            "events",
            waves,
            [*WAVE[1:], *roles],
            name=say("waves.table"),
            key="release_waves",
            extra={role: st.column_config.TextColumn(label, width="large") for role, label in roles.items()},
        )


def draw_published_counts(view: View) -> None:
    """Every figure of people held or released that others published for the months of the view, as published."""
    custody = view.selection.custody
    counts = published_counts(view.package, custody.first, custody.last)
    if not counts.empty:
        with st.expander(say("waves.published", count=len(counts))):
            st.caption(say("waves.published_text"))
            draw_table(
                view.package,
                TOTALS,
                counts,
                ["as_of", "publisher", "metric", "qualifier", "value", "note", "url"],
                name=say("waves.published_table"),
                key="published_counts",
            )


def _side_by_side(view: View, waves: pd.DataFrame, roles: Mapping[str, str]) -> str:
    """A table in Markdown, whose texts wrap as a grid's cells do not, and whose titles open the records."""
    lines = [
        f"| {say('waves.release')} | {escape_markdown(roles[AUTHORITY])} | {escape_markdown(roles[MONITOR])} |",
        "| --- | --- | --- |",
    ]
    for _, wave in waves.iterrows():
        title = link(wave.title, address_in_view(view, EVENT, wave.event_id))
        announced, verified = escape_markdown(wave[AUTHORITY]), escape_markdown(wave[MONITOR])
        lines.append(f"| {escape_markdown(day_name(wave.date))}: {title} | {announced} | {verified} |")
    return "\n".join(lines)
