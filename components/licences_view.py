"""Draws the general licences: a strip for each number that moved, and one row a version."""

import pandas as pd
import streamlit as st

from components.data_table import headed
from components.declared_columns import counted, draw_sourced_table, text_column
from components.figure import draw_figure, draw_heading
from components.frame import View
from components.licences_chart import licences_figure
from components.picking import remember_rows, show_picked_in
from data.licences import in_force, licence_spans, licences_in_view, moving_families
from data.sanctions import action_type
from data.style import day_name

LICENCES = "licences"
STRIPS = "licences_by_number"
COLUMNS = ["family", "version", "status", "issued_on", "ends", "subject", "date_precision", "notes"]
SAME = ["family", "version", "subject", "status", "issued_on", "replaced_by_or_expires"]


LEGEND = (
    "OFAC's general licences by number, each with what its newest version allows. A bar is a version, with its letter. "
    "Full colour: in force; paler: replaced or expired; a cross: ran out; hatched: a first or last day is not in our "
    "sources. Click a bar to open the event of its issue or end, where there is one."
)


def draw_licences(view: View) -> None:
    """The licences that hold the view's words, as strips and as a table."""
    found = licences_in_view(view.package[LICENCES], view.filters.q)
    if found.empty:
        draw_heading("No licence in this view", "No licence holds these words.")
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
    title = f"{counted(forced, 'licence')} in force; {counted(moving, 'number')} moved since {day_name(first)}"
    draw_figure(
        licences_figure(moved, last, view.theme.colour(action_type(package["event_types"])), view.theme),
        title=title,
        subtitle=f"{LEGEND} {still} numbers without a change, and versions without any known day, are in the table "
        f"only. {package.descriptor.table(LICENCES).description.split('. ')[1]}",
        alt=f"Bars over time, one row a licence number. {title}.",
        table=headed(package, LICENCES, moved[SAME]),
        key=STRIPS,
        on_pick=show_picked_in,
    )


def _draw_table(view: View, found: pd.DataFrame) -> None:
    st.caption("Tick a row to open the event in which the version was issued or ended, where there is one.")
    remember_rows(LICENCES, list(found.event_id))
    draw_sourced_table(
        view.package,
        LICENCES,
        found,
        COLUMNS,
        name="versions of general licences, those in force first; ticking a row opens the event of its issue or end",
        key=LICENCES,
        extra={"ends": text_column(view.package, LICENCES, "replaced_by_or_expires")},
        on_select=lambda: show_picked_in(LICENCES),
        selection_mode="single-row",
    )
