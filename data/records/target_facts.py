"""What the record of a sanctions target says in facts, so that every column of that table is shown somewhere."""

from collections.abc import Sequence

import pandas as pd

from data.package.package import Package
from data.package.rows import iterate_rows
from data.records.facts import Fact, Group, explained, fact_part, labelled_facts, meaning_of, value_text
from data.records.record import Line, Part, Phrase, joined
from data.records.shared_parts import chain_part, note_part, publishers_line, sources_part
from data.sanctions.name_finder import events_naming
from data.sanctions.targets import with_links
from data.sanctions.ties import TIE, centre_of, chain_to_centre, names_of, relation_text, ties_at
from data.selection.record_kinds import SHIP, TARGET
from data.text.formats import day_name
from data.text.messages import say

TARGETS, TIES = "sanctions_targets", "sanctions_relations"
UNKNOWN = say("facts.not_in_sources")
# What the record says by its heading, its text, its chain of events, its sources and its citation.
APART = ("target_id", "event_id", "display_name", "notes", "source_ids")


def programmes_line(package: Package, target: pd.Series) -> Line:
    """The programmes of the listing, each by what it is and its code, which many names hold already; each opens what
    a programme is."""
    names, meant = package.choices(TARGETS, "programme"), meaning_of(package, TARGETS, "programme")
    labels = {code: names[code] for code in target.programme}
    texts = [label if f"({code})" in label else f"{label} [{code}]" for code, label in labels.items()]
    return joined((Phrase(text, meaning=meant),) for text in texts)


def listing_text(package: Package, target: pd.Series) -> str:
    """The day of the listing, or that it is not in our sources."""
    return value_text(package, TARGETS, "listed_on", target.listed_on) or UNKNOWN


def listing_days(target: pd.Series) -> list[tuple[pd.Timestamp, str, str]]:
    """The known days on which the target was put on the list and taken off: each with its words and what happened."""
    days = ((target.listed_on, say("target_facts.listed")), (target.delisted_on, say("target_facts.delisted")))
    return [(day, day_name(day), happened) for day, happened in days if pd.notna(day)]


def relation_line(package: Package, target: pd.Series) -> Line:
    """How the target is tied to another, whose record the name leads to, which stands there once."""
    other = names_of(package[TARGETS]).get(target.linked_to, "")
    text = relation_text(target.relation, other)
    before, found, after = text.partition(other) if other else (text, "", "")
    leads = (TARGET, target.linked_to) if other else None
    phrases = [Phrase(before), Phrase(found, record=leads), Phrase(after)] if found else [Phrase(text, record=leads)]
    return tuple(phrase for phrase in phrases if phrase.text)


TARGET_FACTS = (
    Group(
        say("target_facts.heading.who"),
        (
            *labelled_facts("name", "aliases"),
            explained(TARGETS, "target_type"),
            *labelled_facts("role"),
            Fact(("relation", "linked_to"), relation_line),
            *labelled_facts("nationality_or_flag", "imo", "vessel_type"),
        ),
    ),
    Group(
        say("target_facts.heading.listing"),
        (
            explained(TARGETS, "authority"),
            Fact(("listed_on",), listing_text),
            *labelled_facts("delisted_on"),
            explained(TARGETS, "status"),
            Fact(("programme",), programmes_line),
            *labelled_facts("ofac_uid"),
        ),
    ),
)


def target_parts(package: Package, target: pd.Series) -> tuple[Part, ...]:
    """The parts of a target's record: who listed it, when and why, its kin and companies with who says so, the events
    that name it; those that have nothing to say are empty."""
    relations, centre = package[TIES], centre_of(package["ties_places"])
    chain = chain_to_centre(target.target_id, relations, package["ties_places"])
    found = list(ties_at(relations, target.target_id).index)
    events = events_naming(package["events"], (target.display_name, *target.aliases), (target.event_id,))
    return (
        *(fact_part("facts", package, TARGETS, group, target) for group in TARGET_FACTS),
        note_part("note", say("record.note"), target.notes),
        Part("elsewhere", items=_elsewhere(package, target)),
        Part("kin", say("target.kin", name=centre), items=_ties(package, target, chain)),
        Part("ties", say("target.ties"), items=_ties(package, target, found)),
        chain_part(package, "linked", say("chain.mentions"), events, listing_days(target)),
        sources_part(package, target.source_ids),
    )


def _elsewhere(package: Package, target: pd.Series) -> tuple[Line, ...]:
    """The target's entry in OFAC's own list, where its number is known, and its own row as a ship, where it is one."""
    entry = with_links(target.to_frame().T, package[TARGETS]).ofac_record.iloc[0]
    ships = package[SHIP.table][package[SHIP.table].target_id == target.target_id]
    entries: list[Line] = [(Phrase(say("target.ofac"), address=str(entry)),)] if pd.notna(entry) else []
    return (
        *entries,
        *((Phrase(say("target.ship", ship=ship.name), record=(SHIP, ship.ship_id)),) for ship in iterate_rows(ships)),
    )


def _ties(package: Package, target: pd.Series, rows: Sequence[int]) -> tuple[Line, ...]:
    """Ties as sentences, each with who says so; an end that is another target leads to its record."""
    return tuple(tie_line(package, tie, target.target_id) for _, tie in package[TIES].loc[list(rows)].iterrows())


def tie_line(package: Package, tie: pd.Series, own: str) -> Line:
    """A tie as a sentence with the publishers who say so: "Ana Peña: sister of Bo Rojas (Reuters)". Both ends but `own`
    lead to their records, where they have one."""
    first, relation, last = (str(tie[name]) for name in TIE)
    ends = (_end(package, first, own), Phrase(f": {relation} "), _end(package, last, own))
    return (*ends, *publishers_line(package, tie.source_ids))


def _end(package: Package, node: str, own: str) -> Phrase:
    name = names_of(package[TARGETS]).get(node, "")
    return Phrase(name or node, record=(TARGET, node) if name and node != own else None)
