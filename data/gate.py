"""The check before tables are published: the `frictionless` library and the package's own load, in the same sentences.

`frictionless` reads the descriptor as the standard means it; the own load adds the rules that the standard cannot say.
"""

from collections.abc import Iterator, Set
from dataclasses import replace
from pathlib import Path
from typing import Any

import frictionless
import orjson
import pandas as pd

from data.cells import read_cells
from data.checks import broken_rule, constraint_rule, is_told_as_unique, key_rule, reference_rule
from data.descriptor import FILE, Column, Descriptor, Table
from data.package import load_package, raw_value, trusted_descriptor
from data.problems import BrokenPackageError, Problem, in_order

MOST_ERRORS = 100_000


def check_package(folder: Path) -> tuple[Problem, ...]:
    """Every problem that `frictionless` or the own load finds in the tables of `folder`, each once."""
    try:
        descriptor = trusted_descriptor(folder)
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
    read = {table.name: read_cells(table, descriptor.folder) for table in descriptor.tables}
    cells = {name: frame for name, (frame, problems) in read.items() if not problems}
    found = [problem for _, problems in read.values() for problem in problems]
    report = _as_frictionless(descriptor, cells.keys()).validate(limit_errors=MOST_ERRORS)
    found += [Problem(FILE, str(error.note)) for error in report.errors]
    for task in report.tasks:
        found += _told(descriptor.table(task.name), cells[task.name], task.errors)
    return in_order(found)


def _as_frictionless(descriptor: Descriptor, readable: Set[str]) -> frictionless.Package:
    """The declaration of the readable tables, without the keys into tables that are not."""
    declared = orjson.loads((descriptor.folder / FILE).read_bytes())
    declared["resources"] = [resource for resource in declared["resources"] if resource["name"] in readable]
    for resource in declared["resources"]:
        keys = resource["schema"].get("foreignKeys", [])
        kept = [key for key in keys if key["reference"]["resource"] in {*readable, ""}]
        resource["schema"]["foreignKeys"] = kept
    return frictionless.Package(declared, basepath=str(descriptor.folder))


def _told(table: Table, cells: pd.DataFrame, errors: list[Any]) -> Iterator[Problem]:
    for error in errors:
        if not (error.type == "primary-key" and is_told_as_unique(table, table.keys[0])):
            problem = _problem(table, cells, error)
            yield replace(problem, value=raw_value(cells, problem))


def _problem(table: Table, cells: pd.DataFrame, error: Any) -> Problem:
    """One error of `frictionless` in our words, without the value: it reports some cells changed by their type."""
    if error.type == "foreign-key":
        column = table.column(error.field_names[0])
        return Problem(table.name, reference_rule(column), error.row_number, column.name)
    if error.type == "primary-key":
        key = table.keys[0]
        return Problem(table.name, key_rule(key), error.row_number, ", ".join(key))
    if error.type in ("type-error", "constraint-error", "unique-error"):
        rule = _rule(table.column(error.field_name), str(cells.at[error.row_number, error.field_name]))
        return Problem(table.name, rule, error.row_number, error.field_name)
    return Problem(table.name, f"{error.title}: {error.note or error.message}", getattr(error, "row_number", None))


def _rule(column: Column, text: str) -> str:
    """The rule that a cell breaks. It is asked of the raw text, because `frictionless` takes some texts for numbers
    that the own load does not (1e999), and would then name another rule."""
    return broken_rule(column, text, seen=set()) or constraint_rule("unique", True)
