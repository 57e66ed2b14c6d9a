"""Draws the release waves: what authorities announced and what rights groups verified, side by side, by whom."""

import pandas as pd
import streamlit as st

from components.detentions.custody import draw_none
from components.elements.data_table import draw_download
from components.elements.figure import draw_heading
from components.elements.in_short import draw_in_short
from components.elements.published_figures import PublishedFigures, draw_published_figures, published_figures
from components.elements.record_table import (
    RecordTable,
    day_column,
    draw_record_table,
    record_addresses,
    record_table,
    text_column,
)
from components.view.headlines import headline
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.detentions.in_short import release_facts
from data.detentions.published_held import published_counts
from data.detentions.release_waves import release_waves, rivals
from data.records.event import when
from data.selection.record_kinds import EVENT
from data.selection.short_fact import ShortFact
from data.text.formats import number
from data.text.messages import say


def draw_release_waves(view: View) -> None:
    """Every release of which somebody gives a number: what authorities announced beside what rights groups verified."""
    waves = _waves(view)
    if waves.empty:
        draw_none(say("waves.heading"), say("waves.none"))
        return
    both = rivals(waves)
    by_rule = say("waves.title", both=number(len(both)), count=len(waves))
    draw_heading(headline(view, "release_waves", by_rule), say("waves.measured"))
    draw_record_table(_table(view))
    draw_download(waves, key="release_waves")
    draw_in_short(view, _facts(view))


@once_per_view
def _waves(view: View) -> pd.DataFrame:
    return release_waves(view.package, view.events, view.page.slug)


@once_per_view
def _facts(view: View) -> list[ShortFact]:
    return release_facts(view.package, view.selection.of_everybody.custody.people, view.filters.period)


@once_per_view
def _table(view: View) -> RecordTable:
    roles, waves = view.package.choices("claimants", "role"), _waves(view)
    events = view.package[EVENT.table].set_index(EVENT.id_column).loc[list(waves.event_id)]
    days = pd.Series([when(event) for _, event in events.iterrows()], waves.index)
    return record_table(
        view,
        [
            text_column("title", say("waves.release"), waves.title),
            day_column("date", view.package.column(EVENT.table, "date").title, waves.date, days),
            *(text_column(role, label, waves[role]) for role, label in roles.items()),
        ],
        record_addresses(view, EVENT, waves),
        caption=say("table_of.release_waves", count=len(waves)),
        key="release_waves",
        is_main=False,
    )


def draw_published_counts(view: View) -> None:
    """Every figure of people held or released that others published for the months of the view, as published."""
    found = _published(view)
    if not found.rows.empty:
        st.markdown(f"**{say('waves.published', count=len(found.rows))}**")
        st.caption(say("waves.published_text"))
        draw_published_figures(found)


@once_per_view
def _published(view: View) -> PublishedFigures:
    custody = view.selection.custody
    counts = published_counts(view.package, custody.first, custody.last)
    return published_figures(view, counts, key="published_counts")
