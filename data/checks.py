"""Checks a table's cells against what its columns declare: type, constraints, keys and references to other tables."""

import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd

from data.descriptor import Column, Descriptor, Table
from data.formulas import is_formula
from data.problems import Problem

TYPE_RULES = {
    "integer": "must be a whole number of at most 18 digits",
    "number": "must be a number",
    "date": "must be a date written YYYY-MM-DD",
    "string": "must be text",
    "list": "must be a list",
}


# Unicode's categories of control and format characters, line and paragraph separators.
UNSEEN = ("Cc", "Cf", "Zl", "Zp")

# What is wrong with a cell that is not empty, whatever its column's constraints, or None.
FormRule = Callable[[Column, str], str | None]


def type_rule(column: Column, text: str) -> str | None:
    """What is wrong with the text of a cell as a value of the type that its column declares, and of that alone."""
    return TYPE_RULES[column.kind] if not_of_type(column, text) else None


def form_rule(column: Column, text: str) -> str | None:
    """What is wrong with a cell that is not empty, whatever its column's constraints: unseen characters, what a
    spreadsheet would run, type."""
    if not text.strip():
        return "must not be only spaces"
    if not text.isprintable() and any(unicodedata.category(letter) in UNSEEN for letter in text):
        return "must not hold control characters, line breaks or other unseen marks"
    if column.kind in ("string", "list") and is_formula(_as_exported(column, text)):
        return "must not begin, nor go on after a `;`, with =, +, - or @: a spreadsheet would run that as a formula"
    return type_rule(column, text)


def _as_exported(column: Column, text: str) -> str:
    return ";".join(parse(column, text)) if column.kind == "list" else text


def check_table(table: Table, cells: pd.DataFrame, form: FormRule = form_rule) -> list[Problem]:
    """Every cell that breaks the rules of form or its column's declared type or constraints, and every repeated key.

    `cells` is text, indexed by row of the file.
    """
    columns = [(column, cells[column.name]) for column in table.columns]
    problems = [problem for column, texts in columns for problem in _check_column(table, column, texts, form)]
    return problems + list(_check_keys(table, cells))


def check_references(descriptor: Descriptor, cells: Mapping[str, pd.DataFrame]) -> list[Problem]:
    """Every value that names a row which is not there. Tables missing from `cells` are not judged against."""
    problems: list[Problem] = []
    for table in descriptor.tables:
        for column in table.columns:
            if table.name in cells and column.reference and column.reference.table in cells:
                known = set(cells[column.reference.table][column.reference.column])
                problems += _dangling(table, column, cells[table.name][column.name], known)
    return problems


def reference_rule(column: Column) -> str:
    """The sentence for a value that points at nothing."""
    assert column.reference
    return f"must stand in column {column.reference.column} of table {column.reference.table}"


def constraint_rule(name: str, expected: Any) -> str:
    """The sentence for one broken constraint of Table Schema."""
    if name == "enum":
        return "must be one of: " + ", ".join(map(str, expected))
    return {
        "required": "must not be empty",
        "unique": "must be different in every row",
        "minimum": f"must be at least {expected}",
        "maximum": f"must be at most {expected}",
        "minLength": f"must have at least {expected} characters",
        "maxLength": f"must have at most {expected} characters",
        "pattern": f"must match the pattern {expected}",
    }[name]


def is_told_as_unique(table: Table, key: tuple[str, ...]) -> bool:
    """Whether the key is one column that is declared unique: then a repeated value is told once, of the column."""
    return len(key) == 1 and bool(table.column(key[0]).constraints.get("unique"))


def key_rule(key: tuple[str, ...]) -> str:
    """The sentence for a row whose key another row already has."""
    return f"the key ({', '.join(key)}) must be different in every row"


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


def _check_column(table: Table, column: Column, cells: pd.Series, form: FormRule) -> Iterator[Problem]:
    seen: set[str] = set()
    for row, text in cells.items():
        if rule := broken_rule(column, text, seen, form):
            yield Problem(table.name, rule, int(str(row)), column.name, text or None)
        seen.add(text)


def broken_rule(column: Column, text: str, seen: set[str], form: FormRule = form_rule) -> str | None:
    """The first rule of `column` that `text` breaks, or None. `seen` holds the cells above, for `unique`."""
    constraints = column.constraints
    if text == "":
        return constraint_rule("required", True) if constraints.get("required") else None
    if rule := form(column, text):
        return rule
    value = parse(column, text)
    for name, expected in constraints.items():
        holds = HOLDS[name](value, expected) if name in HOLDS else not (name == "unique" and text in seen)
        if not holds:
            return constraint_rule(name, expected)
    return None


HOLDS: Mapping[str, Callable[[Any, Any], bool]] = {
    "enum": lambda value, expected: value in expected,
    "minimum": lambda value, expected: bool(str(value) >= expected if isinstance(expected, str) else value >= expected),
    "maximum": lambda value, expected: bool(str(value) <= expected if isinstance(expected, str) else value <= expected),
    "minLength": lambda value, expected: len(value) >= expected,
    "maxLength": lambda value, expected: len(value) <= expected,
    "pattern": lambda value, expected: re.fullmatch(expected, value) is not None,
}


def _check_keys(table: Table, cells: pd.DataFrame) -> Iterator[Problem]:
    for key in table.keys:
        if is_told_as_unique(table, key):
            continue
        for row, values in cells.loc[cells.duplicated(list(key)), list(key)].iterrows():
            yield Problem(table.name, key_rule(key), int(str(row)), ", ".join(key), ", ".join(values))


def _dangling(table: Table, column: Column, cells: pd.Series, known: set[str]) -> Iterator[Problem]:
    for row, text in cells.items():
        for item in _list(text, column) if column.kind == "list" else [text]:
            if item and item not in known:
                yield Problem(table.name, reference_rule(column), int(str(row)), column.name, item)
