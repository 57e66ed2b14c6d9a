"""Draws the general licences: a strip for each number that moved, and one row a version."""

import pandas as pd

from components.controls.picking import show_picked_in
from components.elements.data_table import draw_download, headed
from components.elements.figure import Shown, draw_figure, draw_heading
from components.elements.found_in import found_in_column
from components.elements.in_short import draw_in_short
from components.elements.record_table import (
    RecordTable,
    TableColumn,
    day_column,
    declared_column,
    draw_record_table,
    record_addresses,
    record_table,
    text_column,
)
from components.sanctions.licences_chart import licences_figure
from components.view.headlines import headline
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.sanctions.actions import action_type
from data.sanctions.in_short import licence_facts
from data.sanctions.licences import (
    in_force,
    licence_spans,
    moving_families,
    ran_out,
    searched_licences,
    status_day,
    status_texts,
)
from data.selection.record_kinds import EVENT
from data.selection.short_fact import ShortFact
from data.text.formats import day_name, known_days
from data.text.messages import say

LICENCES = "licences"
STRIPS = "licences_by_number"
SAME = ["family", "version", "subject", "status", "issued_on", "replaced_by_or_expires"]


def draw_licences(view: View) -> None:
    """The licences that hold the view's words, as strips and as a table."""
    found, package = _licences(view), view.package
    if found.empty:
        draw_heading(say("licences.none"), say("licences.none_text"))
        return
    if shown := _strips(view):
        draw_figure(**shown, key=STRIPS, on_pick=show_picked_in)
    draw_in_short(view, _facts(view))
    draw_record_table(_table(view))
    draw_download(found[[column.name for column in package.descriptor.table(LICENCES).columns]], key=LICENCES)


@once_per_view
def _licences(view: View) -> pd.DataFrame:
    return view.selection.licences


@once_per_view
def _facts(view: View) -> list[ShortFact]:
    return licence_facts(_licences(view), view.day)


@once_per_view
def _strips(view: View) -> Shown | None:
    package, found = view.package, _licences(view)
    first, last = package.first_day, package.last_day
    spans = licence_spans(found, package[LICENCES], first, last)
    moved = moving_families(spans, first)
    if moved.empty:
        return None
    moved = moved.assign(state=status_texts(package, moved, view.day))
    moving = moved.number.nunique()
    title = headline(view, LICENCES, _title_by_rule(found, moving, first))
    over = len(ran_out(found, view.day))
    notes = [package.descriptor.table(LICENCES).remarks, say("licences.ran_out", count=over) if over else ""]
    colour = view.theme.colour(action_type(package["event_types"]))
    return Shown(
        figure=licences_figure(moved, last, colour, view.theme),
        title=title,
        subtitle=say(
            "licences.legend",
            still=say("licences.numbers", count=found.family.nunique() - moving),
            note=" ".join(filter(None, notes)),
        ).strip(),
        alt=say("licences.alt", title=title),
        table=headed(package, LICENCES, moved[SAME]),
    )


def _title_by_rule(licences: pd.DataFrame, moving: int, first: pd.Timestamp) -> str:
    """How many are in force, on which day where the table says it, and how many numbers changed since the first day."""
    forced, as_of = say("licences.licences", count=len(in_force(licences))), status_day(licences)
    values = {"licences": forced, "numbers": say("licences.numbers", count=moving), "day": day_name(first)}
    return say("licences.title_as_of", as_of=day_name(as_of), **values) if as_of else say("licences.title", **values)


@once_per_view
def _table(view: View) -> RecordTable:
    package, found = view.package, _licences(view)
    names = say("licences.name") + " " + found.family + found.version
    numbers = found.family.astype("int64")
    issued, status = package.column(LICENCES, "issued_on").title, package.column(LICENCES, "status")
    return record_table(
        view,
        [
            TableColumn("number", package.column(LICENCES, "family").title, names, numbers, is_text=True),
            *found_in_column(view, searched_licences(package), found),
            declared_column(package, LICENCES, found, "subject"),
            text_column("status", status.title, status_texts(package, found, view.day), status.description),
            day_column("issued_on", issued, found.issued_on, _days_of_issue(found), is_minor=True),
            text_column("ends", package.column(LICENCES, "replaced_by_or_expires").title, found.ends, is_minor=True),
        ],
        record_addresses(view, EVENT, found, "event_id"),
        caption=say("table_of.licences", count=len(found)),
        key=LICENCES,
    )


def _days_of_issue(licences: pd.DataFrame) -> pd.Series:
    days = zip(licences.issued_on, licences.date_precision, strict=True)
    return pd.Series(
        ["" if pd.isna(day) else known_days(day, None, precision) for day, precision in days], licences.index
    )
