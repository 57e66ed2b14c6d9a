"""A record in one paragraph, to be pasted into a memo: the row's own words, and how well it is known."""

from collections.abc import Callable, Mapping

import pandas as pd

from data.detentions.custody import PEOPLE
from data.detentions.custody_texts import about_text, detention_text, release_text
from data.events.origins import corroboration
from data.events.sources import BASIS, KIND, SOURCES
from data.package.package import Package
from data.records.event import killed, when, where
from data.records.facts import value_text, with_meaning
from data.records.source_facts import published_text
from data.selection.record_kinds import EVENT, PERSON, SHIP, SOURCE, TARGET, RecordKind
from data.text.formats import lower_first

TARGETS, SHIPS, EVENTS = "sanctions_targets", "ships", "events"
UNKNOWN = "not in our sources"


def paragraph(package: Package, kind: RecordKind, row_id: str) -> str:
    """The record with that id in one paragraph of plain text; NoSuchRecord when there is none."""
    return " ".join(PARAGRAPHS[kind](package, kind.row(package, row_id)).split())


def _event(package: Package, event: pd.Series) -> str:
    origins = package.labels("grades", "grade")[corroboration(package, event.to_frame().T).iloc[0]]
    place = f", {where(package, event)}" if event.place else ""
    dead = f"Killed: {killed(event)}. " if killed(event) else ""
    known = value_text(package, EVENTS, "verification", event.verification)
    text = f"{when(event)}{place}: {event.title}. {event.summary} {dead}"
    return f"{text}{known}; known from: {lower_first(origins)}."


def _person(package: Package, person: pd.Series) -> str:
    status = with_meaning(package, PEOPLE, "status", person.status).rstrip(".")
    days = f"Detained: {detention_text(package, person)}. Released: {release_text(package, person)}."
    return f"{person['name']}. {about_text(package, person)}. {days} Status: {lower_first(status)}."


def _target(package: Package, target: pd.Series) -> str:
    def text(column: str) -> str:
        return value_text(package, TARGETS, column, target[column])

    day = text("listed_on")
    listed = f"on {day}" if day else f"on a day that is {UNKNOWN}"
    gone = f" Taken off the list on {text('delisted_on')}." if text("delisted_on") else ""
    listing = f"Listed by {text('authority')} {listed}. Programme: {text('programme')}."
    what = f"{target.display_name} ({lower_first(text('target_type'))}): {target.role}."
    return f"{what} {listing}{gone} Status: {lower_first(text('status'))}."


def _ship(package: Package, ship: pd.Series) -> str:
    def text(column: str) -> str:
        return value_text(package, SHIPS, column, ship[column]) or UNKNOWN

    outcome = with_meaning(package, SHIPS, "outcome", ship.outcome).rstrip(".")
    on_flag = f" ({ship.flag_note.rstrip('.')})" if ship.flag_note else ""
    return (
        f"{ship['name']} (IMO number {text('imo')}), {lower_first(text('ship_type'))}. Flag: {text('flag')}{on_flag}. "
        f"Owner or manager: {text('owner')}. Listed on: {text('listed_on')}. Outcome: {lower_first(outcome)}."
    )


def _source(package: Package, source: pd.Series) -> str:
    kind, basis = (lower_first(value_text(package, SOURCES, column, source[column])) for column in (KIND, BASIS))
    day = published_text(package, source)
    return f"{source.publisher}: “{source.title}” ({day}). Kind of source: {kind}; {basis}. {source.url}"


# Not in the table of kinds, which every room may ask: what a row says is worked out above the rooms of its subject.
PARAGRAPHS: Mapping[RecordKind, Callable[[Package, pd.Series], str]] = {
    EVENT: _event,
    PERSON: _person,
    TARGET: _target,
    SHIP: _ship,
    SOURCE: _source,
}
