"""Changes of the tables as readers see them: rows by their names, codes by their labels."""

from collections.abc import Mapping, Sequence

import pandas as pd

from data.package.descriptor import VOCABULARY, Table
from data.package.package import Package
from data.package.row_keys import JOINT, row_ids, with_moved_ids
from data.selection.filters import Filters
from data.selection.record_kinds import KINDS, SOURCE
from data.text.formats import number
from data.text.messages import say
from data.versions.changes import ADDED, CHANGED, EVENTS, MOVED, REMOVED, moves_of, rows_of
from data.view.selection import Selection

CHANGES = (ADDED, CHANGED, MOVED, REMOVED)
TEXT_COLUMNS = ("table", "row", "change", "field", "before", "after", "why")


def by_table(package: Package, found: pd.DataFrame) -> str:
    """How many rows of each table changed, as in "Events 3, Claims 1". `found` is as `data.versions.changes.changes`
    gives it. A table that the package does not declare any more goes by its name."""
    titles = {table.name: table.title for table in package.descriptor.tables}
    counts = rows_of(found).table.value_counts(sort=False)
    return ", ".join(f"{titles.get(str(table), str(table))} {number(rows)}" for table, rows in counts.items())


def new_columns_text(package: Package, columns: Sequence[tuple[str, str]]) -> str:
    """The columns of `package` that are new, as (table, column), in one sentence; empty without any."""
    names = [f"{package.column(*item).title} ({package.descriptor.table(item[0]).title})" for item in columns]
    return say("changes.new_columns", columns=", ".join(names)) if names else ""


def changes_text(old: Package, new: Package, found: pd.DataFrame) -> pd.DataFrame:
    """The changes from `old` to `new` as text: columns TEXT_COLUMNS, one row a change, same index as `found`.

    A row is named by the name of its record where it has one, else by its key in words; a removed one as it was called.
    Why it changed goes with the publisher of the source that shows it.
    """
    names, rows = {**_names(old), **_names(new)}, zip(found.table, found.row_id, strict=True)
    titles = {table.name: table.title for package in (old, new) for table in package.descriptor.tables}
    fields = list(zip(found.table, found.column, strict=True))
    texts = [
        found.table.map(titles),
        pd.Series([_called(new, names, *row) for row in rows], found.index, dtype="str"),
        found.change.map({change: say(f"changes.change.{change}") for change in CHANGES}),
        pd.Series([_title(new, *field) for field in fields], found.index, dtype="str"),
        *(
            pd.Series([_value(package, *field, value) for field, value in zip(fields, found[side], strict=True)])
            for package, side in ((old, "before"), (new, "after"))
        ),
        pd.Series([reason_text(new, *reason) for reason in zip(found.why, found.source_id, strict=True)], dtype="str"),
    ]
    return pd.DataFrame(
        {name: values.to_numpy() for name, values in zip(TEXT_COLUMNS, texts, strict=True)}, index=found.index
    )


def reason_text(package: Package, why: str, source_id: str) -> str:
    """Why something changed, with the publisher of the source that shows it."""
    if not source_id:
        return why
    sources = package[SOURCE.table]
    publishers = sources.publisher[sources[SOURCE.id_column] == source_id]
    return say("changes.why_source", why=why, publisher=next(iter(publishers), source_id))


def change_headings() -> dict[str, str]:
    """The heading of each column of `changes_text`, as readers see it."""
    return {name: say(f"changes.column.{name}") for name in TEXT_COLUMNS}


def records_of_changes(package: Package, found: pd.DataFrame) -> list[tuple[str, str]]:
    """The record that each change leads to, as (parameter, id): the row's own, else that of the first row with a record
    that its key names, as a claim's event. Both empty where there is none in `package`."""
    names, parameters = _names(package), {kind.table: kind.parameter for kind in KINDS.values()}
    rows = [key_parts(package, *row) for row in zip(found.table, found.row_id, strict=True)]
    leads = [[(parameters[owner], part) for owner, part in parts if (owner, part) in names] for parts in rows]
    return [lead[0] if lead else ("", "") for lead in leads]


def ids_before(package: Package, found: pd.DataFrame) -> list[str]:
    """The key that the row of each change had before ids moved: as `row_id` where none of its parts did."""
    was = {table: {row_id: before for before, row_id in ids.items()} for table, ids in moves_of(found).items()}
    rows = [key_parts(package, *row) for row in zip(found.table, found.row_id, strict=True)]
    return [JOINT.join(was.get(owner, {}).get(part, part) for owner, part in parts) for parts in rows]


def key_parts(package: Package, table: str, row_id: str) -> list[tuple[str, str]]:
    """The parts of a row's key, each after the table whose row it names: its own, or that which its column names."""
    if not any(table_declared.name == table for table_declared in package.descriptor.tables):
        return [(table, row_id)]
    declared = package.descriptor.table(table)
    columns = [declared.column(name) for name in declared.keys[0]]
    owners = [column.reference.table if column.reference else table for column in columns]
    return list(zip(owners, row_id.split(JOINT), strict=False))


def _called(package: Package, names: Mapping[tuple[str, str], str], table: str, row_id: str) -> str:
    """What a row is called: its own name, else its key with the names of what that points at."""
    return JOINT.join(names.get(part, part[1]) for part in key_parts(package, table, row_id) if part[1])


def _names(package: Package) -> dict[tuple[str, str], str]:
    """What the rows that have a record are called, by table and key."""
    return {
        (kind.table, str(row_id)): str(name)
        for kind in KINDS.values()
        for row_id, name in zip(package[kind.table][kind.id_column], package[kind.table][kind.name_column], strict=True)
    }


def _title(package: Package, table: str, column: str) -> str:
    return package.column(table, column).title if column else ""


def _value(package: Package, table: str, column: str, value: str) -> str:
    """A cell's label where it is a code."""
    if not column or (table, column) not in package.labelled:
        return value
    return str(package.choices(table, column).get(value, value))


def changes_in_view(found: pd.DataFrame, filters: Filters, old: Package, new: Package) -> pd.DataFrame:
    """Of the rows of `changes` from `old` to `new` those that belong to a view of `filters`; all when nothing is
    filtered.

    They are events that pass in either of the two, rows that name such an event, sources of such events, the people,
    targets and ships that the filters keep, and every change of a vocabulary or score, on which all views rest.
    """
    if filters == Filters():
        return found
    touched: set[tuple[str, str]] = set()
    for package, moves in ((old, moves_of(found)), (new, {})):
        selection = Selection(package, filters)
        seen = {kind.table: selection.rows(kind) for kind in KINDS.values()}
        for table in package.descriptor.tables:
            rows = [seen.get(table.name, package[table.name].iloc[:0]), _naming(package, table, selection.events)]
            texts = [with_moved_ids(table, frame[[*table.keys[0]]], moves) for frame in rows]
            touched.update((table.name, row_id) for keys in texts for row_id in row_ids(table, keys))
    vocabulary = {table.name for table in new.descriptor.tables if table.role == VOCABULARY}
    keys = pd.Series(list(zip(found.table, found.row_id, strict=True)), index=found.index, dtype="object")
    return found[keys.isin(touched) | found.table.isin(vocabulary)]


def _naming(package: Package, table: Table, events: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table, other than that of the events themselves, that name one of the events."""
    frame, event_ids = package[table.name], set(events.event_id)
    mentioned = pd.Series(False, index=frame.index)
    for column in table.columns:
        if table.name != EVENTS and column.reference and column.reference.table == EVENTS:
            values = frame[column.name]
            mentioned |= values.map(event_ids.isdisjoint).eq(False) if column.kind == "list" else values.isin(event_ids)
    return frame[mentioned]
