"""Draws the table of ships; a name opens the ship's record, and what is not known says so."""

import pandas as pd

from components.elements.data_table import draw_download
from components.elements.figure import draw_heading
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
from components.view.headlines import headline
from components.view.once_per_view import once_per_view
from components.view.view import View
from data.sanctions.in_short import ship_facts_in_time
from data.sanctions.ships import searched_ships, tankers_taken
from data.selection.record_kinds import SHIP
from data.selection.short_fact import ShortFact
from data.text.messages import say

SHIPS = "ships"


def draw_ships(view: View) -> None:
    """The ships that hold the view's words, the latest seized first."""
    package, found = view.package, _ships(view)
    if found.empty:
        draw_heading(say("ships.none"), say("ships.none_text"))
        return
    draw_heading(_title(view), say("ships.text"))
    draw_record_table(_table(view))
    draw_download(found[[column.name for column in package.descriptor.table(SHIPS).columns]], key=SHIPS)
    draw_in_short(view, _facts(view))


@once_per_view
def _ships(view: View) -> pd.DataFrame:
    return view.selection.ships


@once_per_view
def _title(view: View) -> str:
    found = _ships(view)
    taken = len(tankers_taken(found, view.package["events"]))
    tankers, others = say("ships.tankers", count=taken), say("ships.others", count=len(found) - taken)
    return headline(view, SHIPS, say("ships.title", tankers=tankers, others=others))


@once_per_view
def _facts(view: View) -> list[ShortFact]:
    return ship_facts_in_time(_ships(view))


@once_per_view
def _table(view: View) -> RecordTable:
    found = _ships(view)
    return record_table(
        view,
        _columns(view, found),
        record_addresses(view, SHIP, found),
        caption=say("table_of.ships", count=len(found)),
        key=SHIPS,
        order="-seized_on",
    )


def _columns(view: View, ships: pd.DataFrame) -> list[TableColumn]:
    """Which ship, where the words stand, under which programme and since when listed, when taken, its outcome."""
    package = view.package
    programme = package.column(SHIPS, "programme")
    seized, other_names = package.column(SHIPS, "seizing_event_id"), package.column(SHIPS, "former_names")
    return [
        declared_column(package, SHIPS, ships, "name"),
        *found_in_column(view, searched_ships(package), ships),
        text_column("other_names", other_names.title, ships.other_names, is_minor=True),
        declared_column(package, SHIPS, ships, "imo", is_minor=True),
        text_column("programme", programme.title, ships.programmes, programme.description, is_minor=True),
        declared_column(package, SHIPS, ships, "list_status", is_minor=True),
        declared_column(package, SHIPS, ships, "listed_on", is_minor=True),
        day_column("seized_on", seized.title, ships.seized_on, help_text=seized.description),
        declared_column(package, SHIPS, ships, "outcome"),
    ]
