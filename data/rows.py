"""What every rule starts from: the frames by table, a column looked up by key, and the rows that a problem names."""

from collections.abc import Iterator, Mapping

import pandas as pd

from data.problems import Problem

Frames = Mapping[str, pd.DataFrame]


def values_by(table: pd.DataFrame, key: str, column: str) -> dict[str, str]:
    """A column's values by key; where a key stands twice, which another check names, the last row counts."""
    return dict(zip(table[key], table[column], strict=True))


def named(rows: pd.DataFrame, table: str, column: str, rule: str) -> Iterator[Problem]:
    """One problem for each of the rows, which are indexed by row of the file."""
    for row in rows.index:
        yield Problem(table, rule, int(str(row)), column)
