"""What a record is made of, whoever draws it: a title and parts, each of paragraphs, facts, a list or a table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.selection.record_kinds import RecordKind


@dataclass(frozen=True)
class Phrase:
    """Words of a line. `record` or the web `address` is where they lead, `meaning` what opens below them: what a code
    stands for. `is_strong` where they weigh."""

    text: str
    address: str = ""
    record: tuple[RecordKind, str] | None = None
    meaning: str = ""
    is_strong: bool = False


Line = tuple[Phrase, ...]
Row = tuple[Line, ...]


@dataclass(frozen=True)
class Part:
    """A part of a record under its heading, which may be empty. What it has is drawn in the order of these fields."""

    name: str
    heading: str = ""
    paragraphs: tuple[Line, ...] = ()
    facts: tuple[tuple[str, Line], ...] = ()
    items: tuple[Line, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    notes: tuple[Line, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing but its heading would be drawn."""
        return not (self.paragraphs or self.facts or self.items or self.rows)


@dataclass(frozen=True)
class Record:
    """All that is known of one row: which it is, what it is called, and its parts from the most to the least asked
    for. The first part says what the record is about, and needs no heading."""

    kind: RecordKind
    row_id: str
    title: str
    parts: tuple[Part, ...]

    @property
    def linked(self) -> Iterator[tuple[RecordKind, str]]:
        """The records to which it leads."""
        for part in self.parts:
            facts = (line for _, line in part.facts)
            values = (line for row in part.rows for line in row)
            for line in (*part.paragraphs, *facts, *part.items, *values, *part.notes):
                yield from (phrase.record for phrase in line if phrase.record)


def line(text: str) -> Line:
    """Plain text as a line."""
    return (Phrase(text),)


def joined(lines: Iterable[Line], between: str = "; ") -> Line:
    """Several lines as one, with `between` between them."""
    phrases: list[Phrase] = []
    for one in lines:
        phrases += [*([Phrase(between)] if phrases else []), *one]
    return tuple(phrases)


def line_text(found: Line) -> str:
    """The words of a line without what opens below them."""
    return "".join(phrase.text for phrase in found)


def filled(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts that have something to say."""
    return tuple(part for part in parts if not part.is_empty)
