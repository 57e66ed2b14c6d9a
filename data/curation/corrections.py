"""Values put right and rows moved to another id, each with the reason that readers are given."""

import re

import pandas as pd

from data.curation.working_tables import RefusedError, WorkingTables
from data.package.lost_rows import newest_rows
from data.package.row_keys import FORMER_IDS, moved_ids, moved_row_ids, row_ids, same_rows, with_moved_ids
from data.package.rules.corrections import CORRECTIONS
from data.package.rules.former_ids import ID_COLUMNS
from data.text.days import today

EVENTS, STORY = "events", "story"


def correct(tables: WorkingTables, table: str, row_id: str, column: str, value: str, reason: tuple[str, str]) -> str:
    """Put a value right and write down the reason: why, and the id of the source that shows it or nothing. What was
    done, in a sentence. Raises RefusedError when there is no such value, or when it is the id of a record."""
    row = tables.row(table, row_id)
    tables.column(table, column)
    if ID_COLUMNS.get(table) == column:
        raise RefusedError(f"{column} is what links name the row by: use `python -m data move {row_id} NEW`")
    is_released = row_id in released_rows(tables, table)
    before, key = str(tables.texts[table].at[row, column]), tables.table(table).keys[0]
    changed = tables.texts[table].copy()
    changed.at[row, column] = value
    tables.texts[table] = changed
    new_id = str(row_ids(tables.table(table), changed.loc[[row]])[0])
    if column in key:
        _rename_reasons(tables, table, row_id, new_id)
    if is_released:
        explain(tables, table, new_id, column, reason)
    return f'{table}, {new_id}, {column}: "{before}" is now "{value}"'


def explain(tables: WorkingTables, table: str, row_id: str, column: str, reason: tuple[str, str]) -> None:
    """Write down why a value was put right today; a reason of today for the same value is replaced."""
    if tables.table(table).is_of_the_screen:
        return
    written, day = tables.texts[CORRECTIONS], today().isoformat()
    same = (written[["table", "row", "column", "day"]] == [table, row_id, column, day]).all(axis=1)
    new = pd.DataFrame([[table, row_id, column, day, *reason]], columns=written.columns, dtype="str")
    tables.texts[CORRECTIONS] = pd.concat([written[~same], new], ignore_index=True)


def released_rows(tables: WorkingTables, table: str) -> frozenset[str]:
    """The keys, as they are now, of the rows of a table that the newest release has, be it under a former id or with
    another value in a column of its key: what they say has been published."""
    _, frozen = newest_rows(tables.folder)
    if table not in frozen:
        return frozenset()
    before = frozen[table].ids_after(moved_ids(tables.texts[FORMER_IDS]))
    return frozenset(same_rows(before, row_ids(tables.table(table), tables.texts[table])).values())


def move(tables: WorkingTables, row_id: str, new_id: str, why: str) -> str:
    """Give a record another id in every table that names it, and write its former id down; what was done, in a
    sentence. An event whose id gets another day gets that day. Raises RefusedError when no record has the id, several
    have, or the new one is taken."""
    table = _table_of(tables, row_id)
    if new_id in set(tables.texts[table][ID_COLUMNS[table]]) or new_id in set(tables.texts[FORMER_IDS].former_id):
        raise RefusedError(f'"{new_id}" is the id of another row of table {table}, or was: choose another')
    place = tables.row(table, row_id)
    moves = {table: {row_id: new_id}}
    for declared in tables.descriptor.tables:
        tables.texts[declared.name] = with_moved_ids(declared, tables.texts[declared.name], moves)
    for name, rows in tables.texts[CORRECTIONS].groupby("table"):
        after = moved_row_ids(tables.table(str(name)), rows["row"].tolist(), moves)
        for before, now in zip(rows["row"], after, strict=True):
            _rename_reasons(tables, str(name), before, now)
    story, own = tables.texts[STORY], re.compile(rf"(?<![\w-]){re.escape(row_id)}(?![\w-])")
    tables.texts[STORY] = story.assign(link=story.link.map(lambda link: own.sub(new_id, link)))
    former = pd.DataFrame([[table, row_id, new_id, today().isoformat(), why]], columns=tables.texts[FORMER_IDS].columns)
    tables.texts[FORMER_IDS] = pd.concat([tables.texts[FORMER_IDS], former.astype("str")], ignore_index=True)
    moved = [f"{table}: {row_id} is now {new_id}"]
    if table == EVENTS and row_id[:10] != new_id[:10] and tables.texts[EVENTS].at[place, "date"] == row_id[:10]:
        moved.append(correct(tables, EVENTS, new_id, "date", new_id[:10], (why, "")))
    return "\n".join(moved)


def _table_of(tables: WorkingTables, row_id: str) -> str:
    found = [table for table, column in ID_COLUMNS.items() if row_id in set(tables.texts[table][column])]
    if not found:
        raise RefusedError(f'no event, person, target, ship or source has the id "{row_id}"')
    if len(found) > 1:
        raise RefusedError(f'"{row_id}" is an id in several tables ({", ".join(found)}): move it there by hand')
    return found[0]


def _rename_reasons(tables: WorkingTables, table: str, before: str, now: str) -> None:
    """Have the reasons of a row go with it when its key changes."""
    written = tables.texts[CORRECTIONS]
    own = (written["table"] == table) & (written["row"] == before)
    tables.texts[CORRECTIONS] = written.assign(row=written["row"].mask(own, now))
