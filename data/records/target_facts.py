"""What the record of a sanctions target says in facts, so that every column of that table is shown somewhere."""

import pandas as pd

from data.package.package import Package
from data.records.facts import Fact, Group, explained, labelled_facts, value_text
from data.sanctions.ties import names_of
from data.text.formats import day_name
from data.text.messages import say

TARGETS = "sanctions_targets"
UNKNOWN = say("facts.not_in_sources")
# What the record says by its heading, its text, its chain of events, its sources and its citation.
APART = ("target_id", "event_id", "display_name", "notes", "source_ids")


def programmes_text(package: Package, target: pd.Series) -> str:
    """The programmes of the listing, each by what it is and its code, which many names hold already."""
    meant = package.choices(TARGETS, "programme")
    return "; ".join(
        meant[code] if f"({code})" in meant[code] else f"{meant[code]} [{code}]" for code in target.programme
    )


def listing_text(package: Package, target: pd.Series) -> str:
    """The day of the listing, or that it is not in our sources."""
    return value_text(package, TARGETS, "listed_on", target.listed_on) or UNKNOWN


def listing_days(target: pd.Series) -> list[tuple[pd.Timestamp, str, str]]:
    """The known days on which the target was put on the list and taken off: each with its words and what happened."""
    days = ((target.listed_on, say("target_facts.listed")), (target.delisted_on, say("target_facts.delisted")))
    return [(day, day_name(day), happened) for day, happened in days if pd.notna(day)]


def relation_text(package: Package, target: pd.Series) -> str:
    """How the target is tied to another, by that one's name where it is in the table."""
    other = names_of(package[TARGETS]).get(target.linked_to, "")
    return " ".join(part for part in (target.relation, other) if part)


TARGET_FACTS = (
    Group(
        say("target_facts.heading.who"),
        (
            *labelled_facts("name", "aliases", "target_type", "role"),
            Fact(("relation", "linked_to"), relation_text),
            *labelled_facts("nationality_or_flag", "imo", "vessel_type"),
        ),
    ),
    Group(
        say("target_facts.heading.listing"),
        (
            *labelled_facts("authority"),
            Fact(("listed_on",), listing_text),
            *labelled_facts("delisted_on"),
            explained(TARGETS, "status"),
            Fact(("programme",), programmes_text),
            *labelled_facts("ofac_uid"),
        ),
    ),
)
