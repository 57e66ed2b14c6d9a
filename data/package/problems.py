"""One broken rule of the tables, in one sentence that a curator can act on; many of one cause in one line."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace

from data.text.formats import counted

SHOWN_OF_A_VALUE = 80
# Up to so many rows with one wrong value, or so many different values that break one rule, get a line each. Different
# values have more lines of their own, because each may have its own hint.
FEW, MANY = 5, 20
SHOWN_ROWS = 5

Group = tuple["Problem", ...]
Question = Callable[["Problem"], Hashable]


@dataclass(frozen=True)
class Problem:
    """A rule that does not hold. `row` counts lines of the table as a spreadsheet does (the header is row 1). What is
    no table, as the descriptor, goes by the name of its file.

    `hint` is a guess at how this one cell is mended, empty without one. `reads` are the cells that the rule looks at
    beside `column`: `name` is a column of the same row, `table.name` one of any row.
    """

    table: str
    rule: str
    row: int | None = None
    column: str | None = None
    value: str | None = None
    hint: str = ""
    reads: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        rows = [] if self.row is None else [f"row {self.row}"]
        return _sentence([f"{self.kind} {self.table}", *rows], self)

    @property
    def kind(self) -> str:
        """Whether it is of a table or of another file."""
        return "file" if "." in self.table or self.table.isupper() else "table"


class BrokenPackageError(Exception):
    """Raised when tables break declared types, keys or rules; carries every problem, so none has to be found twice."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(in_lines(self.problems)))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by table, row and column."""
    return tuple(sorted(set(problems), key=_place))


def in_lines(problems: Iterable[Problem]) -> list[str]:
    """The problems as lines to read: one each, but one with a count where many rows have one cause."""
    found = in_order(problems)
    similar, left = _apart(
        found, lambda problem: (problem.table, problem.column, problem.rule), lambda problem: problem.value, MANY
    )
    alike, single = _apart(
        left,
        lambda problem: (problem.table, problem.column, problem.rule, problem.value),
        lambda problem: problem.row,
        FEW,
    )
    lines = [
        *((group[0], _of_one_value(group)) for group in alike),
        *((group[0], _of_one_rule(group)) for group in similar),
        *((problem, str(problem)) for problem in single),
    ]
    return [line for _, line in sorted(lines, key=lambda pair: _place(pair[0]))]


def shortened(value: str) -> str:
    """The value on one line, cut to 80 characters."""
    return _cut(" ".join(value.split()))


def quotable(value: str) -> str:
    """The value as sentences quote it: with its own spaces, unseen characters as codes such as \\n, 80 at most."""
    return _cut("".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in value))


def _cut(line: str) -> str:
    return line if len(line) <= SHOWN_OF_A_VALUE else line[: SHOWN_OF_A_VALUE - 1] + "…"


def _place(problem: Problem) -> tuple[str, int, str, str, str]:
    return problem.table, problem.row or 0, problem.column or "", problem.rule, problem.value or ""


def _apart(problems: Group, cause: Question, counted_by: Question, most: int) -> tuple[list[Group], Group]:
    """The groups of one cause in which more than `most` different rows or values are, and the problems in none."""
    groups: dict[Hashable, list[Problem]] = {}
    for problem in problems:
        groups.setdefault(cause(problem), []).append(problem)
    large = {name for name, group in groups.items() if len(set(map(counted_by, group))) > most}
    left = tuple(problem for problem in problems if cause(problem) not in large)
    return [tuple(group) for name, group in groups.items() if name in large], left


def _of_one_value(group: Group) -> str:
    rows = list(dict.fromkeys(str(problem.row) for problem in group))
    return _sentence([_counted(rows, group[0], f"rows {', '.join(rows[:SHOWN_ROWS])}")], group[0])


def _of_one_rule(group: Group) -> str:
    first = group[0]
    rows = list(dict.fromkeys(str(problem.row) for problem in group))
    shown = [
        f'row {problem.row} "{quotable(problem.value)}"' if problem.value else f"row {problem.row}" for problem in group
    ]
    text = replace(first, value=None, hint=f"in row {first.row}: {first.hint}" if first.hint else "")
    return _sentence([_counted(rows, first, ", ".join(shown[:SHOWN_ROWS]))], text)


def _counted(rows: list[str], first: Problem, shown: str) -> str:
    return (
        f"{counted(len(rows), 'row')} of {first.kind} {first.table} ({shown}{' …' if len(rows) > SHOWN_ROWS else ''})"
    )


def _sentence(where: list[str], problem: Problem) -> str:
    column = [] if problem.column is None else [f"column {problem.column}"]
    value = [] if problem.value is None else [f'value "{quotable(problem.value)}"']
    hint = f"; {problem.hint}" if problem.hint else ""
    return f"{', '.join([*where, *column, *value])}: {problem.rule}{hint}"
