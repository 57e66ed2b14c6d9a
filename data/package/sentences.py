"""The sentences for cells that break what their column declares: each with the value that the rule asks for."""

from collections.abc import Mapping
from typing import Any

from data.package.descriptor import Column, Table

TYPE_RULES = {
    "integer": "must be a whole number of at most 18 digits",
    "number": "must be a number, with a point before its decimals and no marks between thousands",
    "date": "must be a date written YYYY-MM-DD",
    "string": "must be text",
    "list": "must be a list",
}
EMPTY = "must not be empty"
ONLY_SPACES = "must not be only spaces: write the value, or empty the cell"
FORMULA = "must not begin, nor go on after a `;`, with =, +, - or @: a spreadsheet would run it; put a word before"
UNSEEN_MARKS = "must not hold control characters, line breaks or other unseen marks: take out"


def reference_rule(column: Column) -> str:
    """The sentence for a value that points at nothing."""
    assert column.reference
    table, there = column.reference.table, column.reference.column
    return f"must stand in column {there} of table {table}; write one that does, or add a row to {table}"


def constraint_rule(name: str, constraints: Mapping[str, Any], value: Any, example: str | None = None) -> str:
    """The sentence for one broken constraint of Table Schema that looks at the value alone. `example` is a value that
    matches the pattern."""
    expected = constraints[name]
    if name in ("minimum", "maximum"):
        return _bounds(constraints)
    if name in ("minLength", "maxLength"):
        return _length(name, expected, value)
    if name == "enum":
        return "must be one of: " + ", ".join(map(str, expected))
    return f"must match the pattern {expected}" + (f', as "{example}" does' if example else "")


def unique_rule(column: str, other: int) -> str:
    """The sentence for a value that row `other` has too."""
    return f"must be different in every row: the same {column} stands in row {other}"


def key_rule(key: tuple[str, ...], other: int) -> str:
    """The sentence for a row whose key row `other` has too."""
    return f"the key ({', '.join(key)}) must be different in every row: the same stands in row {other}"


def is_reported_as_unique(table: Table, key: tuple[str, ...]) -> bool:
    """Whether the key is one column that is declared unique: then a repeated value is reported once, of the column."""
    return len(key) == 1 and bool(table.column(key[0]).constraints.get("unique"))


def _bounds(constraints: Mapping[str, Any]) -> str:
    low, high = constraints.get("minimum"), constraints.get("maximum")
    if low is not None and high is not None:
        return f"must be from {low} to {high}"
    return f"must be at most {high}" if low is None else f"must be at least {low}"


def _length(name: str, expected: int, value: Any) -> str:
    unit = "items" if isinstance(value, tuple) else "characters"
    limit = f"at least {expected}" if name == "minLength" else f"at most {expected}"
    return f"has {len(value)} {unit} and must have {limit}"
