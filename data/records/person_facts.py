"""What the record of a detained person says in facts, so that every column of that table is shown somewhere."""

import pandas as pd

from data.detentions.custody import PEOPLE
from data.detentions.custody_texts import (
    custody_days,
    detention_text,
    events_of,
    maybe_the_same,
    place_text,
    release_text,
)
from data.package.package import Package
from data.records.facts import Fact, Group, degrees, explained, fact_part, labelled_facts
from data.records.record import Part, Phrase, line
from data.records.shared_parts import chain_part, note_part, sources_part
from data.selection.record_kinds import PERSON
from data.text.messages import say

# What the record says by its heading, its text, its chain of events, its sources and its citation.
APART = ("person_id", "name", "alleged_grounds", "notes", "possibly_same_as", "event_ids", "source_ids")
UNKNOWN = say("person_facts.unknown")


def arrest_text(package: Package, person: pd.Series) -> str:
    """The place of detention with its precision and, where there is one, the point that stands for it."""
    return _with_point(place_text(package, person), person.lat, person.lon)


def prison_text(package: Package, person: pd.Series) -> str:
    """The prison or site as reported and, where there is one, the point that stands for it; empty when not known."""
    return _with_point(person.held_at, person.held_lat, person.held_lon)


def _with_point(place: str, lat: float, lon: float) -> str:
    point = degrees(lat, lon)
    return say("person_facts.with_point", place=place, point=point) if place and point else place


PERSON_FACTS = (
    Group(
        say("person_facts.heading.who"),
        (
            explained(PEOPLE, "category"),
            *labelled_facts("nationality"),
            explained(PEOPLE, "status"),
            explained(PEOPLE, "wrongful_detention"),
        ),
    ),
    Group(
        say("person_facts.heading.custody"),
        (
            Fact(("detained_on", "detained_latest", "detained_precision"), detention_text),
            Fact(("detained_place", "geo_precision", "lat", "lon"), arrest_text),
            Fact(("held_at", "held_lat", "held_lon"), prison_text),
            *labelled_facts("last_known_held_on"),
            Fact(("released_on", "released_precision"), release_text),
            *labelled_facts("free_by", "release_context"),
        ),
    ),
)


def person_parts(package: Package, person: pd.Series) -> tuple[Part, ...]:
    """The parts of a person's record: what is known of the custody, what is alleged and that it is alleged, the events
    and the sources; those that have nothing to say are empty."""
    events = events_of(package, person)
    return (
        *(fact_part("facts", package, PEOPLE, group, person, UNKNOWN) for group in PERSON_FACTS),
        Part(
            "grounds",
            say("person.grounds"),
            paragraphs=(line(person.alleged_grounds or UNKNOWN),),
            notes=(line(say("person.presumed")),),
        ),
        note_part("uncertain", say("person.uncertain"), person.notes),
        Part("maybe_same", say("person.maybe_same"), items=_maybe_the_same(package, person)),
        chain_part(package, "linked", say("person.events"), events, custody_days(package, person)),
        sources_part(package, person.source_ids),
    )


def _maybe_the_same(package: Package, person: pd.Series) -> tuple[tuple[Phrase, ...], ...]:
    others = maybe_the_same(package, person)
    ids = zip(others.person_id, others["name"], strict=True)
    return tuple((Phrase(name, record=(PERSON, person_id)),) for person_id, name in ids)
