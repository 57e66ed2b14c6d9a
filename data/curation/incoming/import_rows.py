"""Rows of a file brought into a table: new ones in their order, known ones put right; all of them or none."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.curation.corrections import explain, released_rows
from data.curation.file_writes import write_whole
from data.curation.incoming.column_mapping import ColumnMapping, rows_for
from data.curation.working_tables import RefusedError, WorkingTables, rows_in_order
from data.package.problems import Problem
from data.package.row_keys import ids_by, row_ids

REJECTS_HEADER = ["line", "column", "value", "why"]


@dataclass(frozen=True)
class Imported:
    """What a file brings into a table: how many rows are new, how many known ones have another value, how many are as
    they were, and at which row of the table's file each line of the file would stand."""

    table: str
    added: int
    changed: int
    unchanged: int
    lines: Mapping[int, int]


def import_rows(
    tables: WorkingTables, name: str, path: Path, mapping: ColumnMapping, reason: tuple[str, str]
) -> Imported:
    """Bring the rows of a file into a table. A column that the file lacks is empty in new rows and left in known ones.

    Raises RefusedError when the file cannot be read without doubt, has a row twice, or puts a published value right
    and there is no reason.
    """
    table, texts = tables.table(name), tables.texts[name]
    given = rows_for(path, table, mapping)
    if missing := [column for column in table.keys[0] if column not in given]:
        raise RefusedError(f"{path.name} lacks the column {missing[0]}, by which the rows of table {name} are known")
    ids, known = ids_by(table.keys[0], given), row_ids(table, texts)
    if ids.has_duplicates:
        line = given.index[ids.duplicated()][0]
        raise RefusedError(f'{path.name}, row {line}: the row "{ids[ids.duplicated()][0]}" stands there twice')
    lines = {**dict.fromkeys(known, 0), **dict(zip(ids, given.index, strict=True))}
    before, given, is_known = texts.set_axis(known), given.set_axis(ids), ids.isin(known)
    after = before.loc[ids[is_known]].assign(**{str(column): given[column][is_known] for column in given})
    differs = after != before.loc[after.index]
    _explain(tables, name, differs, reason)
    full = before.copy()
    full.loc[after.index] = after
    placed = rows_in_order(table, full, given[~is_known].reindex(columns=before.columns, fill_value=""))
    rows = {row: lines[row_id] for row, row_id in enumerate(placed.index, 2) if lines[row_id]}
    tables.texts[name] = placed.reset_index(drop=True)
    changed = int(differs.any(axis=1).sum())
    return Imported(name, int((~is_known).sum()), changed, int(is_known.sum()) - changed, rows)


def _explain(tables: WorkingTables, name: str, differs: pd.DataFrame, reason: tuple[str, str]) -> None:
    """Write down why published values are put right."""
    corrected = differs[differs.any(axis=1) & differs.index.isin(released_rows(tables, name))]
    if corrected.empty or tables.table(name).is_of_the_screen:
        return
    if not reason[0]:
        rule = "has been published and would be put right: say in --why how that is known"
        raise RefusedError(f'"{corrected.index[0]}" {rule}')
    for row_id, row in corrected.iterrows():
        for column in row.index[row]:
            explain(tables, name, str(row_id), str(column), reason)


def write_rejects(path: Path, imported: Imported, problems: Sequence[Problem]) -> Path:
    """A file beside the one that was to be brought in, with a row a problem: the line in which it is, and why."""
    rejects = path.with_name(f"{path.stem}.rejects.csv")
    own = [problem for problem in problems if problem.table == imported.table and problem.row in imported.lines]
    others = [problem for problem in problems if problem not in own]
    rows = [[imported.lines[problem.row or 0], problem.column, problem.value, _why(problem)] for problem in own]
    rows += [["", "", "", str(problem)] for problem in others]
    write_whole(rejects, _as_csv(rows))
    return rejects


def _why(problem: Problem) -> str:
    return f"{problem.rule}; {problem.hint}" if problem.hint else problem.rule


def _as_csv(rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([REJECTS_HEADER, *rows])
    return text.getvalue().encode()
