"""Draws the general licences: a strip for each number that moved, and one row a version."""

import pandas as pd
import streamlit as st

from components.controls.picking import remember_rows, show_picked_in
from components.elements.data_table import headed
from components.elements.declared_columns import draw_sourced_table, text_column
from components.elements.figure import draw_figure, draw_heading
from components.sanctions.licences_chart import licences_figure
from components.view.view import View
from data.sanctions.actions import action_type
from data.sanctions.licences import in_force, licence_spans, moving_families
from data.text.formats import day_name
from data.text.messages import say

LICENCES = "licences"
STRIPS = "licences_by_number"
COLUMNS = ["family", "version", "status", "issued_on", "ends", "subject", "date_precision", "notes"]
SAME = ["family", "version", "subject", "status", "issued_on", "replaced_by_or_expires"]


def draw_licences(view: View) -> None:
    """The licences that hold the view's words, as strips and as a table."""
    found = view.selection.licences
    if found.empty:
        draw_heading(say("licences.none"), say("licences.none_text"))
        return
    _draw_strips(view, found)
    _draw_table(view, found)


def _draw_strips(view: View, found: pd.DataFrame) -> None:
    package = view.package
    first, last = package["events"].date.min(), package.last_day
    spans = licence_spans(found, package[LICENCES], first, last)
    moved = moving_families(spans, first)
    if moved.empty:
        return
    moving, forced = moved.number.nunique(), len(in_force(found))
    still = found.family.nunique() - moving
    title = say(
        "licences.title",
        licences=say("licences.licences", count=forced),
        numbers=say("licences.numbers", count=moving),
        day=day_name(first),
    )
    draw_figure(
        licences_figure(moved, last, view.theme.colour(action_type(package["event_types"])), view.theme),
        title=title,
        subtitle=say(
            "licences.legend",
            still=say("licences.numbers", count=still),
            note=package.descriptor.table(LICENCES).remarks,
        ).strip(),
        alt=say("licences.alt", title=title),
        table=headed(package, LICENCES, moved[SAME]),
        key=STRIPS,
        on_pick=show_picked_in,
    )


def _draw_table(view: View, found: pd.DataFrame) -> None:
    st.caption(say("licences.hint"))
    remember_rows(LICENCES, list(found.event_id))
    draw_sourced_table(
        view.package,
        LICENCES,
        found,
        COLUMNS,
        name=say("licences.table"),
        key=LICENCES,
        extra={"ends": text_column(view.package, LICENCES, "replaced_by_or_expires")},
        on_select=lambda: show_picked_in(LICENCES),
        selection_mode="single-row",
    )
