"""Checks a table's cells against what its columns declare: type, constraints, keys and references to other tables."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

import pandas as pd

from data.package.descriptor import Column, Descriptor, Table
from data.package.problems import Problem, quotable
from data.package.row_keys import repeated_keys
from data.package.sentences import (
    EMPTY,
    FORMULA,
    ONLY_SPACES,
    TYPE_RULES,
    UNSEEN_MARKS,
    constraint_rule,
    reference_rule,
    unique_rule,
)
from data.package.values import not_of_type, parse
from data.text.formulas import is_formula
from data.text.spellings import as_declared
from data.text.suggestions import as_pattern, did_you_mean

# Unicode's categories of control and format characters, line and paragraph separators.
UNSEEN = ("Cc", "Cf", "Zl", "Zp")
# A cell of which one of these is said has no value that anything else could be wrong with.
NO_VALUE = frozenset({ONLY_SPACES, *TYPE_RULES.values()})


# All that is wrong with a cell that is not empty, whatever its column's constraints.
FormRules = Callable[[Column, str], list[str]]


def type_rules(column: Column, text: str) -> list[str]:
    """What is wrong with the text of a cell as a value of the type that its column declares, and of that alone."""
    return [TYPE_RULES[column.kind]] if not_of_type(column, text) else []


def form_rules(column: Column, text: str) -> list[str]:
    """All that is wrong with a cell that is not empty, whatever its column's constraints: unseen characters, what a
    spreadsheet would run, type; of only spaces nothing else is said."""
    if not text.strip():
        return [ONLY_SPACES]
    rules = []
    if not text.isprintable() and (unseen := [one for one in text if unicodedata.category(one) in UNSEEN]):
        rules.append(f"{UNSEEN_MARKS} {', '.join(dict.fromkeys(map(quotable, unseen)))}")
    if column.kind in ("string", "list") and is_formula(_as_exported(column, text)):
        rules.append(FORMULA)
    return rules + type_rules(column, text)


def _as_exported(column: Column, text: str) -> str:
    return ";".join(parse(column, text)) if column.kind == "list" else text


def check_table(table: Table, texts: pd.DataFrame, form: FormRules = form_rules) -> list[Problem]:
    """Every cell that breaks the rules of form or its column's declared type or constraints, and every repeated key.

    `texts` is text, indexed by row of the file.
    """
    judges = [Judge(table.name, column, texts[column.name], form) for column in table.columns]
    found = [problem for judge in judges for problem in judge.all_broken()]
    return found + list(repeated_keys(table, texts))


def check_references(descriptor: Descriptor, texts: Mapping[str, pd.DataFrame]) -> list[Problem]:
    """Every value that names a row which is not there. Tables missing from `texts` are not judged against."""
    problems: list[Problem] = []
    for table in descriptor.tables:
        for column in table.columns:
            if table.name in texts and column.reference and column.reference.table in texts:
                known = set(texts[column.reference.table][column.reference.column].tolist())
                problems += Judge(table.name, column, texts[table.name][column.name]).all_dangling(known)
    return problems


CHECKS: Mapping[str, Callable[[Any, Any], bool]] = {
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
    texts: pd.Series
    form: FormRules = form_rules

    def all_broken(self) -> list[Problem]:
        """Every rule that a cell breaks by itself or by repeating another."""
        # Each text is judged once, however many rows have it, and most are cleared at a glance. Which rows have a text
        # is asked only of those that may be wrong.
        texts = set(self._listed)
        wrong = {text for text in self._doubtful(texts) if self._faults(text)}
        if self.column.constraints.get("unique") and len(texts) < len(self._listed):
            wrong |= {text for text, rows in self._rows.items() if len(rows) > 1}
        return [problem for text in self._in_order(wrong) for problem in self._broken(self._rows[text], text)]

    def _doubtful(self, texts: set[str]) -> set[str]:
        """The texts but those that certainly break no rule of a cell. No form asks more of a text than form_rules."""
        if self.column.kind != "string":
            return texts
        checks = [(CHECKS[name], expected) for name, expected in self.column.constraints.items() if name in CHECKS]
        found = {text for text in texts if not text.isprintable() or not text.strip() or is_formula(text)}
        return found.union(*({text for text in texts if not meets(text, expected)} for meets, expected in checks))

    def _in_order(self, texts: Set[str]) -> list[str]:
        """The texts in the order of the file."""
        return [text for text in self._rows if text in texts] if texts else []

    def broken(self, row: int, text: str) -> list[Problem]:
        """Every rule of the column that the cell breaks; one that is not of its type breaks no constraint beside."""
        return [problem for problem in self._broken(self._rows[text], text) if problem.row == row]

    def _broken(self, rows: Sequence[int], text: str) -> list[Problem]:
        faults = self._faults(text)
        found = [self._problem(row, text, rule, hint) for row in rows for rule, hint in faults]
        if len(rows) > 1 and text and self.column.constraints.get("unique"):
            found += [self._problem(row, text, unique_rule(self.column.name, rows[0])) for row in rows[1:]]
        return found

    def all_dangling(self, known: Set[str]) -> list[Problem]:
        """Every value that is not among the known ones."""
        unknown = set(self._listed) - known
        if self.column.kind == "list":
            unknown = {text for text in unknown if not set(parse(self.column, text)) <= known}
        return [
            problem
            for text in self._in_order(unknown - {""})
            for problem in self.dangling(self._rows[text], text, known)
        ]

    def dangling(self, rows: Sequence[int], text: str, known: Set[str]) -> list[Problem]:
        """Every value in the cells of the rows, which have one text, that is not among the known ones. A cell whose
        form is broken names none."""
        items = parse(self.column, text) if self.column.kind == "list" else [text]
        wrong = [item for item in items if item and item not in known]
        if not wrong or self.form(self.column, text):
            return []
        rule, hints = reference_rule(self.column), {item: did_you_mean(item, known) for item in wrong}
        return [self._problem(row, item, rule, hints[item]) for row in rows for item in wrong]

    def _problem(self, row: int, text: str, rule: str, hint: str = "") -> Problem:
        return Problem(self.table, rule, row, self.column.name, text or None, hint)

    def _faults(self, text: str) -> list[tuple[str, str]]:
        """The rules that a cell with the text breaks by itself, each with a guess at what was meant."""
        constraints = self.column.constraints
        if text == "":
            return [(EMPTY, "")] if constraints.get("required") else []
        rules = self.form(self.column, text)
        found = [(rule, as_declared(self.column.kind, text) if rule in NO_VALUE else "") for rule in rules]
        return found if NO_VALUE.intersection(rules) else found + self._unmet(text)

    def _unmet(self, text: str) -> list[tuple[str, str]]:
        """The constraints that a cell of the column's type does not meet."""
        constraints, value = self.column.constraints, parse(self.column, text)
        return [
            (constraint_rule(name, constraints, value, self._example), self._hint(name, text))
            for name, expected in constraints.items()
            if name in CHECKS and not CHECKS[name](value, expected)
        ]

    def _hint(self, constraint: str, text: str) -> str:
        expected = self.column.constraints[constraint]
        if constraint == "enum":
            return did_you_mean(text, map(str, expected))
        return as_pattern(expected, text) if constraint == "pattern" else ""

    @cached_property
    def _listed(self) -> list[str]:
        return cast("list[str]", self.texts.to_numpy(dtype="object").tolist())

    @cached_property
    def _rows(self) -> dict[str, list[int]]:
        """The rows in which each text stands, in the order of the file."""
        found: dict[str, list[int]] = defaultdict(list)
        for row, text in zip(self.texts.index.tolist(), self._listed, strict=True):
            found[text].append(row)
        return found

    @cached_property
    def _example(self) -> str | None:
        """The first cell that matches the column's pattern."""
        pattern = self.column.constraints.get("pattern", "")
        return next((text for text in self.texts if text and re.fullmatch(pattern, text)), None)
