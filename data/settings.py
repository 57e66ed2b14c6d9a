"""What a link asks for beside the filters: the record that is open and how the pictures are set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from data.link_words import (
    ColumnsWord,
    Day,
    Key,
    Kind,
    LayersWord,
    MonthWord,
    Option,
    PeriodWord,
    PlaceWord,
    Record,
    ReleaseDay,
    Value,
    Words,
)
from data.package import Package
from data.problems import shortened
from data.words import typed_words

Query = Mapping[str, Sequence[str]]


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
