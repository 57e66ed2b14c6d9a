"""How a row is known from one state of a table to the next: the text of its key, its former ids, which row is which."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from data.package.descriptor import Column, Table
from data.package.problems import Problem
from data.package.sentences import is_reported_as_unique, key_rule

# Joins the parts of a key of several columns; no cell of a key holds it.
JOINT = " · "
FORMER_IDS = "former_ids"
# Columns that name a target by its id, or anybody by a plain name, which no id is written like.
TARGETS = "sanctions_targets"
IDS_OR_NAMES = {
    ("sanctions_relations", "from_target_id_or_name"): TARGETS,
    ("sanctions_relations", "to_name"): TARGETS,
    ("ties_places", "node"): TARGETS,
}
# By table the id that each former one became.
Moves = Mapping[str, Mapping[str, str]]


def row_ids(table: Table, frame: pd.DataFrame) -> pd.Index:
    """The key of each row of the table's frame as text, its parts joined by JOINT."""
    return ids_by(table.keys[0], frame)


def ids_by(key: Sequence[str], frame: pd.DataFrame) -> pd.Index:
    """The cells of the columns of `key` of each row as one text, joined by JOINT."""
    return pd.Index(key_texts(key, frame), dtype="str")


def key_texts(key: Sequence[str], frame: pd.DataFrame) -> list[str]:
    """What `ids_by` gives as a list, which is all that is needed to ask whether a row is there."""
    columns = (frame[column] for column in key)
    parts = [(one if one.dtype == "object" else one.astype("str")).tolist() for one in columns]
    return parts[0] if len(parts) == 1 else [JOINT.join(values) for values in zip(*parts, strict=True)]


def same_rows(before: pd.Index, after: pd.Index) -> dict[str, str]:
    """Which row of `after` is which of `before`, by key: those with the same key, and those whose keys are alike in all
    parts but one and like no other, so that a claim whose value was put right is the same claim."""
    same = before.intersection(after, sort=False)
    pairs = dict(zip(same, same, strict=True))
    gone = [str(row_id) for row_id in before if row_id not in pairs]
    come = [str(row_id) for row_id in after if row_id not in pairs]
    joints = max((row_id.count(JOINT) for row_id in come), default=0)
    for part in range(joints + 1 if joints else 0):
        old_ids, new_ids = _without(gone, part), _without(come, part)
        alike = {rest: new_ids[rest] for rest in old_ids.keys() & new_ids.keys()}
        pairs |= {old_ids[rest]: new_id for rest, new_id in sorted(alike.items())}
        gone = [row_id for row_id in gone if row_id not in pairs]
        come = [row_id for row_id in come if row_id not in alike.values()]
    return pairs


def _without(row_ids: list[str], part: int) -> dict[tuple[str, ...], str]:
    """Each id by the parts of its key but one, where no other id has the same."""
    parts = [tuple(row_id.split(JOINT)) for row_id in row_ids]
    rests = [key[:part] + key[part + 1 :] for key in parts]
    return {rest: row_id for rest, row_id in zip(rests, row_ids, strict=True) if rests.count(rest) == 1}


def moved_ids(former: pd.DataFrame) -> Moves:
    """By table the id to which each former id leads in the end, of the rows of the table of former ids. One that leads
    in a circle is left out."""
    found = {}
    for table, rows in former.groupby("table"):
        steps = dict(zip(rows.former_id, rows.id, strict=True))
        ids = {former_id: ids_after(former_id, steps) for former_id in steps}
        found[str(table)] = {former_id: after[-1] for former_id, after in ids.items() if after}
    return found


def ids_after(former_id: str, steps: Mapping[str, str]) -> list[str]:
    """The ids to which one leads step by step, the last of them no former one; none where it leads in a circle."""
    ids = [former_id]
    while ids[-1] in steps:
        if len(ids) > len(steps):
            return []
        ids.append(steps[ids[-1]])
    return ids[1:]


def with_moved_ids(table: Table, texts: pd.DataFrame, moves: Moves) -> pd.DataFrame:
    """The cells of a table, as text or typed, with the id that it became wherever one names a row by an id that moved:
    the row's own or that of another table."""
    naming = [column for column in table.columns if column.name in texts and _table_of_rows(table, column) in moves]
    return texts.assign(**{column.name: _moved(texts[column.name], table, column, moves) for column in naming})


def moved_row_ids(table: Table, rows: Sequence[str], moves: Moves) -> list[str]:
    """The keys of rows, as `row_ids` gives them, once the ids that they are made of have moved. What is no key of the
    table is left as it is."""
    key = [*table.keys[0]]
    keys = [row for row in rows if row.count(JOINT) == len(key) - 1]
    frame = pd.DataFrame([row.split(JOINT) for row in keys], columns=key, dtype="str")
    after = dict(zip(keys, map(str, row_ids(table, with_moved_ids(table, frame, moves))), strict=True))
    return [after.get(row, row) for row in rows]


def _table_of_rows(table: Table, column: Column) -> str:
    """The table whose rows a column names by their key; empty where it names none."""
    if column.reference:
        return column.reference.table
    own = table.name if table.keys[0] == (column.name,) else ""
    return IDS_OR_NAMES.get((table.name, column.name), own)


def _moved(values: pd.Series, table: Table, column: Column, moves: Moves) -> pd.Series:
    """The cells of a column that names rows; of a list each part is an id."""
    ids, delimiter = moves[_table_of_rows(table, column)], column.delimiter

    def moved(cell: Any) -> Any:
        if isinstance(cell, tuple):
            return tuple(ids.get(part, part) for part in cell)
        parts = cell.split(delimiter) if delimiter else [cell]
        return delimiter.join(ids.get(part, part) for part in parts)

    return values.map(moved).astype(values.dtype)


def repeated_keys(table: Table, texts: pd.DataFrame) -> Iterator[Problem]:
    """Every row whose key a row above has, with that row; a key that is one unique column is reported of the column."""
    for key in table.keys:
        if is_reported_as_unique(table, key):
            continue
        first_rows: dict[tuple[str, ...], int] = {}
        for row, *values in texts.loc[texts.duplicated(list(key), keep=False), list(key)].itertuples(name=None):
            first = first_rows.setdefault(tuple(values), row)
            if first != row:
                yield Problem(table.name, key_rule(key, first), row, ", ".join(key), ", ".join(values))
