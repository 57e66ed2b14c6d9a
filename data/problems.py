"""One broken rule of the tables, said in one sentence that a curator can act on."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

SHOWN_OF_A_VALUE = 80


@dataclass(frozen=True)
class Problem:
    """A rule that does not hold. `row` counts lines of the table as a spreadsheet does (the header is row 1). What is
    no table, as the descriptor, goes by the name of its file."""

    table: str
    rule: str
    row: int | None = None
    column: str | None = None
    value: str | None = None

    def __str__(self) -> str:
        where = [f"{'file' if '.' in self.table or self.table.isupper() else 'table'} {self.table}"]
        if self.row is not None:
            where.append(f"row {self.row}")
        if self.column is not None:
            where.append(f"column {self.column}")
        if self.value is not None:
            where.append(f'value "{_cut(_visible(self.value))}"')
        return ", ".join(where) + f": {self.rule}"


class BrokenPackageError(Exception):
    """Raised when tables break declared types, keys or rules; carries every problem, so none has to be found twice."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))


def shortened(value: str) -> str:
    """The value on one line, cut to 80 characters."""
    return _cut(" ".join(value.split()))


def _visible(value: str) -> str:
    """The value with its own spaces, and with every character that cannot be seen as a code such as \\n or \\xa0."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in value)


def _cut(line: str) -> str:
    return line if len(line) <= SHOWN_OF_A_VALUE else line[: SHOWN_OF_A_VALUE - 1] + "…"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by table, row and column."""
    return tuple(sorted(set(problems), key=lambda p: (p.table, p.row or 0, p.column or "", p.rule, p.value or "")))


def _as_text(value: object) -> str | None:
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d")
    return None if pd.isna(value) else str(value)  # type: ignore[call-overload]
