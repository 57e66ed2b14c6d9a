"""Rules of former ids: each leads to a row that is there, and is the id of no other."""

from collections.abc import Iterator

import pandas as pd

from data.package.problems import Problem
from data.package.row_keys import FORMER_IDS, moved_ids
from data.package.rows import Frames, problems_in_rows, rows_where
from data.text.suggestions import did_you_mean

# The tables whose rows have a record, with the column of their id.
ID_COLUMNS = {
    "events": "event_id",
    "detainees": "person_id",
    "sanctions_targets": "target_id",
    "ships": "ship_id",
    "sources": "source_id",
}
TABLES = (FORMER_IDS, *ID_COLUMNS)


def former_ids_are_free(frames: Frames) -> Iterator[Problem]:
    """No row has a former id of another, which could not be found by it any more."""
    for table, column, rows in _by_table(frames):
        taken = rows.former_id.isin(frames[table][column]) & (rows.former_id != rows.id)
        rule = "a row of table {table} has this id: give that row another, or take this row out"
        reads = ("id", "table", f"{table}.{column}")
        yield from problems_in_rows(rows_where(rows, taken), FORMER_IDS, "former_id", rule, *reads)


def former_ids_lead_to_a_row(frames: Frames) -> Iterator[Problem]:
    """What a former id became is an id of the table, or a former one of it that leads on; never itself, nor back."""
    for table, column, rows in _by_table(frames):
        ids, ends = frames[table][column], moved_ids(rows).get(table, {})
        itself = rows.id == rows.former_id
        nowhere = ~rows.id.isin(ids) & ~rows.id.isin(rows.former_id)
        circle = ~itself & ~rows.former_id.isin(ends.keys())
        reads = ("former_id", "table", "former_ids.id", "former_ids.former_id", f"{table}.{column}")
        yield from problems_in_rows(rows_where(rows, itself), FORMER_IDS, "id", "must not be the former id", *reads)
        rule = "must lead to an id of table {table}, and leads in a circle"
        yield from problems_in_rows(rows_where(rows, circle), FORMER_IDS, "id", rule, *reads)
        rule = "must be an id of table {table}, or a former id of it that leads to one"
        for row in rows_where(rows, nowhere).index:
            hint = did_you_mean(rows.id[row], ids)
            yield from problems_in_rows(rows.loc[[row]], FORMER_IDS, "id", rule, *reads, hint=hint)


def _by_table(frames: Frames) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Of each table that has former ids its name, the column of its ids, and its rows of the table of former ids."""
    former = frames[FORMER_IDS]
    for table, column in ID_COLUMNS.items():
        rows = rows_where(former, former.table == table)
        if not rows.empty:
            yield table, column, rows
