"""The check before tables are published: that of the start, and the `frictionless` library as its witness.

`frictionless` reads the descriptor as the standard means it; what it finds is told in the sentences of our own check.
Tests hold that the two agree.
"""

from collections.abc import Iterator, Set
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from data.package.constraints import Judge
from data.package.csv_text import read_csv_text
from data.package.descriptor import FILE, Column, Descriptor, Table
from data.package.package import trusted_descriptor
from data.package.problems import BrokenPackageError, Problem, in_order
from data.package.row_keys import repeated_keys
from data.package.rows import Frames
from data.package.sentences import is_reported_as_unique
from data.versions.checked import checked_package

if TYPE_CHECKING:
    import frictionless

MOST_ERRORS = 100_000


def check_package(folder: Path) -> tuple[Problem, ...]:
    """Every problem for which the app would refuse the tables of `folder`, or that `frictionless` finds in them, each
    once."""
    problems: list[Problem] = []
    try:
        checked_package(folder)
    except BrokenPackageError as broken:
        problems += broken.problems
    # What is wrong with the descriptor is among them already.
    with suppress(BrokenPackageError):
        problems += declared_problems(trusted_descriptor(folder))
    return in_order(problems)


def declared_problems(descriptor: Descriptor) -> tuple[Problem, ...]:
    """What `frictionless` finds wrong, in the sentences of our own check.

    A table whose form is broken (missing, empty, not UTF-8, wrong header, ragged) is reported by its form alone, and no
    other table is judged against it.
    """
    read = {table.name: read_csv_text(table, descriptor.folder) for table in descriptor.tables}
    texts = {name: frame for name, (frame, problems) in read.items() if not problems}
    found = [problem for _, problems in read.values() for problem in problems]
    report = _as_frictionless(descriptor, texts.keys()).validate(limit_errors=MOST_ERRORS)
    found += [Problem(FILE, str(error.note)) for error in report.errors]
    for task in report.tasks:
        found += _problems_of(descriptor.table(task.name), texts, task.errors)
    return in_order(found)


def _as_frictionless(descriptor: Descriptor, parsed: Set[str]) -> "frictionless.Package":
    """The declaration of the tables that could be parsed, without the keys into tables that are not."""
    import frictionless  # noqa: PLC0415  (a witness that most tools do not call, and large)

    declared = orjson.loads((descriptor.folder / FILE).read_bytes())
    declared["resources"] = [resource for resource in declared["resources"] if resource["name"] in parsed]
    for resource in declared["resources"]:
        keys = resource["schema"].get("foreignKeys", [])
        known_keys = [key for key in keys if key["reference"]["resource"] in {*parsed, ""}]
        resource["schema"]["foreignKeys"] = known_keys
    return frictionless.Package(declared, basepath=str(descriptor.folder))


def _problems_of(table: Table, texts: Frames, errors: list[Any]) -> Iterator[Problem]:
    """The errors of one table in our words. They are worked out of the raw cells, because `frictionless` reports some
    cells changed by their type and takes some texts for numbers that the own load does not (1e999)."""
    own = texts[table.name]
    judges = {column.name: Judge(table.name, column, own[column.name]) for column in table.columns}
    repeated = {(problem.row, problem.column): problem for problem in repeated_keys(table, own)}
    for error in errors:
        row: Any = getattr(error, "row_number", None)
        if error.type == "primary-key":
            key = table.keys[0]
            if not is_reported_as_unique(table, key):
                yield repeated.get((row, ", ".join(key))) or _as_found(table, error)
        elif error.type == "foreign-key":
            judge, text = judges[error.field_names[0]], str(own.at[row, error.field_names[0]])
            yield from judge.dangling([row], text, _known(judge.column, texts))
        elif error.type in ("type-error", "constraint-error", "unique-error"):
            text = str(own.at[row, error.field_name])
            yield from judges[error.field_name].broken(row, text) or [_as_found(table, error)]
        else:
            yield _as_found(table, error)


def _known(column: Column, texts: Frames) -> set[str]:
    assert column.reference
    return set(texts[column.reference.table][column.reference.column])


def _as_found(table: Table, error: Any) -> Problem:
    """What only `frictionless` finds, such as 1 and 01 in a column of different numbers."""
    return Problem(table.name, f"{error.title}: {error.note or error.message}", getattr(error, "row_number", None))
