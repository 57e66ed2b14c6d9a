"""Changes of the tables as readers see them: rows by their names, codes by their labels."""

import pandas as pd

from data.changes import ADDED, CHANGED, REMOVED, row_ids, rows_of
from data.package import Package
from data.settings import records_by_table

CALLED = {ADDED: "Added", CHANGED: "Put right", REMOVED: "Taken out"}
SHOWN = ["Table", "Row", "Change", "Field", "Before", "After"]


def by_table(package: Package, found: pd.DataFrame) -> str:
    """How many rows of each table changed, as in "Events 3, Claims 1". `found` is as `data.changes.changes` gives it.
    A table that the package does not declare any more goes by its name."""
    titles = {table.name: table.title for table in package.descriptor.tables}
    counts = rows_of(found).table.value_counts(sort=False)
    return ", ".join(f"{titles.get(str(table), str(table))} {number}" for table, number in counts.items())


def changes_in_words(old: Package, new: Package, found: pd.DataFrame) -> pd.DataFrame:
    """The changes from `old` to `new` in words: columns SHOWN, one row a change, same index as `found`.

    A row is named by its title or name where its table has one, else by its key; a removed one by what it was called.
    """
    names, rows = {**_names(old), **_names(new)}, list(zip(found.table, found.row_id, strict=True))
    titles = {table.name: table.title for package in (old, new) for table in package.descriptor.tables}
    fields = list(zip(found.table, found.column, strict=True))
    told = [
        found.table.map(titles),
        pd.Series([names.get(row, row[1]) for row in rows], found.index, dtype="str"),
        found.change.map(CALLED),
        pd.Series([_title(new, *field) for field in fields], found.index, dtype="str"),
        *(
            pd.Series([_value(package, *field, value) for field, value in zip(fields, found[side], strict=True)])
            for package, side in ((old, "before"), (new, "after"))
        ),
    ]
    return pd.DataFrame({name: values.to_numpy() for name, values in zip(SHOWN, told, strict=True)}, index=found.index)


def records_of(package: Package, found: pd.DataFrame) -> list[tuple[str, str]]:
    """The record that each change leads to, as (word of a link, id); both empty where its row has none in `package`."""
    by_name = records_by_table()
    ids = {table: set(package[table][kind.column]) for table, (_, kind) in by_name.items()}
    return [
        (by_name[table][0], row_id) if row_id in ids.get(table, ()) else ("", "")
        for table, row_id in zip(found.table, found.row_id, strict=True)
    ]


def _names(package: Package) -> dict[tuple[str, str], str]:
    """What the rows that have a record are called, by table and key."""
    declared = {table.name: table for table in package.descriptor.tables}
    return {
        (table, str(row_id)): name
        for table, (_, kind) in records_by_table().items()
        for row_id, name in zip(row_ids(declared[table], package[table]), package[table][kind.named_by], strict=True)
    }


def _title(package: Package, table: str, column: str) -> str:
    return package.column(table, column).title if column else ""


def _value(package: Package, table: str, column: str, value: str) -> str:
    """A cell's label where it is a code."""
    if not column or (table, column) not in package.labelled:
        return value
    return str(package.choices(table, column).get(value, value))
