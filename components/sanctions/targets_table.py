"""Draws the table of targets with its own choices; a row opens the target's record."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.controls.picking import remember_rows, show_picked_in
from components.controls.setting_widgets import draw_select
from components.elements.declared_columns import draw_sourced_table, text_column
from components.elements.figure import draw_heading
from components.view.view import View
from data.sanctions.targets import TargetChoice, with_links
from data.selection.record_kinds import TARGET
from data.text.formats import number
from data.text.messages import say

TARGETS = "sanctions_targets"
COLUMNS = [
    *("display_name", "target_type", "listed_on", "programme", "authority", "role", "relation", "linked_name"),
    *("nationality_or_flag", "imo", "status", "delisted_on", "ofac_record", "aliases", "notes"),
]
CHOICES = ("target_type", "programme", "status", "authority")


def draw_targets(view: View) -> None:
    """The targets of the view, newest listing first; where months are chosen apart from them those delisted in the
    months, and those without a listing date."""
    targets, choice = view.selection.targets, TargetChoice.of(view.settings)
    rows, left_out, delisted = map(choice.keep, (targets.rows, targets.left_out, targets.delisted))
    # What the months took off the list and did not put on it has no row in the table.
    apart = delisted.drop(rows.index, errors="ignore")
    if not rows.empty:
        draw_heading(_finding(len(rows), len(delisted)), say("targets.about"))
        _draw_rows(view, rows, COLUMNS, "targets")
    elif left_out.empty and apart.empty:
        draw_heading(say("targets.none"), say("targets.none_text"))
    else:
        draw_heading(say("targets.none_listed"), say("targets.none_listed_text"))
    with st.container(horizontal=True, key="target_choices"):
        for parameter in CHOICES:
            draw_select(view.settings, parameter, view.package.choices(TARGETS, parameter), say("targets.any"))
    if not apart.empty:
        st.markdown(f"**{say('targets.delisted')}**")
        _draw_rows(view, apart, COLUMNS, "targets_delisted")
    if not left_out.empty:
        st.markdown(f"**{say('targets.undated', number=number(len(left_out)))}**")
        _draw_rows(view, left_out, [name for name in COLUMNS if name != "listed_on"], "targets_undated")


def _finding(listed: int, delisted: int) -> str:
    if not delisted:
        return say("targets.listed", count=listed)
    return say("targets.listed_and_delisted", count=listed, delisted=number(delisted))


def _draw_rows(view: View, rows: pd.DataFrame, columns: Sequence[str], key: str) -> None:
    package = view.package
    shown = with_links(rows, package[TARGETS]).sort_values("listed_on", ascending=False, kind="stable")
    remember_rows(key, list(shown.target_id))
    draw_sourced_table(
        package,
        TARGETS,
        shown,
        columns,
        name=say("targets.table"),
        key=key,
        extra={
            "linked_name": text_column(package, TARGETS, "linked_to"),
            "ofac_record": st.column_config.LinkColumn(say("targets.ofac"), display_text=say("targets.open")),
        },
        on_select=lambda: show_picked_in(key, TARGET.parameter),
        selection_mode="single-row",
    )
