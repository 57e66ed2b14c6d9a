"""How the headings of a file become columns of a table: as they are, or as a small mapping file says."""

import csv
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from data.curation.incoming.given_rows import given_rows
from data.curation.working_tables import RefusedError
from data.package.descriptor import Table
from data.text.suggestions import did_you_mean

HEADER = ["table", "column", "heading", "value"]
# By table and column the heading under which it stands, or the value that it has in every row.
ColumnMapping = Mapping[tuple[str, str], tuple[str, str]]


def read_mapping(path: Path | None) -> ColumnMapping:
    """What a mapping file says: a CSV with the columns of HEADER, of the last two one filled. Raises RefusedError when
    it is none."""
    if path is None:
        return {}
    try:
        header, *rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError, ValueError, csv.Error) as error:
        raise RefusedError(f"the mapping {path.name} cannot be read: {error}") from error
    if header != HEADER:
        raise RefusedError(f"the mapping {path.name} must have the header {','.join(HEADER)}")
    if wrong := next((line for line, row in enumerate(rows, 2) if len(row) != 4 or bool(row[2]) == bool(row[3])), 0):
        raise RefusedError(f"the mapping {path.name}, row {wrong}: name table, column, and either heading or value")
    return {(table, column): (heading, value) for table, column, heading, value in rows}


def rows_for(path: Path, table: Table, mapping: ColumnMapping) -> pd.DataFrame:
    """The rows of a file as texts under the columns of the table that it has, indexed by line of the file. Raises
    RefusedError when a heading is no column, or two are the same."""
    own = {column: given for (name, column), given in mapping.items() if name == table.name}
    known = [column.name for column in table.columns]
    if unknown := next((column for column in own if column not in known), ""):
        raise RefusedError(f'the mapping names a column "{unknown}" that table {table.name} has not')
    given = given_rows(path, table, [heading for heading, _ in own.values() if heading])
    columns = {heading: column for column, (heading, _) in own.items() if heading}
    if missing := next((heading for heading in columns if heading not in given.headings), ""):
        raise RefusedError(f'{path.name} has no heading "{missing}", which the mapping names')
    names = [columns.get(heading, heading) for heading in given.headings]
    if wrong := next((name for name in names if name not in known), ""):
        hint = did_you_mean(wrong, known) or "map it, or take it out"
        raise RefusedError(f'{path.name}: the heading "{wrong}" is no column of table {table.name}; {hint}')
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise RefusedError(f"{path.name}: two headings are read as column {twice}")
    frame = pd.DataFrame(given.rows, columns=names, index=pd.Index(given.lines, dtype="int64"), dtype="str")
    return frame.assign(**{column: value for column, (_, value) in own.items() if value})
