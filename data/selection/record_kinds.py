"""The kinds of record: for each the parameter that opens one, its table and columns, and the page where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.package.package import Package


class NoSuchRecord(LookupError):  # noqa: N818 (it says what there is not)
    """No row of a kind's table has the id that is asked for."""


@dataclass(frozen=True)
class RecordKind:
    """The records of one kind: `parameter` opens the row of `table` that has its value in `id_column`.

    `name_column` holds what a record is called, `sort_column` the day by which records follow each other, and `page`
    is the path of the page over which one opens. `listing` is what the API calls their list: the first part of the path
    at which a record stands alone.
    """

    parameter: str
    table: str
    id_column: str
    name_column: str
    sort_column: str
    page: str
    listing: str

    def known(self, parameter: str, package: Package) -> bool:
        """Whether a row has that id."""
        return bool((package[self.table][self.id_column] == parameter).any())

    def row(self, package: Package, row_id: str) -> pd.Series:
        """The row with that id; NoSuchRecord when there is none."""
        rows = package[self.table]
        found = rows[rows[self.id_column] == row_id]
        if found.empty:
            raise NoSuchRecord(f"no row of {self.table} has the id {row_id}")
        return found.iloc[0]


# Each with its parameter, table, columns of the id, the name and the day, page and list.
EVENT = RecordKind("event", "events", "event_id", "title", "date", "events", "events")
PERSON = RecordKind("person", "detainees", "person_id", "name", "detained_on", "detentions", "people")
TARGET = RecordKind("target", "sanctions_targets", "target_id", "display_name", "listed_on", "sanctions", "targets")
SHIP = RecordKind("ship", "ships", "ship_id", "name", "listed_on", "sanctions", "ships")
SOURCE = RecordKind("source", "sources", "source_id", "title", "published", "events", "sources")

# Every kind by its parameter. A reader has one record open at a time.
KINDS: Mapping[str, RecordKind] = {kind.parameter: kind for kind in (EVENT, PERSON, TARGET, SHIP, SOURCE)}


def kind_of_table(table: str) -> RecordKind | None:
    """The kind of record that the rows of a table have; None when no record shows one."""
    return next((kind for kind in KINDS.values() if kind.table == table), None)
