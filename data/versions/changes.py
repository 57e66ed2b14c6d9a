"""What differs between two states of the tables, cell by cell, and when each event's row last changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources.abc import Traversable

import pandas as pd

from data.package.descriptor import Column, Descriptor
from data.package.lost_rows import REMOVED_ROWS
from data.package.package import Package, parse_descriptor
from data.package.row_keys import FORMER_IDS, Moves, moved_ids, row_ids, same_rows, with_moved_ids
from data.package.rules.corrections import CORRECTIONS
from data.package.whole_files import read_whole
from data.versions.reasons import Changed, Reason, reasons_between, texts_of

ADDED, CHANGED, MOVED, REMOVED = "added", "changed", "moved", "removed"
COLUMNS = ["table", "row_id", "change", "column", "before", "after", "why", "source_id"]
EVENTS = "events"


@dataclass(frozen=True)
class Step:
    """What changed from the package `old` to `new`, as `data.versions.changes.changes` gives it, and when that was
    published."""

    moment: datetime
    old: Package
    new: Package
    found: pd.DataFrame


def changes(old_folder: Traversable, new_folder: Traversable) -> pd.DataFrame:
    """What differs between the packages of two folders (or zips), by table in the order of the new one.

    One row an added or removed row (`column`, `before` and `after` are empty), one a changed cell, with its texts, and
    one a row whose id moved, with both ids; what names it by the new one has not changed for that.
    Columns: COLUMNS, all text; `row_id` is the row's key, its parts joined by JOINT, as it is now; `why` and
    `source_id` are the reason that the new tables give, if they do. Left out are tables of the screen, the table of
    these reasons, and columns that only one of the two has: `newer_columns` names them. Raises BrokenPackageError when
    a descriptor cannot be read.
    """
    old, new = parse_descriptor(old_folder), parse_descriptor(new_folder)
    moves = moves_between(old, new)
    reasons = reasons_between(old, new, moves)
    found = [
        (*row, reason.why, reason.source_id)
        for table in _tables(old, new)
        for row in _of_table(old, new, table, moves)
        for reason in [reasons.get(_reason_of(*row), Reason())]
    ]
    return pd.DataFrame(found, columns=COLUMNS, dtype="str")


def _reason_of(table: str, row_id: str, change: str, column: str, before: str, _after: str) -> Changed:
    """By what the reason of a change is known."""
    return table, before if change == MOVED else row_id, column if change == CHANGED else ""


def newer_columns(old_folder: Traversable, new_folder: Traversable) -> list[tuple[str, str]]:
    """The columns that only the new package declares, as (table, column), of tables that both have."""
    old, new = parse_descriptor(old_folder), parse_descriptor(new_folder)
    known = {(table.name, column.name) for table in old.tables for column in table.columns}
    tables = {table.name for table in old.tables}
    return [
        (table.name, column.name)
        for table in new.tables
        for column in table.columns
        if table.name in tables and not table.is_of_the_screen and (table.name, column.name) not in known
    ]


def redeclared_columns(old_folder: Traversable, new_folder: Traversable) -> list[tuple[str, str]]:
    """The columns that both packages declare, as (table, column), whose type, labels or tallies are not the same: they
    can change a number although no cell did."""
    old, new = parse_descriptor(old_folder), parse_descriptor(new_folder)
    before = {(table.name, column.name): _read_as(column) for table in old.tables for column in table.columns}
    return [
        (table.name, column.name)
        for table in new.tables
        for column in table.columns
        if not table.is_of_the_screen and before.get((table.name, column.name), _read_as(column)) != _read_as(column)
    ]


def _read_as(column: Column) -> tuple[object, ...]:
    return column.kind, dict(column.labels), dict(column.tallies)


def corrections(found: pd.DataFrame) -> pd.DataFrame:
    """Of the rows of `changes` those that put right what had been published: changed cells, ids that moved, rows taken
    out."""
    return found[found.change != ADDED]


def rows_of(found: pd.DataFrame) -> pd.DataFrame:
    """The rows of tables that changed, each once: columns table, row_id, change."""
    return found.drop_duplicates(["table", "row_id"])[["table", "row_id", "change"]]


def moves_between(old: Descriptor, new: Descriptor) -> Moves:
    """By table the id in `new` of each row of `old` that has another there, as the former ids of `new` say. Of two rows
    that became one neither moved where that was there before, else the first did."""
    former, moves = _keyed(new, FORMER_IDS), {}
    for table, ends in moved_ids(former).items() if not former.empty else ():
        before, after = set(_keyed(old, table).index), set(_keyed(new, table).index)
        ids = {
            end: former_id for former_id, end in reversed([*ends.items()]) if former_id in before and end not in before
        }
        moves[table] = {former_id: end for end, former_id in ids.items() if end in after}
    return moves


def moves_of(found: pd.DataFrame) -> Moves:
    """By table the id that each row which moved has now, by the one it had, of the rows of `changes`."""
    moved = found[found.change == MOVED]
    return {str(table): dict(zip(rows.before, rows.after, strict=True)) for table, rows in moved.groupby("table")}


def _tables(old: Descriptor, new: Descriptor) -> Iterator[str]:
    """The names of the tables to compare, those of `new` first."""
    left_out = {CORRECTIONS, *(table.name for table in (*old.tables, *new.tables) if table.is_of_the_screen)}
    yield from dict.fromkeys(table.name for table in (*new.tables, *old.tables) if table.name not in left_out)


def _of_table(old: Descriptor, new: Descriptor, name: str, moves: Moves) -> Iterator[tuple[str, ...]]:
    if _same_file(old, new, name):
        return
    before, after = _keyed(old, name, moves), _keyed(new, name)
    paired = same_rows(before.index, after.index)
    # What was added there is told as the move of its row, or as the row that was taken out.
    come = (
        after.index.difference(pd.Index(paired.values()), sort=False) if name not in (FORMER_IDS, REMOVED_ROWS) else ()
    )
    for row_id in come:
        yield name, row_id, ADDED, "", "", ""
    for former_id, row_id in moves.get(name, {}).items():
        yield name, row_id, MOVED, new.table(name).keys[0][0], former_id, row_id
    for row_id in before.index.difference(pd.Index(paired.keys()), sort=False):
        yield name, row_id, REMOVED, "", "", ""
    yield from _values(name, before.loc[list(paired.keys())], after.loc[list(paired.values())])


def _same_file(old: Descriptor, new: Descriptor, name: str) -> bool:
    before, after = (next((table for table in side.tables if table.name == name), None) for side in (old, new))
    if before is None or after is None:
        return False
    return read_whole(old.folder / before.path) == read_whole(new.folder / after.path)


def _values(name: str, before: pd.DataFrame, after: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    """The cells that differ, of frames whose rows are the same rows in the same order."""
    texts = {column: (before[column].tolist(), after[column].tolist()) for column in after if column in before}
    for place, row_id in enumerate(after.index):
        for column, (was, now) in texts.items():
            if was[place] != now[place]:
                yield name, row_id, CHANGED, str(column), was[place], now[place]


def _keyed(descriptor: Descriptor, name: str, moves: Moves | None = None) -> pd.DataFrame:
    """The cells of a table as text, ids that move as they become, indexed by key; no rows where the descriptor does not
    declare the table."""
    table = next((table for table in descriptor.tables if table.name == name), None)
    if table is None:
        return pd.DataFrame(index=pd.Index([], dtype="str"))
    texts = texts_of(descriptor, name)
    moved = with_moved_ids(table, texts, moves) if moves else texts
    return moved.set_axis(row_ids(table, moved))


def moment_of(package: Package) -> datetime:
    """When the package's release was made."""
    return datetime.fromisoformat(str(package.descriptor.about["created"]))


def first_ids(steps: Sequence[Step]) -> dict[str, str]:
    """The id that each event which moved had first, by the one that it has after the steps or had between them."""
    found: dict[str, str] = {}
    for step in steps:
        for former_id, row_id in moves_of(step.found).get(EVENTS, {}).items():
            found[row_id] = found.get(former_id, former_id)
    return found


def last_written(package: Package, steps: Sequence[Step]) -> pd.Series:
    """When each event's row last changed: moments by event_id. What no step touched is as old as the first release."""
    first = moment_of(steps[0].old if steps else package)
    moments = dict.fromkeys(package[EVENTS].event_id, first)
    for step in steps:
        touched = step.found[(step.found.table == EVENTS) & (step.found.change != REMOVED)]
        moments |= dict.fromkeys(touched.row_id, step.moment)
    return pd.Series(moments, dtype="object")
