"""The parts that records of several kinds have: chains of events, rows that name the record, and its sources."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from data.events.sources import origins_text, published_by, sources_of
from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.package.row_keys import FORMER_IDS
from data.package.rows import iterate_rows
from data.package.rules.corrections import CORRECTIONS
from data.records.changes import key_parts
from data.records.event import when
from data.records.record import Line, Part, Phrase, line
from data.records.source_facts import basis_line, kind_line
from data.selection.record_kinds import EVENT, KINDS, SOURCE, RecordKind
from data.text.formats import day_name
from data.text.messages import say

# A day of the record itself by which it is sorted, the same in words, and what happened on it.
OwnDay = tuple[pd.Timestamp, str, str]


def note_part(name: str, heading: str, text: str) -> Part:
    """A text of the row under a heading; empty without a text."""
    return Part(name, heading, paragraphs=(line(text),) if text else ())


def chain_part(package: Package, name: str, heading: str, events: pd.DataFrame, own: Sequence[OwnDay] = ()) -> Part:
    """The events in time, and among them the record's `own` days with what happened on them, which lead nowhere; an
    own day stands before the events of the same day. Empty without an event."""
    lines = [(day, 0, _own_line(text, happened)) for day, text, happened in own]
    lines += [(event.date, 1, dated_event(package, event)) for _, event in events.iterrows()]
    items = [found for _, _, found in sorted(lines, key=lambda item: item[:2])]
    return Part(name, heading, items=() if events.empty else tuple(items))


def dated_event(package: Package, event: pd.Series) -> Line:
    """The days of an event, as exactly as they are known, and its title, which leads to its record."""
    return (Phrase(f"{when(event)}: "), Phrase(event.title, record=(EVENT, event.event_id)))


def _own_line(days: str, happened: str) -> Line:
    text = f"{days[:1].upper()}{days[1:]}: "
    return (Phrase(text), Phrase(happened, is_strong=True), Phrase(f" ({say('chain.this_record')})"))


def rows_part(name: str, heading: str, rows: pd.DataFrame) -> Part:
    """Rows as `data.records.backlinks` gives them, each by its name, which leads to the record that shows it."""
    items = tuple(
        (Phrase(row.name, record=(KINDS[row.parameter], row.row_id) if row.parameter else None),)
        for row in iterate_rows(rows)
    )
    return Part(name, heading, items=items)


def corrections_part(package: Package, kind: RecordKind, row_id: str) -> Part:
    """What was put right in the row with that id and in those that its key names: a line a day and reason, with the
    fields, the newest first. Empty where nothing was."""
    found = _corrections(package).get((kind.table, row_id), [])
    lines = [
        _correction_line(package, day_name(day), why, fields, source_id)
        for (day, why, source_id), fields in sorted(found, key=lambda one: one[0][0], reverse=True)
    ]
    return Part("corrections", say("corrections.heading"), items=tuple(lines))


def _correction_line(package: Package, day: str, why: str, fields: list[str], source_id: str) -> Line:
    text = say("corrections.line", day=day, why=why.rstrip("."), fields=", ".join(dict.fromkeys(fields)))
    if not source_id:
        return line(text)
    publisher = str(SOURCE.row(package, source_id).publisher)
    return (Phrase(f"{text} {say('corrections.source')} "), Phrase(publisher, record=(SOURCE, source_id)), Phrase("."))


# The day, the reason and its source, and the fields that were put right for it.
Correction = tuple[tuple[pd.Timestamp, str, str], list[str]]


@once_per_package
def _corrections(package: Package) -> dict[tuple[str, str], list[Correction]]:
    """What was put right, by table and id of the record in which it stands."""
    found: dict[tuple[str, str], dict[tuple[pd.Timestamp, str, str], list[str]]] = {}
    # A release from before there were reasons may stand in the place of broken tables.
    written = [table for table in (CORRECTIONS, FORMER_IDS) if table in package.frames]
    for row in (row for table in written for row in iterate_rows(package[table])):
        day, row_id, column, source_id = _correction(package, row)
        field = package.column(row.table, column).title
        for owner, part in key_parts(package, row.table, row_id):
            own = field if owner == row.table else f"{package.descriptor.table(row.table).title}: {field}"
            found.setdefault((owner, part), {}).setdefault((day, row.why, source_id), []).append(own)
    return {record: [*reasons.items()] for record, reasons in found.items()}


def _correction(package: Package, row: Any) -> tuple[pd.Timestamp, str, str, str]:
    """The day of a row of either table, the key of the row that was put right, the column, and the source."""
    if hasattr(row, "former_id"):
        return row.since, row.id, package.descriptor.table(row.table).keys[0][0], ""
    return row.day, row.row, row.column, row.source_id


def sources_part(package: Package, source_ids: tuple[str, ...], known: Line = ()) -> Part:
    """The sources with those ids below how many origins they have: official and wire first, each with its kind and its
    day, its own page and its record. `known` says what that means for how well the row is known."""
    rows = [source for _, source in sources_of(package, source_ids).iterrows()]
    return Part(
        "sources",
        say("sources.heading"),
        paragraphs=(line(origins_text(package, source_ids)), *((known,) if known else ())),
        items=tuple(source_line(package, source) for source in rows),
    )


def source_line(package: Package, source: pd.Series) -> Line:
    """A source by its title, which leads to its page, its publisher and day, what kind it is of and whether it was
    read, and its record here."""
    return (
        Phrase(source.title, address=source.url),
        Phrase(f" {published_by(package, source)}. "),
        *kind_line(package, source),
        Phrase("; "),
        *basis_line(package, source),
        Phrase(". "),
        Phrase(say("sources.record"), record=(SOURCE, source.source_id)),
    )


def publishers_line(package: Package, source_ids: Iterable[str]) -> Line:
    """The publishers of sources, each of whom leads to the source's record: "(US Treasury, Reuters)"."""
    phrases: list[Phrase] = []
    for source_id in source_ids:
        publisher = str(SOURCE.row(package, source_id).publisher)
        phrases += [Phrase(", " if phrases else " ("), Phrase(publisher, record=(SOURCE, source_id))]
    return (*phrases, Phrase(")")) if phrases else ()
