"""Draws the table of ships; a row opens the ship's record, and what is not known says so."""

from components.controls.picking import remember_rows, show_picked_in
from components.elements.declared_columns import day_column, draw_sourced_table, text_column
from components.elements.figure import draw_heading
from components.view.headlines import headline
from components.view.view import View
from data.records.ship_facts import UNKNOWN
from data.sanctions.ships import tankers_taken
from data.selection.record_kinds import SHIP
from data.text.messages import say

SHIPS = "ships"
COLUMNS = [
    *(
        "name",
        "other_names",
        "imo",
        "flag",
        "flag_note",
        "owner",
        "listed_on",
        "seized_on",
        "seizure",
        "outcome",
        "notes",
    ),
]
GAP_WIDTH = 135


def draw_ships(view: View) -> None:
    """The ships that hold the view's words, the latest seized first."""
    package, found = view.package, view.selection.ships
    if found.empty:
        draw_heading(say("ships.none"), say("ships.none_text"))
        return
    taken = len(tankers_taken(found, package["events"]))
    tankers, others = say("ships.tankers", count=taken), say("ships.others", count=len(found) - taken)
    title = headline(view, SHIPS, say("ships.title", tankers=tankers, others=others))
    draw_heading(title, say("ships.text"))
    remember_rows("ships", list(found.ship_id))
    draw_sourced_table(
        package,
        SHIPS,
        found.replace("", None),
        COLUMNS,
        name=say("ships.table"),
        key="ships",
        extra={
            "other_names": text_column(package, SHIPS, "former_names", GAP_WIDTH),
            **{name: text_column(package, SHIPS, name, GAP_WIDTH) for name in ("imo", "flag")},
            "listed_on": day_column(package, SHIPS, "listed_on", GAP_WIDTH),
            "seized_on": day_column(package, SHIPS, "seizing_event_id", GAP_WIDTH),
            "seizure": text_column(package, "events", "title"),
        },
        placeholder=UNKNOWN,
        on_select=lambda: show_picked_in("ships", SHIP.parameter),
        selection_mode="single-row",
    )
