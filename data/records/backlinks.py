"""What points at a source or an event: the rows of every table, each with a name and the record that shows it."""

from collections.abc import Callable, Mapping

import pandas as pd

from data.events.sources import SOURCES
from data.package.package import Package
from data.package.rules.sources import TABLES_WITH_SOURCES
from data.records.event import when
from data.records.facts import value_text
from data.sanctions.ties import TIE, names_of, sentences
from data.selection.record_kinds import EVENT, TARGET, kind_of_table
from data.text.formats import day_name, lower_first

Names = Callable[[Package, pd.DataFrame], pd.Series]


def backlinks_of_source(package: Package, source_id: str) -> dict[str, pd.DataFrame]:
    """The rows that point at a source, by table in the order of `TABLES_WITH_SOURCES`; tables without any are left out.

    Columns: name (the row in a few words), word (the parameter that opens the record, as in `KINDS`) and row_id (the
    value that a link gives it); both are empty where the row stands in no record.
    """
    tables = [table for table in TABLES_WITH_SOURCES if table != SOURCES]
    found = {table: rows_naming(package[table], source_id) for table in tables}
    return {table: _labelled_rows(package, table, rows) for table, rows in found.items() if not rows.empty}


def rows_naming(rows: pd.DataFrame, source_id: str) -> pd.DataFrame:
    """The rows that name a source, in `source_id` or among `source_ids`."""
    if "source_ids" in rows:
        mentioned = [source_id in source_ids for source_ids in rows.source_ids]
        return rows[pd.Series(mentioned, index=rows.index, dtype="bool")]
    return rows[rows.source_id == source_id]


def backlinks_of_event(package: Package, event_id: str) -> dict[str, pd.DataFrame]:
    """The rows with records of their own, other events apart, that name an event in any column, by table as in
    `backlinks_of_source`; tables without any are left out."""
    found = {}
    for table in package.descriptor.tables:
        columns = [
            column.name for column in table.columns if column.reference and column.reference.table == EVENT.table
        ]
        if kind_of_table(table.name) and table.name != EVENT.table and columns:
            rows = package[table.name]
            mentioned = [
                any(_names(cell, event_id) for cell in values) for values in rows[columns].itertuples(index=False)
            ]
            found[table.name] = rows[pd.Series(mentioned, index=rows.index, dtype="bool")]
    return {table: _labelled_rows(package, table, rows) for table, rows in found.items() if not rows.empty}


def _names(cell: str | tuple[str, ...], row_id: str) -> bool:
    return row_id in cell if isinstance(cell, tuple) else row_id == cell


def _labelled_rows(package: Package, table: str, rows: pd.DataFrame) -> pd.DataFrame:
    if kind := kind_of_table(table):
        names = NAMES[table](package, rows) if table in NAMES else rows[kind.name_column]
        return pd.DataFrame({"name": names, "parameter": kind.parameter, "row_id": rows[kind.id_column]})
    parameter, ids = _shown_in(package, rows)
    parameters = [parameter if row_id else "" for row_id in ids]
    return pd.DataFrame({"name": NAMES[table](package, rows), "parameter": parameters, "row_id": ids})


def _shown_in(package: Package, rows: pd.DataFrame) -> tuple[str, list[str]]:
    """The records in which rows of a table without records stand: of their event, or of the target that a tie names."""
    if "event_id" in rows:
        return EVENT.parameter, list(rows.event_id)
    if TIE[0] in rows:
        targets = names_of(package[TARGET.table])
        ends = zip(rows[TIE[0]], rows[TIE[2]], strict=True)
        return TARGET.parameter, [next((end for end in both if end in targets), "") for both in ends]
    return "", [""] * len(rows)


def _events(package: Package, rows: pd.DataFrame) -> pd.Series:
    return _row_names(rows, lambda row: f"{when(row)}: {row.title}")


def _claims(package: Package, rows: pd.DataFrame) -> pd.Series:
    titles = dict(zip(package["events"].event_id, package["events"].title, strict=True))

    def text(row: pd.Series) -> str:
        values = (value_text(package, "claims", name, row[name]) for name in ("field", "stance"))
        field, stance = map(lower_first, values)
        return f"{titles[row.event_id]}: {field}, {row.claimant} {stance} “{row.value}”"

    return _row_names(rows, text)


def _counts(package: Package, rows: pd.DataFrame) -> pd.Series:
    return _row_names(
        rows, lambda row: f"{row.organisation}, {day_name(row.as_of)}: {row['count']:,} political prisoners"
    )


def _ties(package: Package, rows: pd.DataFrame) -> pd.Series:
    return sentences(rows, package["sanctions_targets"])


def _licences(package: Package, rows: pd.DataFrame) -> pd.Series:
    return _row_names(rows, lambda row: f"General licence {row.family}{row.version}: {row.subject}")


def _row_names(rows: pd.DataFrame, text_of: Callable[[pd.Series], str]) -> pd.Series:
    return pd.Series([text_of(row) for _, row in rows.iterrows()], index=rows.index, dtype="str")


# How a row is named of each table that has no records of its own, or whose names alone tell its rows not apart.
NAMES: Mapping[str, Names] = {
    "events": _events,
    "claims": _claims,
    "political_prisoners": _counts,
    "sanctions_relations": _ties,
    "licences": _licences,
}
