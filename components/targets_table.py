"""Draws the table of targets with its own choices; a row opens the target's record."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.declared_columns import counted, draw_sourced_table, text_column
from components.figure import draw_heading
from components.frame import View
from components.picking import remember_rows, show_picked_in
from components.setting_widgets import draw_select
from data.figures import Scene
from data.sanctions_figures import targets_in
from data.targets import TargetChoice, with_links

TARGETS = "sanctions_targets"
COLUMNS = [
    *("display_name", "target_type", "listed_on", "programme", "authority", "role", "relation", "linked_name"),
    *("nationality_or_flag", "imo", "status", "delisted_on", "ofac_record", "aliases", "notes"),
]
CHOICES = ("target_type", "programme", "status", "authority")
ABOUT = (
    "People, companies, groups and ships of this dataset that OFAC or the State Department listed or delisted over "
    "Venezuela; not the whole list. OFAC's own record is linked where its number is known. Tick a row to open a record."
)


def draw_targets(view: View) -> None:
    """The targets of the view, newest listing first; those without a listing date apart where months are chosen."""
    targets, choice = targets_in(Scene(view.package, view.filters, view.events)), _choice(view)
    rows, left_out = choice.keep(targets.rows), choice.keep(targets.left_out)
    if rows.empty:
        draw_heading(
            "No target in this view", "None is known to be listed in these months with these words and choices."
        )
    else:
        draw_heading(_finding(rows), ABOUT)
    with st.container(horizontal=True, key="target_choices"):
        for word in CHOICES:
            draw_select(view.settings, word, view.package.choices(TARGETS, word), "Any")
    if not rows.empty:
        _draw_rows(view, rows, COLUMNS, "targets")
    if not left_out.empty:
        st.markdown(f"**Listing date unknown: {len(left_out)} left out by the months**")
        _draw_rows(view, left_out, [name for name in COLUMNS if name != "listed_on"], "targets_undated")


def _choice(view: View) -> TargetChoice:
    return TargetChoice(**{word: getattr(view.settings, word) for word in CHOICES})


def _finding(rows: pd.DataFrame) -> str:
    gone = int(rows.delisted_on.notna().sum())
    said = f"{counted(len(rows), 'target')} listed by US authorities"
    return said + (f", {gone} of them delisted again" if gone else "")


def _draw_rows(view: View, rows: pd.DataFrame, columns: Sequence[str], key: str) -> None:
    package = view.package
    shown = with_links(rows, package[TARGETS]).sort_values("listed_on", ascending=False, kind="stable")
    remember_rows(key, list(shown.target_id))
    draw_sourced_table(
        package,
        TARGETS,
        shown,
        columns,
        name="listed targets, the latest listing first; ticking a row opens the target's record",
        key=key,
        extra={
            "linked_name": text_column(package, TARGETS, "linked_to"),
            "ofac_record": st.column_config.LinkColumn("OFAC record", display_text="open"),
        },
        on_select=lambda: show_picked_in(key, "target"),
        selection_mode="single-row",
    )
