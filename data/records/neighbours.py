"""Which record comes before and which after one, in the order in which the pages list records of its kind: among the
rows of the view if it is there, else among all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from data.detentions.custody import PEOPLE, custody_spans
from data.selection.filters import Filters
from data.selection.record_kinds import PERSON, SHIP, RecordKind
from data.text.formats import number
from data.text.messages import say
from data.view.selection import Selection
from data.view.settings import setting_titles


@dataclass(frozen=True)
class Neighbour:
    """A record that stands beside another: its id and its name."""

    row_id: str
    name: str


@dataclass(frozen=True)
class Position:
    """Where a record stands: its number from 1 among `total`, in the view or else among all rows."""

    number: int
    total: int
    in_view: bool
    before: Neighbour | None
    after: Neighbour | None


def position_of(selection: Selection, kind: RecordKind, row_id: str) -> Position:
    """The position of the record with that id; NoSuchRecord when there is none."""
    row_id = kind.row(selection.package, row_id)[kind.id_column]
    rows, in_view = selection.rows(kind), True
    if row_id not in set(rows[kind.id_column]):
        rows, in_view = _all(selection, kind, row_id), False
    ordered = ORDERS.get(kind, _newest_first)(selection, kind, rows)
    ids, names = list(ordered[kind.id_column]), list(ordered[kind.name_column])
    at = ids.index(row_id)
    around = {place: Neighbour(ids[place], names[place]) for place in (at - 1, at + 1) if 0 <= place < len(ids)}
    return Position(at + 1, len(ids), in_view, around.get(at - 1), around.get(at + 1))


def _all(selection: Selection, kind: RecordKind, row_id: str) -> pd.DataFrame:
    """The rows without any filter, worked out as those of a view are; those of the table where these lack the row, as
    of a source that no event names."""
    rows = Selection(selection.package, Filters()).rows(kind)
    return rows if row_id in set(rows[kind.id_column]) else selection.package[kind.table]


def _newest_first(selection: Selection, kind: RecordKind, rows: pd.DataFrame) -> pd.DataFrame:
    """By the day of the kind, rows without it last."""
    return rows.sort_values(kind.sort_column, ascending=False, kind="stable")


def _by_group_and_day(selection: Selection, kind: RecordKind, rows: pd.DataFrame) -> pd.DataFrame:
    return custody_spans(rows, selection.package.choices(PEOPLE, "category"))


def _as_they_come(selection: Selection, kind: RecordKind, rows: pd.DataFrame) -> pd.DataFrame:
    return rows


# The order of the pages' own tables, where it is not that of the day, newest first.
ORDERS: Mapping[RecordKind, Callable[[Selection, RecordKind, pd.DataFrame], pd.DataFrame]] = {
    PERSON: _by_group_and_day,
    SHIP: _as_they_come,
}


def position_text(kind: RecordKind, position: Position) -> str:
    """Which of how many records this is, in which order, and whether of this view or of all."""
    return say(
        "foot.of_view" if position.in_view else "foot.of_all",
        kind=setting_titles()[kind.parameter],
        number=number(position.number),
        total=number(position.total),
        order=say(f"foot.order_{kind.parameter}"),
    )
