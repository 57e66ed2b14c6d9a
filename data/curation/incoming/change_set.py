"""A change set: a folder with whole tables as they should become, reasons for what they put right, and former ids."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from data.curation.change_lines import since_release
from data.curation.corrections import explain, move
from data.curation.incoming.column_mapping import ColumnMapping, read_mapping, rows_for
from data.curation.working_tables import RefusedError, WorkingTables, staged
from data.package.lost_rows import REMOVED_ROWS
from data.package.row_keys import FORMER_IDS, JOINT, ids_by, row_ids, same_rows
from data.package.rows import iterate_rows
from data.text.formats import counted
from data.versions.changes import CHANGED

MAPPING, REASONS = "mapping.csv", "changes.csv"
SHOWN = 3
# Why, and the source that shows it, by table, row and column.
Reasons = Mapping[tuple[str, str, str], tuple[str, str]]


def apply_change_set(tables: WorkingTables, folder: Path, why: str = "") -> list[str]:
    """Put the rows of the folder's tables in the place of those that are there; the tables that it has, by name.

    Ids move first, so that rows are known again. A column that the folder lacks is left as it is. `why` is the reason
    of every correction for which the folder has none. Raises RefusedError when the folder does not fit, or when a row
    that is there would go and is not named as removed.
    """
    mapping, reasons = read_mapping(_if_there(folder / MAPPING)), _reasons(folder / REASONS)
    files = {path.stem: path for path in sorted(folder.glob("*.csv")) if path.name not in (MAPPING, REASONS)}
    if not files:
        raise RefusedError(f"{folder} holds no table")
    for name in files:
        tables.table(name)
    if FORMER_IDS in files:
        _move_all(tables, files.pop(FORMER_IDS), mapping)
    for name, path in sorted(files.items(), key=lambda file: file[0] != REMOVED_ROWS):
        _put(tables, name, rows_for(path, tables.table(name), mapping))
    _explain_all(tables, [*files], reasons, why)
    return [*files]


def _if_there(path: Path) -> Path | None:
    return path if path.exists() else None


def _reasons(path: Path) -> Reasons:
    """The reasons of a change set: columns table, row, column, why and, where the file has it, source_id."""
    if not path.exists():
        return {}
    rows = pd.read_csv(path, dtype="str", keep_default_na=False)
    if missing := {"table", "row", "column", "why"} - {*rows}:
        raise RefusedError(f"{path.name} must have the column {min(missing)}")
    sources = rows.source_id if "source_id" in rows else [""] * len(rows)
    keys = zip(rows["table"], rows["row"], rows["column"], strict=True)
    return dict(zip(keys, zip(rows["why"], sources, strict=True), strict=True))


def _move_all(tables: WorkingTables, path: Path, mapping: ColumnMapping) -> None:
    """Move the rows whose former ids are not known yet."""
    rows = rows_for(path, tables.table(FORMER_IDS), mapping)
    known = {*zip(tables.texts[FORMER_IDS]["table"], tables.texts[FORMER_IDS]["former_id"], strict=True)}
    for row in rows.to_dict("records"):
        if (row["table"], row["former_id"]) not in known:
            move(tables, row["former_id"], row["id"], row["why"])


def _put(tables: WorkingTables, name: str, given: pd.DataFrame) -> None:
    """The rows that are given in the place of those of a table, cells of columns that they lack as they are there."""
    table, texts = tables.table(name), tables.texts[name]
    if missing := [column for column in table.keys[0] if column not in given]:
        raise RefusedError(f"{table.path} lacks the column {missing[0]}, by which its rows are known")
    before, after = row_ids(table, texts), ids_by(table.keys[0], given)
    pairs = same_rows(before, after)
    removed = tables.texts[REMOVED_ROWS]
    explained = set(removed["row"][removed["table"] == name])
    if gone := [row_id for row_id in before if row_id not in pairs and row_id not in explained]:
        more = f" and {len(gone) - SHOWN} more" if len(gone) > SHOWN else ""
        rows = counted(len(gone), "row")
        raise RefusedError(f"{table.path} lacks {rows} of table {name} ({'; '.join(gone[:SHOWN])}{more}): put them in")
    older = texts.set_axis(before).reindex(
        [{now: was for was, now in pairs.items()}.get(row_id, "") for row_id in after]
    )
    full = {column: given[column] if column in given else older[column].fillna("").to_numpy() for column in texts}
    tables.texts[name] = pd.DataFrame(full, index=given.index, dtype="str").reset_index(drop=True)


def _explain_all(tables: WorkingTables, names: list[str], reasons: Reasons, why: str) -> None:
    """Write down why each published value is another now. Raises RefusedError when that is known of none."""
    with staged(tables) as folder:
        found = since_release(folder)
    silent = []
    for row in iterate_rows(found[(found.change == CHANGED) & found["table"].isin(names)]):
        first = row.row_id.split(JOINT)[0]
        known = [reasons[key] for row_id in (row.row_id, first) if (key := (row.table, row_id, row.column)) in reasons]
        reason = known[0] if known else (why, "")
        # What a curator wrote down before is left as it is, unless the change set says otherwise.
        if row.why and (not known or reason == (row.why, row.source_id)):
            continue
        if reason[0]:
            explain(tables, row.table, row.row_id, row.column, reason)
        elif not row.why:
            silent.append(f"{row.table}, {row.row_id}, {row.column}")
    if silent:
        first = "; ".join(silent[:SHOWN])
        raise RefusedError(f"{counted(len(silent), 'correction')} without a reason ({first}): write it in {REASONS}")
