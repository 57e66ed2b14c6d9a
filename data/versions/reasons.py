"""Why rows changed: what curators wrote down of values put right, of ids that moved and of rows taken out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from data.package.csv_text import read_csv_text
from data.package.descriptor import Descriptor
from data.package.lost_rows import REMOVED_ROWS
from data.package.row_keys import FORMER_IDS, Moves, moved_row_ids
from data.package.rules.corrections import CORRECTIONS

# A value by its table, the key of its row and its column; a whole row has no column.
Changed = tuple[str, str, str]


@dataclass(frozen=True)
class Reason:
    """Why something changed, and the source that shows it; both empty where nobody wrote them down."""

    why: str = ""
    source_id: str = ""


def reasons_between(old: Descriptor, new: Descriptor, moves: Moves) -> Mapping[Changed, Reason]:
    """The reasons that `new` has and `old` has not: of values by table, key as it is in `new`, and column; of rows that
    moved or were taken out by table and former key. Of two of one value it is that of the later day."""
    rows = {
        (table, row, ""): Reason(why)
        for name, column in ((FORMER_IDS, "former_id"), (REMOVED_ROWS, "row"))
        for table, row, why in _values(texts_of(new, name), "table", column, "why")
    }
    known = set(_moved(_written(old), new, moves))
    values = {
        (table, row, column): Reason(why, source_id)
        for table, row, column, day, why, source_id in sorted(set(_written(new)) - known, key=lambda one: one[3])
    }
    return rows | values


def texts_of(descriptor: Descriptor, name: str) -> pd.DataFrame:
    """The cells of a table as text; neither row nor column where the descriptor does not declare the table."""
    table = next((table for table in descriptor.tables if table.name == name), None)
    return pd.DataFrame() if table is None else read_csv_text(table, descriptor.folder)[0]


def _written(descriptor: Descriptor) -> list[tuple[str, ...]]:
    return _values(texts_of(descriptor, CORRECTIONS), "table", "row", "column", "day", "why", "source_id")


def _values(texts: pd.DataFrame, *columns: str) -> list[tuple[str, ...]]:
    return list(zip(*(texts[column].tolist() for column in columns), strict=True)) if len(texts) else []


def _moved(written: list[tuple[str, ...]], new: Descriptor, moves: Moves) -> Iterator[tuple[str, ...]]:
    """The rows of the table of corrections with the keys that their rows have once ids have moved."""
    if not moves:
        yield from written
        return
    for table, rows in groupby(sorted(written), key=lambda one: one[0]):
        found, declared = list(rows), next((one for one in new.tables if one.name == table), None)
        after = moved_row_ids(declared, [row for _, row, *_rest in found], moves) if declared else []
        yield from ((table, row_id, *rest) for row_id, (_, _, *rest) in zip(after, found, strict=True))
