"""The record of a row of any kind: what it is called and its parts, to be drawn on the screen or written as a page."""

from collections.abc import Callable, Mapping

import pandas as pd

from data.events.sources import SOURCES
from data.package.package import Package
from data.records.backlinks import backlinks_of_source
from data.records.event_parts import event_parts
from data.records.facts import fact_part
from data.records.person_facts import person_parts
from data.records.record import Part, Phrase, Record, filled
from data.records.shared_parts import corrections_part, rows_part
from data.records.ship_facts import ship_parts
from data.records.source_facts import SOURCE_FACTS
from data.records.target_facts import target_parts
from data.selection.record_kinds import EVENT, PERSON, SHIP, SOURCE, TARGET, RecordKind
from data.text.formats import number
from data.text.messages import say


def record_of(package: Package, kind: RecordKind, row_id: str, day: pd.Timestamp) -> Record:
    """The record with that id as it reads on that `day`; NoSuchRecord when there is none."""
    row = kind.row(package, row_id)
    own = event_parts(package, row, day) if kind is EVENT else PARTS[kind](package, row)
    parts = (*own, corrections_part(package, kind, row_id))
    return Record(kind, row_id, str(row[kind.name_column]), filled(parts))


def source_parts(package: Package, source: pd.Series) -> tuple[Part, ...]:
    """The parts of a source's record: where it can be read, who published it and of which kind it is, and which rows
    of every table rest on it."""
    found = backlinks_of_source(package, source.source_id)
    titles = {table: package.descriptor.table(table).title for table in found}
    total = say("source.backlinks", count=sum(map(len, found.values())))
    where = [(say("source.where"), source.url), (say("source.archived"), source.archive_url)]
    return (
        Part("lead", paragraphs=tuple((Phrase(f"{text} "), Phrase(url, address=url)) for text, url in where if url)),
        fact_part("facts", package, SOURCES, SOURCE_FACTS, source),
        Part("backlinks", paragraphs=((Phrase(total, is_strong=True),),)),
        *(rows_part("naming", f"{titles[table]} ({number(len(rows))})", rows) for table, rows in found.items()),
    )


# Of the kinds whose records do not age. Not in the table of kinds, which every room may ask: what a row says is worked
# out above the rooms of its subject.
PARTS: Mapping[RecordKind, Callable[[Package, pd.Series], tuple[Part, ...]]] = {
    PERSON: person_parts,
    TARGET: target_parts,
    SHIP: ship_parts,
    SOURCE: source_parts,
}
