"""No table loses a row that the newest release has, unless the table of removed rows names it and says why."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from data.curation.freeze import freeze
from data.curation.validate import check_package
from data.package.csv_text import read_csv_text
from data.package.descriptor import FILE, FOLDER
from data.package.lost_rows import REMOVED_ROWS, lost_rows, newest_rows
from data.package.package import load_package
from data.package.problems import BrokenPackageError, Problem
from data.package.row_keys import FORMER_IDS, row_ids
from data.versions.changes import changes
from tests.edited_tables import edit
from tests.factory import shipped

pytestmark = pytest.mark.slow
NEXT = "2099-01-01"
# What says of other rows where they are.
TELLING = (REMOVED_ROWS, FORMER_IDS)
TABLES = [name for name, rows in newest_rows(FOLDER)[1].items() if len(rows.ids) and name not in TELLING]
# The row of the file of removed rows that is written next.
FREE_ROW = len(shipped()[REMOVED_ROWS]) + 2
CUTS: dict[str, Callable[[int], int]] = {
    "last row cut": lambda rows: rows - 1,
    "half": lambda rows: rows // 2,
    "header": lambda _: 0,
}


@cache
def shipped_texts() -> dict[str, pd.DataFrame]:
    """The texts of the tables that ship."""
    return {table.name: read_csv_text(table, FOLDER)[0] for table in shipped().descriptor.tables}


def found(**changed: pd.DataFrame) -> list[Problem]:
    return lost_rows(shipped().descriptor, {**shipped_texts(), **changed})


def removal(table: str, *rows: str) -> pd.DataFrame:
    """The table of removed rows with some more below those that ship."""
    texts = [{"table": table, "row": row, "day": "2026-12-01", "why": "It was never so."} for row in rows]
    new = pd.DataFrame(texts, index=pd.RangeIndex(FREE_ROW, FREE_ROW + len(rows)), dtype="str")
    return pd.concat([shipped_texts()[REMOVED_ROWS], new])


@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS.keys())
@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_lost_rows_is_refused_with_one_sentence_and_restored_it_is_not(tmp_path, table, cut):
    rows, declared = shipped_texts()[table], shipped().descriptor.table(table)
    file = tmp_path / declared.path
    in_release = [row_id in newest_rows(FOLDER)[1][table].ids for row_id in row_ids(declared, rows)]
    released = max(place for place, is_there in enumerate(in_release, 1) if is_there)
    rows.iloc[: cut(released)].to_csv(file, index=False)
    (problem,) = found(**{table: read_csv_text(declared, tmp_path)[0]})
    assert problem.table == table
    assert "back" in problem.rule
    shutil.copy(FOLDER / declared.path, file)
    restored = {table: read_csv_text(declared, tmp_path)[0], **{name: shipped_texts()[name] for name in TELLING}}
    assert [lost for lost in lost_rows(shipped().descriptor, restored) if lost.table == table] == []


@pytest.mark.parametrize("table", [name for name, rows in newest_rows(FOLDER)[1].items() if len(rows.ids)])
def test_a_row_of_a_release_is_named(table):
    rows = shipped_texts()[table]
    middle = len(rows) // 2
    (problem,) = found(**{table: rows.drop(rows.index[middle])})
    assert f'"{row_ids(shipped().descriptor.table(table), rows)[middle]}" of release' in problem.rule


def test_the_tables_that_ship_lost_nothing():
    assert found() == []


def test_rows_in_another_order_and_with_other_values_are_the_same_rows():
    claims = shipped_texts()["claims"]
    put_right = claims.assign(value=claims.value.where(claims.index != claims.index[0], "another value"))
    assert found(claims=put_right.iloc[::-1]) == []


def test_many_lost_rows_are_told_by_the_first_and_their_number():
    (problem,) = found(claims=shipped_texts()["claims"].iloc[:0])
    assert f"{len(shipped_texts()['claims'])} rows of release" in problem.rule
    assert f"{len(shipped_texts()['claims']) - 3} more" in problem.rule
    assert len(str(problem)) < 500


def test_a_row_that_is_named_with_its_reason_may_go():
    phases = shipped_texts()["phases"]
    without = {"phases": phases[phases.phase_id != "capture"]}
    assert found(**without, removed=removal("phases", "capture")) == []
    assert [problem.table for problem in found(**without, removed=removal("claims", "capture"))] == ["phases"]


def test_a_removed_row_names_a_table_and_a_row_that_is_gone():
    unknown, there = removal("stages", "capture"), removal("phases", "capture")
    (problem,) = found(removed=unknown)
    assert (problem.table, problem.row, problem.column, problem.value) == ("removed", FREE_ROW, "table", "stages")
    (problem,) = found(removed=there)
    assert (problem.table, problem.row, problem.column, problem.value) == ("removed", FREE_ROW, "row", "capture")


def test_a_near_miss_in_the_table_of_removed_rows_is_told_what_was_meant():
    (table,) = [problem for problem in found(removed=removal("phase", "capture")) if problem.table == "removed"]
    assert table.hint == 'did you mean "phases"?'
    phases = shipped_texts()["phases"]
    (row,) = found(phases=phases[phases.phase_id != "capture"], removed=removal("phases", "captur"))
    assert row.hint == 'table removed names "captur": write "capture" there'


@pytest.mark.parametrize("unread", TELLING)
def test_while_it_cannot_be_read_which_rows_were_removed_or_moved_none_is_said_to_be_lost(unread):
    texts = {name: frame for name, frame in shipped_texts().items() if name != unread}
    assert lost_rows(shipped().descriptor, {**texts, "phases": texts["phases"].iloc[:-1]}) == []


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """A copy of the tables with their releases."""
    ignored = shutil.ignore_patterns("__pycache__", "basemap", "*.py")
    return shutil.copytree(FOLDER.parent, tmp_path / "data", ignore=ignored) / "tables"


def sentences(folder: Path) -> set[str]:
    """What the app says of the tables."""
    try:
        load_package(folder)
    except BrokenPackageError as broken:
        return set(map(str, broken.problems))
    return set()


def test_the_app_and_the_curators_check_say_the_same_and_nothing_once_it_is_restored(released):
    file = released / "published_totals.csv"
    whole = file.read_bytes()
    lines = whole.splitlines(keepends=True)
    file.write_bytes(b"".join(lines[: len(lines) // 2]))
    (text,) = sentences(released)
    assert text.startswith("table published_totals: ")
    assert set(map(str, check_package(released))) == {text}
    file.write_bytes(whole)
    assert sentences(released) == set(map(str, check_package(released))) == set()


@pytest.mark.parametrize("damage", [lambda path: path.unlink(), lambda path: path.write_bytes(b"no zip")])
def test_without_a_whole_release_only_the_least_number_of_rows_is_asked_for(released, damage):
    edit(released, "published_totals", lambda rows: rows.pop())
    for path in released.with_name("releases").glob("*.zip"):
        damage(path)
    assert sentences(released) == set()
    file = released / "published_totals.csv"
    file.write_bytes(file.read_bytes().splitlines(keepends=True)[0])
    (text,) = sentences(released)
    assert "must have at least 1 row" in text


def test_what_a_release_froze_may_not_go_from_the_next_one_without_a_reason(released):
    edit(released, "published_totals", lambda rows: rows.pop())
    with pytest.raises(BrokenPackageError, match=r"published_totals: the row .* is gone"):
        freeze(NEXT, released, released.with_name("releases"))
    row = changes(FOLDER, released).row_id.item()
    with (released / "removed.csv").open("a", encoding="utf-8") as file:
        file.write(f'published_totals,"{row}",{NEXT},It was counted twice.\n')
    made = freeze(NEXT, released, released.with_name("releases"))
    text = {*zip(made.changes.table, made.changes.change, made.changes.row_id, strict=True)}
    assert {row for row in text if row[0] in ("published_totals", "removed")} == {("published_totals", "removed", row)}
    log = (released.with_name("releases") / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"removed `{row}`: It was counted twice." in log
    assert sentences(released) == set()


def test_a_table_that_a_release_has_stays_declared():
    declared = shipped().descriptor
    fewer = replace(declared, tables=tuple(table for table in declared.tables if table.name != "phases"))
    texts = {name: frame for name, frame in shipped_texts().items() if name != "phases"}
    (problem,) = lost_rows(fewer, texts)
    assert (problem.table, problem.value) == (FILE, "phases")


def test_the_column_by_which_a_release_knows_the_rows_stays():
    phases = shipped().descriptor.table("phases")
    unknown = replace(phases, columns=phases.columns[1:], keys=(("label",),))
    tables = tuple(unknown if table == phases else table for table in shipped().descriptor.tables)
    texts = {**shipped_texts(), "phases": shipped_texts()["phases"].drop(columns="phase_id")}
    (problem,) = lost_rows(replace(shipped().descriptor, tables=tables), texts)
    assert (problem.table, problem.column) == ("phases", "phase_id")
