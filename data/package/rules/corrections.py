"""Rules of the reasons for corrections: each names a value that is there."""

from collections.abc import Iterator

import pandas as pd

from data.package.descriptor import Descriptor
from data.package.lost_rows import REMOVED_ROWS
from data.package.problems import Problem
from data.package.row_keys import FORMER_IDS, key_texts, moved_ids, moved_row_ids
from data.package.rows import Frames
from data.text.suggestions import did_you_mean

CORRECTIONS = "corrections"


def corrections_name_a_value(descriptor: Descriptor, texts: Frames) -> Iterator[Problem]:
    """A reason is of a column of a declared table, and of a row that stands there or is named as taken out."""
    if CORRECTIONS not in texts:
        return
    for table, rows in texts[CORRECTIONS].groupby("table"):
        declared = {one.name: one for one in descriptor.tables}
        if table not in declared:
            rule = f"must be a table of the package, one of: {', '.join(declared)}"
            hint = did_you_mean(str(table), declared)
            yield from (Problem(CORRECTIONS, rule, int(row), "table", str(table), hint) for row in rows.index)
        elif table in texts:
            yield from _wrong_columns(rows, [column.name for column in declared[str(table)].columns])
            yield from _missing_rows(descriptor, texts, str(table), rows)


def _wrong_columns(rows: pd.DataFrame, columns: list[str]) -> Iterator[Problem]:
    for row, column in rows["column"].items():
        if column and column not in columns:
            rule = f"must be a column of that table, one of: {', '.join(columns)}"
            yield Problem(CORRECTIONS, rule, int(str(row)), "column", column, did_you_mean(column, columns))


def _missing_rows(descriptor: Descriptor, texts: Frames, name: str, rows: pd.DataFrame) -> Iterator[Problem]:
    table = descriptor.table(name)
    known = {*key_texts(table.keys[0], texts[name]), *_removed(texts, name)}
    moves = moved_ids(texts[FORMER_IDS]) if FORMER_IDS in texts else {}
    for row, row_id in rows["row"].items():
        if row_id and row_id not in known:
            after = moved_row_ids(table, [row_id], moves)[0]
            hint = f'did you mean "{after}"?' if after in known else did_you_mean(row_id, known)
            rule = f"must be a row of table {name}, by its key as it is now"
            yield Problem(CORRECTIONS, rule, int(str(row)), "row", row_id, hint)


def _removed(texts: Frames, name: str) -> list[str]:
    removed = texts.get(REMOVED_ROWS)
    return [] if removed is None else removed["row"][removed["table"] == name].tolist()
