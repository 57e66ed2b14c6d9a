"""What a link asks for beside the filters: the record that is open and how the pictures are set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Protocol

import pandas as pd

from data.event_columns import read_columns
from data.map_layers import read_layers
from data.map_scene import known_places
from data.months import MONTH, is_day
from data.package import Package
from data.periods import read_period
from data.problems import shortened
from data.words import typed_words

Query = Mapping[str, Sequence[str]]
OPTIONS = "options"


class Kind(Protocol):
    """What a word of a link may be."""

    def known(self, word: str, package: Package) -> bool:
        """Whether the word means something here."""


@dataclass(frozen=True)
class Record:
    """The id of a row, a value of a table's column. A link opens one record; `named_by` is the column of its name."""

    table: str
    column: str
    named_by: str = "title"

    def known(self, word: str, package: Package) -> bool:
        """Whether a row has that id."""
        return word in set(package[self.table][self.column])


@dataclass(frozen=True)
class Option:
    """One of the values that the table `options` lists for `option`."""

    option: str

    def known(self, word: str, package: Package) -> bool:
        """Whether the table lists it."""
        return word in self.choices(package)

    def choices(self, package: Package) -> dict[str, str]:
        """The label of each value, in the table's order."""
        options = package[OPTIONS]
        own = options[options.option == self.option].sort_values("order")
        return dict(zip(own.value, own.label, strict=True))


@dataclass(frozen=True)
class Value:
    """One of the values that a column of a table may hold, as the package declares them."""

    table: str
    column: str

    def known(self, word: str, package: Package) -> bool:
        """Whether it is one of them."""
        return word in self.choices(package)

    def choices(self, package: Package) -> dict[str, str]:
        """The label of each value, in reading order."""
        return package.choices(self.table, self.column)


@dataclass(frozen=True)
class Key:
    """The key of a table whose rows are a vocabulary."""

    table: str
    column: str

    def known(self, word: str, package: Package) -> bool:
        """Whether a row has that key."""
        return word in self.choices(package)

    def choices(self, package: Package) -> dict[str, str]:
        """The label of each row, in the table's order."""
        return package.labels(self.table, self.column)


@dataclass(frozen=True)
class ColumnsWord:
    """Columns of the table of events, as `read_columns` reads them."""

    def known(self, word: str, package: Package) -> bool:
        """Whether all of them can be shown."""
        try:
            read_columns(word, package)
        except ValueError:
            return False
        return bool(word)


@dataclass(frozen=True)
class Words:
    """Words as a reader types them."""

    def known(self, word: str, package: Package) -> bool:
        """Whether they are clean, readable and not too long."""
        return bool(word) and typed_words(word) == word


@dataclass(frozen=True)
class PlaceWord:
    """The id of a place on the map, at which events were or people were held."""

    def known(self, word: str, package: Package) -> bool:
        """Whether there is such a place."""
        return word in known_places(package)


@dataclass(frozen=True)
class LayersWord:
    """Layers of the map that are switched off, as `read_layers` reads them."""

    def known(self, word: str, package: Package) -> bool:
        """Whether all of them are in the table."""
        try:
            read_layers(word, package)
        except ValueError:
            return False
        return True


@dataclass(frozen=True)
class MonthWord:
    """One calendar month, written YYYY-MM."""

    def known(self, word: str, package: Package) -> bool:
        """Whether it is one."""
        return MONTH.fullmatch(word) is not None


@dataclass(frozen=True)
class PeriodWord:
    """A span of months or a phase, as `read_period` reads it."""

    def known(self, word: str, package: Package) -> bool:
        """Whether it is one."""
        try:
            read_period(word, package)
        except ValueError:
            return False
        return True


@dataclass(frozen=True)
class ReleaseDay:
    """Any day, written YYYY-MM-DD, for the newest data release on or before it."""

    def known(self, word: str, package: Package) -> bool:
        """Whether it is a day of the calendar."""
        return is_day(word)


@dataclass(frozen=True)
class Day:
    """A day that the data covers, written YYYY-MM-DD."""

    def known(self, word: str, package: Package) -> bool:
        """Whether it is one."""
        return is_day(word) and package["events"].date.min() <= pd.Timestamp(word) <= package.last_day


def _meaning(kind: Kind, title: str) -> dict[str, Any]:
    return {"kind": kind, "title": title}


@dataclass(frozen=True)
class Settings:
    """The words of a link that are not filters; a field's name is its word, its default is not written."""

    event: str = field(default="", metadata=_meaning(Record("events", "event_id"), "Event"))
    person: str = field(default="", metadata=_meaning(Record("detainees", "person_id", "name"), "Person"))
    day: str = field(default="", metadata=_meaning(Day(), "Held on"))
    scale: str = field(default="plover", metadata=_meaning(Option("scale"), "Scale"))
    scope: str = field(default="two_states", metadata=_meaning(Option("scope"), "Which acts"))
    step: str = field(default="month", metadata=_meaning(Option("step"), "Step"))
    by: str = field(default="happened", metadata=_meaning(Option("by"), "Strikes counted"))
    a: str = field(default="", metadata=_meaning(PeriodWord(), "First period"))
    b: str = field(default="", metadata=_meaning(PeriodWord(), "Second period"))
    target: str = field(
        default="", metadata=_meaning(Record("sanctions_targets", "target_id", "display_name"), "Sanctions target")
    )
    ship: str = field(default="", metadata=_meaning(Record("ships", "ship_id", "name"), "Ship"))
    source: str = field(default="", metadata=_meaning(Record("sources", "source_id"), "Source"))
    find: str = field(default="", metadata=_meaning(Words(), "Name or tie"))
    lanes: str = field(default="months", metadata=_meaning(Option("lanes"), "Actions"))
    ties: str = field(default="family", metadata=_meaning(Value("sanctions_relations", "picture"), "Ties of"))
    target_type: str = field(default="", metadata=_meaning(Value("sanctions_targets", "target_type"), "Kind of target"))
    programme: str = field(default="", metadata=_meaning(Value("sanctions_targets", "programme"), "Programme"))
    status: str = field(default="", metadata=_meaning(Value("sanctions_targets", "status"), "Status"))
    authority: str = field(default="", metadata=_meaning(Value("sanctions_targets", "authority"), "Listed by"))
    view: str = field(default="region", metadata=_meaning(Key("map_views", "view"), "Show"))
    place: str = field(default="", metadata=_meaning(PlaceWord(), "Place"))
    off: str = field(default="", metadata=_meaning(LayersWord(), "Layers"))
    at: str = field(default="", metadata=_meaning(MonthWord(), "Month on the map"))
    grade: str = field(default="", metadata=_meaning(Key("grades", "grade"), "Known from"))
    columns: str = field(default="", metadata=_meaning(ColumnsWord(), "Columns of the table"))

    picture: str = field(default="", metadata=_meaning(Key("pictures", "picture"), "Picture alone"))
    since: str = field(default="", metadata=_meaning(ReleaseDay(), "Changed since"))
    as_of: str = field(default="", metadata=_meaning(ReleaseDay(), "As of"))

    @classmethod
    def from_query(cls, query: Query, package: Package) -> tuple["Settings", tuple[str, ...]]:
        """The settings that a link's words mean, and the words that mean nothing here, each as "key=word".

        Never raises. Of a repeated key the first word is read; the others, and unknown ones, are dropped and returned.
        """
        values, ignored = {}, []
        for name, kind in setting_kinds().items():
            words = list(query.get(name, ()))
            if words and kind.known(words[0], package):
                values[name] = words.pop(0)
            ignored += [f"{name}={shortened(typed_words(word))}" for word in words]
        return cls(**values), tuple(ignored)

    def to_query(self) -> dict[str, str]:
        """The words of the link that asks for the same; defaults are not written."""
        return {
            each.name: getattr(self, each.name) for each in fields(self) if getattr(self, each.name) != each.default
        }


def setting_kinds() -> dict[str, Kind]:
    """The kind of each setting by its word in a link."""
    return {each.name: each.metadata["kind"] for each in fields(Settings)}


def setting_titles() -> dict[str, str]:
    """The heading of each setting by its word in a link."""
    return {each.name: each.metadata["title"] for each in fields(Settings)}


def record_words() -> tuple[str, ...]:
    """The words that open a record: a reader has one record open at a time."""
    return tuple(name for name, kind in setting_kinds().items() if isinstance(kind, Record))


def records_by_table() -> dict[str, tuple[str, Record]]:
    """The word that opens a table's rows as records, and its kind, by table."""
    return {kind.table: (name, kind) for name, kind in setting_kinds().items() if isinstance(kind, Record)}
