"""The rows of frames: each as an object, a column looked up by key, and those that a problem names."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from data.problems import Problem

Frames = Mapping[str, pd.DataFrame]


def each(rows: pd.DataFrame) -> Iterator[Any]:
    """The rows of a frame, each with its columns as attributes."""
    return iter(rows.itertuples(index=False))


def values_by(table: pd.DataFrame, key: str, column: str) -> dict[str, str]:
    """A column's values by key; where a key stands twice, which another check names, the last row counts."""
    return dict(zip(table[key], table[column], strict=True))


def named(rows: pd.DataFrame, table: str, column: str, rule: str) -> Iterator[Problem]:
    """One problem for each of the rows, which are indexed by row of the file."""
    for row in rows.index:
        yield Problem(table, rule, int(str(row)), column)
