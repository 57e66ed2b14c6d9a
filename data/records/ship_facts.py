"""What the record of a ship says in facts, so that every column of that table is shown somewhere."""

import pandas as pd

from data.records.facts import Group, explained, labelled_facts
from data.text.formats import day_name
from data.text.messages import say

SHIPS = "ships"
UNKNOWN = say("facts.not_in_sources")
# What the record says by its heading, its text, its chain of events, its sources and its citation.
APART = ("ship_id", "name", "target_id", "seizing_event_id", "pursuit_event_id", "notes", "source_ids")

SHIP_FACTS = (
    Group(say("ship_facts.heading.ship"), labelled_facts("former_names", "imo", "ship_type", "ship_class", "owner")),
    Group(
        say("ship_facts.heading.flag"), (*labelled_facts("flag", "flag_note", "listed_on"), explained(SHIPS, "outcome"))
    ),
)


def first_listing(ship: pd.Series) -> list[tuple[pd.Timestamp, str, str]]:
    """The day on which the United States first listed the ship, where it is known, in words and with what happened."""
    known = pd.notna(ship.listed_on)
    return [(ship.listed_on, day_name(ship.listed_on), say("ship_facts.first_listed"))] if known else []
