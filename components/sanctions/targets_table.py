"""Draws the table of targets with its own choices; a row opens the target's record."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.controls.setting_widgets import draw_select
from components.elements.data_table import draw_download
from components.elements.figure import draw_heading
from components.elements.found_in import found_in_column
from components.elements.in_short import draw_in_short
from components.elements.record_table import (
    RecordTable,
    declared_column,
    draw_record_table,
    record_addresses,
    record_table,
    text_column,
)
from components.view.headlines import headline
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.sanctions.in_short import target_facts
from data.sanctions.targets import TargetChoice, searched_targets, with_links
from data.selection.record_kinds import TARGET
from data.selection.short_fact import ShortFact
from data.text.formats import number
from data.text.messages import say
from data.view.settings import setting_titles

TARGETS = "sanctions_targets"
# What a phone has room for beside the name.
ON_PHONES = ("target_type", "listed_on")
CHOICES = ("target_type", "programme", "status", "authority")


def draw_targets(view: View) -> None:
    """The targets of the view, newest listing first; where months are chosen apart from them those delisted in the
    months, and those without a listing date."""
    shown = _shown_targets(view)
    rows, apart, left_out = shown.tables
    if rows:
        draw_heading(shown.title, say("targets.about"))
    elif not left_out and not apart:
        draw_heading(say("targets.none"), say("targets.none_text"))
    elif apart:
        draw_heading(say("targets.only_delisted", count=len(apart[1])), say("targets.none_listed"))
    else:
        draw_heading(say("targets.none_listed"), say("targets.none_listed_text"))
    _draw_choices(view)
    if rows:
        _draw_rows(rows)
        draw_in_short(view, shown.facts)
    if apart:
        st.markdown(f"**{say('targets.delisted')}**")
        _draw_rows(apart)
    if left_out:
        st.markdown(f"**{say('targets.undated', number=number(len(left_out[1])))}**")
        _draw_rows(left_out)


@dataclass(frozen=True)
class _ShownTargets:
    """The tables of those listed, of those delisted alone and of those without a day, each with its rows, None where it
    has none; the title of the first, and its facts."""

    tables: tuple[tuple[RecordTable, pd.DataFrame] | None, ...]
    title: str
    facts: list[ShortFact]


@once_per_view
def _shown_targets(view: View) -> _ShownTargets:
    targets, choice = view.selection.targets, TargetChoice.of(view.settings)
    rows, left_out, delisted = map(choice.keep, (targets.rows, targets.left_out, targets.delisted))
    # What the months took off the list and did not put on it has no row in the table.
    apart = delisted.drop(rows.index, errors="ignore")
    keys = {"targets": (rows, ["listed_on"]), "targets_delisted": (apart, ["listed_on"])}
    keys["targets_undated"] = (left_out, [])
    tables = tuple(None if own.empty else (_table(view, own, dated, key), own) for key, (own, dated) in keys.items())
    title = headline(view, "targets", _finding(len(rows), len(delisted)), *CHOICES)
    return _ShownTargets(tables, title, target_facts(rows, delisted) if len(rows) else [])


def _draw_rows(table: tuple[RecordTable, pd.DataFrame]) -> None:
    draw_record_table(table[0])
    draw_download(table[1], key=table[0].key)


def _draw_choices(view: View) -> None:
    """What the list may be narrowed by, each saying what it is while nothing is chosen."""
    with st.container(horizontal=True, gap="small", key="target_choices"):
        for parameter in CHOICES:
            labels, unset = view.package.choices(TARGETS, parameter), setting_titles()[parameter]
            draw_select(view.settings, parameter, labels, say("targets.any", title=unset), has_label=False)


def _finding(listed: int, delisted: int) -> str:
    if not delisted:
        return say("targets.listed", count=listed)
    return say("targets.listed_and_delisted", count=listed, delisted=number(delisted))


def _table(view: View, rows: pd.DataFrame, dated: Sequence[str], key: str) -> RecordTable:
    package = view.package
    shown = with_links(rows, package[TARGETS]).sort_values("listed_on", ascending=False, kind="stable")
    names = ("target_type", *dated, "programme", "role", "status", "delisted_on")
    return record_table(
        view,
        [
            declared_column(package, TARGETS, shown, "display_name"),
            *found_in_column(view, searched_targets(package), shown),
            *(declared_column(package, TARGETS, shown, name, is_minor=name not in ON_PHONES) for name in names),
            text_column("linked_to", package.column(TARGETS, "linked_to").title, shown.linked_name, is_minor=True),
        ],
        record_addresses(view, TARGET, shown),
        caption=say(f"table_of.{key}", count=len(shown)),
        key=key,
        order="-listed_on" if dated else "",
        is_main=bool(dated),
    )
