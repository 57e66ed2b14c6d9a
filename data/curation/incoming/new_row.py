"""A new row asked for field by field: what each means, what it may hold, and at once what is wrong with an answer."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from data.curation.incoming.twins import likely_twins
from data.curation.working_tables import RefusedError, WorkingTables, rows_in_order
from data.package.constraints import Judge
from data.package.descriptor import Column, Table
from data.package.file_forms import FIRST_ROW
from data.package.problems import BrokenPackageError, Problem
from data.package.row_keys import row_ids
from data.package.values import parse
from data.text.matching import folded

EVENTS, MEANING = "events", "description"
# Asked first, because the id and the search for twins are made of them; the id follows.
FIRST = {EVENTS: ("date", "title", "place"), "sources": ("publisher", "title", "published", "url")}
# What a row may name although it is not there yet: it is asked for on the way.
SOURCES, ORIGINS = "sources", "origins"
ADDED_IN_PASSING = (SOURCES, ORIGINS)
MOST_CHOICES, LONGEST_ID = 40, 60
WORD = re.compile("[a-z0-9]+")


@dataclass(frozen=True)
class Talk:
    """How a curator is spoken to: `ask` gives the answer to a question, with what Enter alone would answer; `tell`
    says a line."""

    ask: Callable[[str, str], str]
    tell: Callable[[str], None]


def ask_for_row(tables: WorkingTables, name: str, talk: Talk, known: Mapping[str, str]) -> str:
    """Ask for a row of a table and put it in its place; its key. `known` holds values that are not asked for.

    Fields that must be filled are asked for one by one, then any other by its name. Raises RefusedError when the
    curator gives up.
    """
    table = tables.table(name)
    values = {column.name: known.get(column.name, "") for column in table.columns}
    talk.tell(f"A new row of {name}. {table.description}")
    for column in _fields_to_fill(table):
        if not values[column.name]:
            _ask(tables, table, column, values, talk)
        if name == EVENTS and column.name == FIRST[EVENTS][-1]:
            _refuse_twin(tables, values, talk)
    others = [column.name for column in table.columns if not values[column.name]]
    while choice := talk.ask(f"Another field of {name} ({', '.join(others)}), or Enter to go on", ""):
        if choice in values:
            _ask(tables, table, table.column(choice), values, talk)
        else:
            talk.tell(f'Table {name} has no field "{choice}".')
    return _put(tables, table, values)


def _fields_to_fill(table: Table) -> Iterator[Column]:
    """The fields to ask for: those of which the id is made, the id, and all others that must be filled."""
    first = FIRST.get(table.name, ())
    yield from (table.column(name) for name in first)
    rest = [column for column in table.columns if column.name not in first]
    required = [column for column in rest if _is_required(table, column)]
    yield from sorted(required, key=lambda column: not _is_id(table, column))


def _is_required(table: Table, column: Column) -> bool:
    return bool(column.constraints.get("required")) or column.name in table.keys[0]


def _is_id(table: Table, column: Column) -> bool:
    return table.keys[0] == (column.name,)


def _ask(tables: WorkingTables, table: Table, column: Column, values: dict[str, str], talk: Talk) -> None:
    """Ask until the answer is one that the field may hold."""
    choices = _choices(tables, column)
    talk.tell(f"\n{column.title}: {column.description}")
    if len(choices) <= MOST_CHOICES:
        for value, label in choices.items():
            talk.tell(f"  {value}: {label}")
    proposed = (
        _proposed_id(table, values) if _is_id(table, column) else _proposed_origins(tables, table, column, values)
    )
    while True:
        answer = talk.ask(column.name, proposed).strip()
        problems = list(_wrong(tables, table, column, answer))
        if problems and _is_added(tables, column, answer, talk):
            problems = list(_wrong(tables, table, column, answer))
        if not problems:
            values[column.name] = answer
            return
        for problem in problems:
            talk.tell(f"  No: {problem.rule}{problem.hint and f'; {problem.hint}'}")


def _choices(tables: WorkingTables, column: Column) -> dict[str, str]:
    """What a field may hold, with what that means."""
    if column.labels:
        meanings = column.meanings
        return {str(value): f"{label}. {meanings[value]}".strip() for value, label in column.labels.items()}
    if column.reference is None or column.reference.table in (EVENTS, *ADDED_IN_PASSING):
        return {}
    rows, declared = tables.texts[column.reference.table], tables.table(column.reference.table)
    label = declared.with_role("label") or column.reference.column
    descriptions = rows[MEANING] if MEANING in rows else pd.Series("", index=rows.index, dtype="str")
    labels = [
        f"{text}. {meaning}" if meaning else text for text, meaning in zip(rows[label], descriptions, strict=True)
    ]
    return dict(zip(rows[column.reference.column], labels, strict=True))


def _wrong(tables: WorkingTables, table: Table, column: Column, answer: str) -> Iterator[Problem]:
    """What is wrong with an answer by itself, beside the other rows, and as the name of another row."""
    judge = Judge(table.name, column, pd.Series([answer], index=[2], dtype="str"))
    yield from judge.all_broken()
    must_differ = _is_id(table, column) or column.constraints.get("unique")
    if answer and must_differ and answer in set(tables.texts[table.name][column.name]):
        yield Problem(table.name, "another row has it already", value=answer)
    if column.reference:
        yield from judge.all_dangling(set(tables.texts[column.reference.table][column.reference.column]))


def _is_added(tables: WorkingTables, column: Column, answer: str, talk: Talk) -> bool:
    """Whether rows that an answer names and that are not there were added on the way."""
    if column.reference is None or column.reference.table not in ADDED_IN_PASSING:
        return False
    there, key = column.reference.table, column.reference.column
    ids = parse(column, answer) if column.kind == "list" else (answer,)
    new = [row_id for row_id in ids if row_id and row_id not in set(tables.texts[there][key])]
    # A source is often new; a new origin is rare, and a second name for a known one would count as a second origin.
    likely = "y" if there == SOURCES else "n"
    if not new or talk.ask(f"There is no {there} row {', '.join(new)}. Add it now? (y/n)", likely) != "y":
        return False
    for row_id in new:
        ask_for_row(tables, there, talk, {key: row_id})
    return True


def _proposed_id(table: Table, values: Mapping[str, str]) -> str:
    """An id made of the day, the publisher and the first words of the title; empty where there are none."""
    if table.name not in FIRST:
        return ""
    day = values.get("date", "") or values.get("published", "")
    words = WORD.findall(folded(values["title"]))
    is_event = table.name == EVENTS
    parts = [day, *words] if is_event else [*WORD.findall(folded(values["publisher"])), *words[:3], day]
    while len("-".join(parts)) > LONGEST_ID:
        parts.pop(-1 if is_event else -2)
    return "-".join(filter(None, parts))


def _proposed_origins(tables: WorkingTables, table: Table, column: Column, values: Mapping[str, str]) -> str:
    """The origins that most sources of the same publisher have; empty for other fields, and where there are none."""
    if (table.name, column.name) != (SOURCES, ORIGINS):
        return ""
    rows = tables.texts[SOURCES]
    return next(iter(rows[ORIGINS][rows["publisher"] == values["publisher"]].mode()), "")


def _refuse_twin(tables: WorkingTables, values: Mapping[str, str], talk: Talk) -> None:
    """Show events that the new one may be once more, and stop where it is one of them."""
    twins = likely_twins(tables.texts[EVENTS], values["date"], values["title"], values["place"])
    if not twins:
        return
    talk.tell("\nThese events are alike:\n  " + "\n  ".join(twins))
    if talk.ask("Is the new one none of them? (y/n)", "y") != "y":
        raise RefusedError("the event is there already: use `python -m data correct` for what is wrong in it")


def ask_again(tables: WorkingTables, name: str, row_id: str, broken: BrokenPackageError, talk: Talk) -> None:
    """Ask again for each field of a new row that breaks a rule about several fields, so that no other answer is lost.
    Raises what is broken where anything else is."""
    table, rows = tables.table(name), tables.texts[name].copy()
    place = list(row_ids(table, rows)).index(row_id)
    own = [problem for problem in broken.problems if (problem.table, problem.row) == (name, place + FIRST_ROW)]
    if len(own) < len(broken.problems) or not all(problem.column for problem in own):
        raise broken
    values = {str(column): str(value) for column, value in rows.iloc[place].items()}
    for problem in own:
        talk.tell(f"\nNo: {problem}")
        column = table.column(str(problem.column))
        _ask(tables, table, column, values, talk)
        rows.iloc[place, list(rows.columns).index(column.name)] = values[column.name]
    tables.texts[name] = rows


def _put(tables: WorkingTables, table: Table, values: Mapping[str, str]) -> str:
    """Put the row where the order of its table has it; its key."""
    rows = tables.texts[table.name]
    new = pd.DataFrame([values], columns=rows.columns, dtype="str")
    row_id = str(row_ids(table, new)[0])
    tables.texts[table.name] = rows_in_order(table, rows, new)
    return row_id
