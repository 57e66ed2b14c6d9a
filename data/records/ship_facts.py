"""What the record of a ship says in facts, so that every column of that table is shown somewhere."""

import pandas as pd

from data.package.package import Package
from data.records.facts import Fact, Group, explained, fact_part, labelled_facts
from data.records.record import Part, Phrase
from data.records.shared_parts import chain_part, note_part, sources_part
from data.sanctions.name_finder import events_naming
from data.sanctions.ships import programmes_text
from data.selection.record_kinds import TARGET
from data.text.formats import day_name
from data.text.messages import say

SHIPS = "ships"
UNKNOWN = say("facts.not_in_sources")
# What the record says by its heading, its text, its chain of events, its sources and its citation.
APART = ("ship_id", "name", "target_id", "seizing_event_id", "pursuit_event_id", "notes", "source_ids")

SHIP_FACTS = (
    Group(say("ship_facts.heading.ship"), labelled_facts("former_names", "imo", "ship_type", "ship_class", "owner")),
    Group(
        say("ship_facts.heading.flag"),
        (
            *labelled_facts("flag", "flag_note", "listed_on"),
            Fact(("programme",), lambda package, ship: programmes_text(package, ship.programme)),
            explained(SHIPS, "list_status"),
            explained(SHIPS, "outcome"),
        ),
    ),
)


def first_listing(ship: pd.Series) -> list[tuple[pd.Timestamp, str, str]]:
    """The day on which the United States first listed the ship, where it is known, in words and with what happened."""
    known = pd.notna(ship.listed_on)
    return [(ship.listed_on, day_name(ship.listed_on), say("ship_facts.first_listed"))] if known else []


def ship_parts(package: Package, ship: pd.Series) -> tuple[Part, ...]:
    """The parts of a ship's record: its names, flag and owner as reported, when it was listed and taken, its outcome;
    those that have nothing to say are empty."""
    taken = [event for event in (ship.seizing_event_id, ship.pursuit_event_id) if event]
    events = events_naming(package["events"], (ship["name"], *ship.former_names), taken)
    as_target = (Phrase(say("ship.as_target"), record=(TARGET, ship.target_id)),)
    return (
        *(fact_part("facts", package, SHIPS, group, ship, UNKNOWN) for group in SHIP_FACTS),
        note_part("note", say("record.note"), ship.notes),
        Part("as_target", paragraphs=(as_target,) if ship.target_id else ()),
        chain_part(package, "linked", say("chain.mentions"), events, first_listing(ship)),
        sources_part(package, ship.source_ids),
    )
