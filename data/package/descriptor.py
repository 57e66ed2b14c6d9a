"""What the package declares: datapackage.json, the one place that describes a column, as typed tables and columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, cast

import orjson

from data.package.whole_files import read_whole

FILE = "datapackage.json"
FOLDER = Path(__file__).parents[1] / "tables"
FACTS, VOCABULARY, SCREEN = "facts", "vocabulary", "screen"


@dataclass(frozen=True)
class Reference:
    """The table and column in which a value must stand."""

    table: str
    column: str


@dataclass(frozen=True)
class Column:
    """One declared column; `kind` is a Table Schema type: string, integer, number, date or list.

    `tallies` says of its values what they are counted as, where they are.
    """

    name: str
    kind: str
    title: str
    description: str
    unit: str
    constraints: Mapping[str, Any]
    labels: Mapping[Any, str]
    meanings: Mapping[Any, str]
    tallies: Mapping[Any, str]
    role: str
    delimiter: str
    reference: Reference | None


@dataclass(frozen=True)
class Table:
    """One declared table: its file, what a row is, its columns, and its keys (sets of columns no two rows share).

    `role` is one of FACTS (what happened, each row with its sources), VOCABULARY (the words and scores that facts
    are written in) and SCREEN (how the dashboard shows them). `least_rows` is how many rows it has at the least.
    """

    name: str
    path: str
    title: str
    description: str
    role: str
    licences: tuple[Mapping[str, str], ...]
    columns: tuple[Column, ...]
    keys: tuple[tuple[str, ...], ...]
    least_rows: int = 1

    def __hash__(self) -> int:
        """Of what its file's cells are known by; all fields tell two declarations apart."""
        return hash((self.name, self.path))

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"table {self.name} declares no column {name}")

    @property
    def remarks(self) -> str:
        """What the description says after its first sentence, which is what a row is; empty where that is all."""
        return self.description.partition(". ")[2]

    @property
    def is_of_the_screen(self) -> bool:
        """Whether it says how the dashboard shows things: no release freezes that."""
        return self.role == SCREEN

    def with_role(self, role: str) -> str | None:
        """The name of the column that plays `role` (label, order), if one does."""
        return next((column.name for column in self.columns if column.role == role), None)


@dataclass(frozen=True)
class Descriptor:
    """The whole declaration. `about` holds the package's own words: title, version, licences, contact, coverage;
    `folder` holds the files, and is a folder or what is inside a zip."""

    folder: Traversable
    about: Mapping[str, Any]
    tables: tuple[Table, ...]

    def table(self, name: str) -> Table:
        """The table of that name; KeyError when none is declared."""
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(f"the package declares no table {name}")


def read_descriptor(folder: Traversable = FOLDER) -> Descriptor:
    """Read `folder`/datapackage.json. Raises OSError or orjson.JSONDecodeError when it cannot be read."""
    return as_descriptor(orjson.loads(read_whole(folder / FILE)), folder)


def as_descriptor(about: Mapping[str, Any], folder: Traversable) -> Descriptor:
    """The content of the file as what it declares of the tables in `folder`. What lacks a property, or has it in
    another form, is not reported but raises as Python does: `data.package.declaration.checks` reports it."""
    tables = tuple(_table(resource) for resource in about["resources"])
    return Descriptor(folder, {key: value for key, value in about.items() if key != "resources"}, tables)


def _table(resource: Mapping[str, Any]) -> Table:
    schema = resource["schema"]
    references = {key["fields"][0]: _reference(key, resource["name"]) for key in schema.get("foreignKeys", [])}
    return Table(
        name=resource["name"],
        path=resource["path"],
        title=resource["title"],
        description=resource["description"],
        role=resource["holds"],
        licences=tuple(resource.get("licenses", [])),
        columns=tuple(_column(field, references.get(field["name"])) for field in schema["fields"]),
        keys=tuple(tuple(key) for key in (schema.get("primaryKey", []), *schema.get("uniqueKeys", [])) if key),
        least_rows=resource.get("leastRows", 1),
    )


def _reference(key: Mapping[str, Any], own_table: str) -> Reference:
    target = key["reference"]
    return Reference(target["resource"] or own_table, target["fields"][0])


def _column(field: Mapping[str, Any], foreign: Reference | None) -> Column:
    categories = field.get("categories", [])
    points_at = field.get("references")
    return Column(
        name=field["name"],
        kind=field["type"],
        title=field["title"],
        description=field["description"],
        unit=field.get("unit", ""),
        constraints=cast("Mapping[str, Any]", field.get("constraints", {})),
        labels={category["value"]: category["label"] for category in categories},
        meanings={category["value"]: category.get("description", "") for category in categories},
        tallies={category["value"]: category["tally"] for category in categories if "tally" in category},
        role=field.get("role", ""),
        delimiter=field.get("delimiter", ""),
        reference=Reference(*points_at.split(".")) if points_at else foreign,
    )
