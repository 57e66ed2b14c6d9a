"""The check before tables are published: the `frictionless` library and the package's own load, in the same sentences.

`frictionless` reads the descriptor as the standard means it; the own load adds the rules that the standard cannot say.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import frictionless
import orjson

from data.cells import read_cells
from data.checks import TYPE_RULES, constraint_rule, is_told_as_unique, key_rule, reference_rule
from data.descriptor import FILE, Descriptor, Table
from data.package import load_package, readable_descriptor
from data.problems import BrokenPackageError, Problem, in_order

MOST_ERRORS = 100_000


def check_package(folder: Path) -> tuple[Problem, ...]:
    """Every problem that `frictionless` or the own load finds in the tables of `folder`, each once."""
    try:
        descriptor = readable_descriptor(folder)
    except BrokenPackageError as broken:
        return broken.problems
    problems = [*declared_problems(descriptor)]
    try:
        load_package(folder)
    except BrokenPackageError as broken:
        problems += broken.problems
    return in_order(problems)


def declared_problems(descriptor: Descriptor) -> tuple[Problem, ...]:
    """What `frictionless` finds wrong, in the sentences of the own load.

    A table whose form is broken (missing, empty, not UTF-8, wrong header, ragged) is told by its form alone, and no
    other table is judged against it.
    """
    form = {table.name: read_cells(table, descriptor.folder)[1] for table in descriptor.tables}
    readable = {name for name, problems in form.items() if not problems}
    found = [problem for problems in form.values() for problem in problems]
    report = _as_frictionless(descriptor, readable).validate(limit_errors=MOST_ERRORS)
    found += [Problem(FILE, str(error.note)) for error in report.errors]
    for task in report.tasks:
        found += _told(descriptor.table(task.name), task.errors)
    return in_order(found)


def _as_frictionless(descriptor: Descriptor, readable: set[str]) -> frictionless.Package:
    """The declaration of the readable tables, without the keys into tables that are not."""
    declared = orjson.loads((descriptor.folder / FILE).read_bytes())
    declared["resources"] = [resource for resource in declared["resources"] if resource["name"] in readable]
    for resource in declared["resources"]:
        keys = resource["schema"].get("foreignKeys", [])
        kept = [key for key in keys if key["reference"]["resource"] in {*readable, ""}]
        resource["schema"]["foreignKeys"] = kept
    return frictionless.Package(declared, basepath=str(descriptor.folder))


def _told(table: Table, errors: list[Any]) -> Iterator[Problem]:
    for error in errors:
        if not (error.type == "primary-key" and is_told_as_unique(table, table.keys[0])):
            yield _problem(table, error)


def _problem(table: Table, error: Any) -> Problem:
    """One error of `frictionless` in our words."""
    if error.type == "foreign-key":
        column = table.column(error.field_names[0])
        return Problem(table.name, reference_rule(column), error.row_number, column.name, error.field_cells[0])
    if error.type == "primary-key":
        key = table.keys[0]
        values = ", ".join(str(cell) for name, cell in zip(_names(table), error.cells, strict=False) if name in key)
        return Problem(table.name, key_rule(key), error.row_number, ", ".join(key), values)
    if error.type in ("type-error", "constraint-error", "unique-error"):
        return Problem(table.name, _rule(table, error), error.row_number, error.field_name, error.cell or None)
    return Problem(table.name, f"{error.title}: {error.note or error.message}", getattr(error, "row_number", None))


def _names(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def _rule(table: Table, error: Any) -> str:
    column = table.column(error.field_name)
    if error.type == "type-error":
        return TYPE_RULES[column.kind]
    if error.type == "unique-error":
        return constraint_rule("unique", True)
    name = error.note.split('"')[1]
    return constraint_rule(name, column.constraints[name])
