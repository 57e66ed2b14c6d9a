"""Which record comes before and which after one: among the rows of the view if it is there, else among all."""

from dataclasses import dataclass

from data.selection.record_kinds import RecordKind
from data.view.selection import Selection


@dataclass(frozen=True)
class Neighbour:
    """A record that stands beside another: its id and its name."""

    row_id: str
    name: str


@dataclass(frozen=True)
class Position:
    """Where a record stands: its number from 1 among `total`, by which column, in the view or else among all rows."""

    number: int
    total: int
    by: str
    in_view: bool
    before: Neighbour | None
    after: Neighbour | None


def position_of(selection: Selection, kind: RecordKind, row_id: str) -> Position:
    """The position of the record with that id by the day of its kind, rows without that day last, as in their table.
    NoSuchRecord when there is none."""
    seen = selection.rows(kind)
    is_seen = row_id in set(seen[kind.id_column])
    rows = (seen if is_seen else selection.package[kind.table]).sort_values(kind.sort_column, kind="stable")
    ids, names = list(rows[kind.id_column]), list(rows[kind.name_column])
    at = ids.index(kind.row(selection.package, row_id)[kind.id_column])
    around = {place: Neighbour(ids[place], names[place]) for place in (at - 1, at + 1) if 0 <= place < len(ids)}
    title = selection.package.column(kind.table, kind.sort_column).title
    return Position(at + 1, len(ids), title, is_seen, around.get(at - 1), around.get(at + 1))
