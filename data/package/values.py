"""The text of a cell as a value of the type that its column declares."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from data.package.descriptor import Column, Table
from data.package.problems import Problem

PANDAS_TYPES = {"string": "str", "integer": "Int64", "number": "float64", "date": "datetime64[s]", "list": "object"}


def parse(column: Column, text: str) -> Any:
    """One cell's text as a value of the column's type: int, float, date, tuple of text, or text.

    Raises ValueError when the text is not of that type.
    """
    return PARSERS[column.kind](text, column)


def not_of_type(column: Column, text: str) -> bool:
    """Whether the text of a cell cannot be read as a value of the column's type."""
    try:
        parse(column, text)
    except ValueError:
        return True
    return False


def _integer(text: str, _column: Column) -> int:
    if not re.fullmatch(r"-?\d{1,18}", text, re.ASCII):  # what 64 bits hold
        raise ValueError(text)
    return int(text)


def _number(text: str, _column: Column) -> float:
    value = float(text)
    if not re.fullmatch(r"-?\d+(\.\d+)?", text, re.ASCII) or not math.isfinite(value):
        raise ValueError(text)
    return value


def _date(text: str, _column: Column) -> date:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise ValueError(text)
    return date.fromisoformat(text)


def _list(text: str, column: Column) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(column.delimiter) if item.strip())


PARSERS: Mapping[str, Callable[[str, Column], Any]] = {
    "string": lambda text, _column: text,
    "integer": _integer,
    "number": _number,
    "date": _date,
    "list": _list,
}


def typed(table: Table, texts: pd.DataFrame) -> pd.DataFrame:
    """The text cells as a typed frame with the same index. A cell that is not of its type becomes a missing value:
    the check has named it, and no package is built from such a table."""
    return pd.DataFrame({column.name: _typed(column, texts[column.name]) for column in table.columns}, copy=False)


def _typed(column: Column, texts: pd.Series) -> pd.Series:
    if column.kind == "string":
        return texts
    missing = () if column.kind == "list" else None
    listed = texts.tolist()
    # Each text is read once, however many rows have it.
    values = {text: parse(column, text) if text and not not_of_type(column, text) else missing for text in set(listed)}
    return pd.Series([values[text] for text in listed], index=texts.index, dtype=PANDAS_TYPES[column.kind])


@dataclass(frozen=True)
class ReadTable:
    """A table by itself: its problems, and its cells as text and typed, both with Python's own texts, which checks read
    quickest; none where its file's form is broken."""

    table: Table
    problems: tuple[Problem, ...]
    texts: pd.DataFrame | None = None
    frame: pd.DataFrame | None = None

    @cached_property
    def shown(self) -> pd.DataFrame:
        """The typed cells as a package holds them."""
        assert self.frame is not None
        return self.frame.astype({column.name: "str" for column in self.table.columns if column.kind == "string"})
