"""Checks a table's cells against what its columns declare: type, constraints, keys and references to other tables."""

import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from data.descriptor import Column, Descriptor, Table
from data.problems import Problem, quotable
from data.sentences import (
    EMPTY,
    ONLY_SPACES,
    TYPE_RULES,
    UNSEEN_MARKS,
    constraint_rule,
    is_told_as_unique,
    key_rule,
    reference_rule,
    unique_rule,
)
from data.spellings import as_declared
from data.suggestions import as_pattern, did_you_mean

# Unicode's categories of control and format characters, line and paragraph separators.
UNSEEN = ("Cc", "Cf", "Zl", "Zp")


def check_table(table: Table, cells: pd.DataFrame) -> list[Problem]:
    """Every cell that breaks its column's declared type or constraints, and every repeated key.

    `cells` is text, indexed by row of the file.
    """
    judges = [Judge(table.name, column, cells[column.name]) for column in table.columns]
    found = [
        each for judge in judges for row, text in judge.cells.items() for each in judge.problems(int(str(row)), text)
    ]
    return found + list(repeated_keys(table, cells))


def check_references(descriptor: Descriptor, cells: Mapping[str, pd.DataFrame]) -> list[Problem]:
    """Every value that names a row which is not there. Tables missing from `cells` are not judged against."""
    problems: list[Problem] = []
    for table in descriptor.tables:
        for column in table.columns:
            if table.name in cells and column.reference and column.reference.table in cells:
                judge = Judge(table.name, column, cells[table.name][column.name])
                known = set(cells[column.reference.table][column.reference.column])
                problems += (
                    each for row, text in judge.cells.items() for each in judge.dangling(int(str(row)), text, known)
                )
    return problems


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


def form_rule(column: Column, text: str) -> str | None:
    """What is wrong with a cell that is not empty, whatever its column's constraints: unseen characters, type."""
    if not text.strip():
        return ONLY_SPACES
    if not text.isprintable() and (unseen := [one for one in text if unicodedata.category(one) in UNSEEN]):
        return f"{UNSEEN_MARKS} {', '.join(dict.fromkeys(map(quotable, unseen)))}"
    return TYPE_RULES[column.kind] if not_of_type(column, text) else None


HOLDS: Mapping[str, Callable[[Any, Any], bool]] = {
    "enum": lambda value, expected: value in expected,
    "minimum": lambda value, expected: bool(str(value) >= expected if isinstance(expected, str) else value >= expected),
    "maximum": lambda value, expected: bool(str(value) <= expected if isinstance(expected, str) else value <= expected),
    "minLength": lambda value, expected: len(value) >= expected,
    "maxLength": lambda value, expected: len(value) <= expected,
    "pattern": lambda value, expected: re.fullmatch(expected, value) is not None,
}


@dataclass(frozen=True)
class Judge:
    """Says what is wrong with the cells of one column, all of which it knows: text, indexed by row of the file."""

    table: str
    column: Column
    cells: pd.Series

    def problems(self, row: int, text: str) -> list[Problem]:
        """Every rule of the column that the cell breaks; a cell that is not of its type breaks that one alone."""
        constraints = self.column.constraints
        if text == "":
            return [self._told(row, text, EMPTY)] if constraints.get("required") else []
        if rule := form_rule(self.column, text):
            return [self._told(row, text, rule, as_declared(self.column.kind, text))]
        value = parse(self.column, text)
        found = [
            self._told(row, text, constraint_rule(name, constraints, value, self._example), self._hint(name, text))
            for name, expected in constraints.items()
            if name in HOLDS and not HOLDS[name](value, expected)
        ]
        return found + self.repeated(row, text) if constraints.get("unique") else found

    def repeated(self, row: int, text: str) -> list[Problem]:
        """The problem that a row above has the cell's value, if one has."""
        first = self._first_rows[text]
        return [] if first == row else [self._told(row, text, unique_rule(self.column.name, first))]

    def dangling(self, row: int, text: str, known: Set[str]) -> Iterator[Problem]:
        """Every value in the cell that is not among the known ones. A cell that is not of its type names none."""
        items = _list(text, self.column) if self.column.kind == "list" else [text]
        for item in items:
            if item and item not in known and not form_rule(self.column, text):
                yield self._told(row, item, reference_rule(self.column), did_you_mean(item, known))

    def _told(self, row: int, text: str, rule: str, hint: str = "") -> Problem:
        return Problem(self.table, rule, row, self.column.name, text or None, hint)

    def _hint(self, constraint: str, text: str) -> str:
        expected = self.column.constraints[constraint]
        if constraint == "enum":
            return did_you_mean(text, map(str, expected))
        return as_pattern(expected, text) if constraint == "pattern" else ""

    @cached_property
    def _first_rows(self) -> dict[str, int]:
        return {text: int(str(row)) for row, text in reversed(list(self.cells.items()))}

    @cached_property
    def _example(self) -> str | None:
        """The first cell that matches the column's pattern."""
        pattern = self.column.constraints.get("pattern", "")
        return next((text for text in self.cells if text and re.fullmatch(pattern, text)), None)


def repeated_keys(table: Table, cells: pd.DataFrame) -> Iterator[Problem]:
    """Every row whose key a row above has, with that row; a key that is one unique column is told of the column."""
    for key in table.keys:
        if is_told_as_unique(table, key):
            continue
        first_rows: dict[tuple[str, ...], int] = {}
        for row, *values in cells[list(key)].itertuples(name=None):
            first = first_rows.setdefault(tuple(values), row)
            if first != row:
                yield Problem(table.name, key_rule(key, first), row, ", ".join(key), ", ".join(values))
