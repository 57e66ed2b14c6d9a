"""The parts that records of several kinds have: chains of events, rows that name the record, and its sources."""

from collections.abc import Iterable, Sequence

import pandas as pd

from data.events.sources import origins_text, published_by, sources_of
from data.package.package import Package
from data.package.rows import iterate_rows
from data.records.event import when
from data.records.record import Line, Part, Phrase, line
from data.records.source_facts import basis_line, kind_line
from data.selection.record_kinds import EVENT, KINDS, SOURCE
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
