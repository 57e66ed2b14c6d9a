"""How a row is known from one state of a table to the next: the text of its key, and which row is which."""

from collections.abc import Sequence

import pandas as pd

from data.package.descriptor import Table

# Joins the parts of a key of several columns; no cell of a key holds it.
JOINT = " · "


def row_ids(table: Table, frame: pd.DataFrame) -> pd.Index:
    """The key of each row of the table's frame as text, its parts joined by JOINT."""
    return ids_by(table.keys[0], frame)


def ids_by(key: Sequence[str], frame: pd.DataFrame) -> pd.Index:
    """The cells of the columns of `key` of each row as one text, joined by JOINT."""
    parts = [frame[column].astype("str").tolist() for column in key]
    return pd.Index([JOINT.join(values) for values in zip(*parts, strict=True)], dtype="str")


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
