"""A former id leads to a row that is there: not to itself, in a circle, to nothing, and it is no id of another row."""

import pytest

from data.package.package import load_package
from data.package.problems import BrokenPackageError, Problem
from data.package.rules.former_ids import ID_COLUMNS
from data.package.rules.registry import check_rules
from data.selection.record_kinds import KINDS
from tests.edited_tables import copy_tables, edit
from tests.factory import make_rows, shipped

# The row of the file that is written next.
FREE_ROW = len(shipped()["former_ids"]) + 2
IDS = {table: shipped()[table][column].iloc[0] for table, column in ID_COLUMNS.items()}
EVENT = IDS["events"]
EVERY_TABLE = pytest.mark.parametrize("table", ID_COLUMNS)


def broken(*rows: tuple[str, str, str]) -> list[Problem]:
    """The problems of these rows of table, former id and id beside the shipped tables."""
    texts = [
        {"table": table, "former_id": former_id, "id": row_id, "since": "2026-12-01", "why": "The day was wrong."}
        for table, former_id, row_id in rows
    ]
    return check_rules({**shipped().frames, "former_ids": make_rows("former_ids", texts)})


def places(*rows: tuple[str, str, str]) -> list[tuple[int | None, str | None]]:
    return [(problem.row, problem.column) for problem in broken(*rows)]


def test_the_tables_with_former_ids_are_those_whose_rows_have_records():
    assert {kind.table: kind.id_column for kind in KINDS.values()} == ID_COLUMNS
    assert set(shipped().column("former_ids", "table").labels) == set(ID_COLUMNS)


@EVERY_TABLE
def test_a_former_id_that_leads_to_a_row_at_once_or_by_others_is_good(table):
    assert broken((table, "one", "two"), (table, "two", IDS[table]), (table, "three", IDS[table])) == []


@EVERY_TABLE
def test_a_former_id_is_the_id_of_no_row(table):
    other = shipped()[table][ID_COLUMNS[table]].iloc[1]
    (problem,) = broken((table, other, IDS[table]))
    assert (problem.table, problem.row, problem.column) == ("former_ids", 0, "former_id")
    assert f"a row of table {table} has this id" in problem.rule


@EVERY_TABLE
def test_a_former_id_does_not_lead_to_itself(table):
    assert places((table, "one", "one")) == [(0, "id")]
    assert places((table, IDS[table], IDS[table])) == [(0, "id")]


def test_a_former_id_does_not_lead_in_a_circle_nor_into_one():
    circle = (("events", "one", "two"), ("events", "two", "three"), ("events", "three", "two"))
    assert places(*circle) == [(0, "id"), (1, "id"), (2, "id")]
    assert all("circle" in problem.rule for problem in broken(*circle))


def test_a_former_id_leads_to_something_and_a_near_miss_is_told():
    (problem,) = broken(("events", "one", EVENT[:-1]))
    assert (problem.row, problem.column, problem.hint) == (0, "id", f'did you mean "{EVENT}"?')
    assert places(("ships", "one", EVENT)) == [(0, "id")]


def test_the_chain_of_one_table_is_none_of_another():
    assert places(("events", "one", "two"), ("ships", "two", IDS["ships"])) == [(0, "id")]


@pytest.mark.parametrize(
    ("row", "texts"),
    [
        ({"table": "claims"}, ["column table", '"claims"']),
        ({"former_id": "Bad Id"}, ["column former_id", '"Bad Id"']),
        ({"former_id": "x" * 5000}, ["column former_id"]),
        ({"id": ""}, ["column id"]),
        ({"id": "2031-01-01-nothing"}, ["column id", '"2031-01-01-nothing"', "must be an id of table events"]),
        ({"id": "one"}, ["column id", '"one"', "must not be the former id"]),
        ({"since": "soon"}, ["column since", '"soon"']),
        ({"why": ""}, ["column why"]),
    ],
    ids=str,
)
def test_each_problem_names_table_row_column_value_and_rule_once(tmp_path, row, texts):
    folder = copy_tables(tmp_path / "tables")
    good = {"table": "events", "former_id": "one", "id": EVENT, "since": "2026-12-01", "why": "The day was wrong."}
    edit(folder, "former_ids", lambda rows: rows.append({**good, **row}))
    with pytest.raises(BrokenPackageError) as broken_package:
        load_package(folder)
    (problem,) = broken_package.value.problems
    assert str(problem).startswith(f"table former_ids, row {FREE_ROW}, ")
    assert all(text in str(problem) for text in texts)


def test_two_rows_of_one_former_id_are_told(tmp_path):
    folder = copy_tables(tmp_path / "tables")
    row = {"table": "events", "former_id": "one", "id": EVENT, "since": "2026-12-01", "why": "The day was wrong."}
    edit(folder, "former_ids", lambda rows: rows.extend([row, row]))
    with pytest.raises(BrokenPackageError, match=f"row {FREE_ROW + 1}, column table, former_id"):
        load_package(folder)
