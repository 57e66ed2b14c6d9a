"""Frames that many read, and their rows: each as an object, a column looked up by key, those that a problem names."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from data.package.problems import Problem, quotable

Frames = Mapping[str, pd.DataFrame]
PLACEHOLDER = re.compile(r"\{(\w+)\}")


class SharedFrames(Mapping[str, pd.DataFrame]):
    """Frames that many read at once: each time one is asked for it is handed out as a frame of its own, whose columns
    are copied by pandas when the reader writes to them (copy-on-write), so that nobody changes those of another."""

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        """The frames are kept as they are now: what is put into `frames` later is none of them."""
        self._frames = {name: frame.copy(deep=False) for name, frame in frames.items()}

    def __getitem__(self, table: str) -> pd.DataFrame:
        return self._frames[table].copy(deep=False)

    def __iter__(self) -> Iterator[str]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)


def iterate_rows(rows: pd.DataFrame) -> Iterator[Any]:
    """The rows of a frame, each with its columns as attributes."""
    return iter(rows.itertuples(index=False))


def values_by(table: pd.DataFrame, key: str, column: str) -> dict[str, str]:
    """A column's values by key; where a key stands twice, which another check names, the last row counts."""
    return dict(zip(table[key], table[column], strict=True))


def days_among(texts: pd.Series) -> pd.Series:
    """The days that texts written YYYY-MM-DD are; missing where a text is something else."""
    return pd.to_datetime(texts, format="%Y-%m-%d", errors="coerce").astype("datetime64[s]")


def rows_where(rows: pd.DataFrame, wrong: pd.Series) -> pd.DataFrame:
    """The rows of which `wrong` is true; quick where it is true of none, as it mostly is in rules."""
    return rows[wrong] if wrong.any() else rows.iloc[:0]


def problems_in_rows(
    rows: pd.DataFrame, table: str, column: str, rule: str, *reads: str, hint: str = ""
) -> Iterator[Problem]:
    """One problem for each of the rows, which are indexed by row of the file.

    `{name}` in the rule or hint is that cell of the row. `reads` are the cells that the rule looks at and does not
    quote: `name` of the same row, `table.name` of any row.
    """
    if rows.empty:
        return
    quoted = tuple(name for name in PLACEHOLDER.findall(rule) if name in rows)
    for row, values in zip(rows.index, rows.to_dict("records"), strict=True):
        yield Problem(
            table, _filled(rule, values), int(str(row)), column, None, _filled(hint, values), (*reads, *quoted)
        )


def both_or_neither(rows: pd.DataFrame, table: str, column: str, one: str, other: str) -> Iterator[Problem]:
    """A problem of `column`, for each row in which one of two columns is given and the other is empty."""
    first, second = _is_given(rows[one]), _is_given(rows[other])
    for given, lacking, half in ((one, other, first & ~second), (other, one, second & ~first)):
        rule = f'{one} and {other} must both be given or both be empty: {given} is "{{{given}}}" and {lacking} is empty'
        yield from problems_in_rows(rows_where(rows, half), table, column, rule, one, other)


def _is_given(values: pd.Series) -> pd.Series:
    return values.notna() & (values != "")


def _filled(text: str, values: Mapping[Any, Any]) -> str:
    """The text with the cells that its placeholders name; what names no column stands as it is."""

    def cell(found: re.Match[str]) -> str:
        return quotable(_as_text(values[found[1]])) if found[1] in values else found[0]

    return PLACEHOLDER.sub(cell, text)


def _as_text(value: Any) -> str:
    if isinstance(value, tuple):
        return ";".join(value)
    if pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d")
    return str(value).removesuffix(".0") if isinstance(value, float) else str(value)
