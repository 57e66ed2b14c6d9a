"""Each problem says what to do: its sentence gives the value, the other cell, the limit, the other row or the way."""

import json
from pathlib import Path
from typing import Any

import pytest

from data.curation.validate import declared_problems
from data.package.descriptor import read_descriptor
from data.package.package import load_package
from data.package.problems import BrokenPackageError, Problem, in_lines
from data.package.rules.registry import RULES
from tests.edited_tables import Rows, copy_tables, edit
from tests.factory import shipped

pytestmark = pytest.mark.slow
LONG = "x" * 97
# Of each case the table, the cells by which its row is found (the first that has them), the cells to change in it, and
# the sentences.
CASES: dict[str, dict[str, Any]] = {
    case.pop("case"): case for case in json.loads((Path(__file__).with_name("wrong_cells.json")).read_bytes())
}
FILES: dict[str, tuple[str, str, str, str]] = {
    "semicolons": ("sides.csv", ",", ";", "commas between them and have semicolons: in the spreadsheet save it as CSV"),
    "a spreadsheet's own line": ("sides.csv", "side,", "sep=,\nside,", "own line stands above the header"),
    "a row of commas": ("phases.csv", "\nbuild-up", "\n,,,,\nbuild-up", "row 3: the row is empty: take it out"),
    "a renamed column": ("phases.csv", "phase_id", "Phase ID", 'column 1 is called "Phase ID": rename that'),
    "a column too many": (
        "phases.csv",
        ",description\n",
        ",description,mood\n",
        "declare it in datapackage.json, or take",
    ),
    "columns without a name": ("phases.csv", "\n", ",,\n", "columns 6 to 7 have no name in the header: delete"),
    "curly quotation marks": ("phases.csv", '"Terrorist', "“Terrorist", 'put straight quotation marks " around a cell'),
}


def problems_of(folder: Path) -> tuple[Problem, ...]:
    """The problems that the app's own load finds."""
    try:
        load_package(folder)
    except BrokenPackageError as broken:
        return broken.problems
    return ()


def broken_as(folder: Path, case: dict[str, Any]) -> Path:
    """A copy of the tables, or the one in the folder, with the cells of the case."""
    where, texts = case["where"], case["cells"]
    edit(folder, case["table"], lambda rows: next(r for r in rows if where.items() <= r.items()).update(texts))
    return folder


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_wrong_cell_is_told_with_what_to_do(tmp_path, case):
    found = problems_of(broken_as(copy_tables(tmp_path / "data"), case))
    assert list(map(str, found)) == case["sentences"]


def test_all_wrong_cells_at_once_are_told_alike_by_both(tmp_path):
    folder = copy_tables(tmp_path / "data")
    for name in ("too long", "unknown type", "lost zero", "out of bounds", "day first", "six digits"):
        broken_as(folder, CASES[name])
    declared = declared_problems(read_descriptor(folder))
    assert len(declared) == 6
    assert set(map(str, declared)) <= set(map(str, problems_of(folder)))


def test_every_sentence_names_what_to_do():
    names = {column.name for table in read_descriptor().tables for column in table.columns}
    for case in CASES.values():
        for sentence in case["sentences"]:
            _, _, requested = sentence.partition(": ")
            says_a_cell = any(name in requested for name in names)
            assert (
                says_a_cell or '"' in requested or any(letter.isdigit() for letter in requested) or "empty" in requested
            )


@pytest.mark.parametrize("case", FILES.values(), ids=FILES.keys())
def test_a_file_as_spreadsheets_leave_it_is_told_with_the_way_to_mend_it(tmp_path, case):
    file, old, new, words = case
    folder = copy_tables(tmp_path / "data")
    text = (folder / file).read_text(encoding="utf-8")
    (folder / file).write_text(text.replace(old, new, -1 if old in ",\n" else 1), encoding="utf-8")
    (problem,) = problems_of(folder)
    assert words in str(problem)


def test_a_byte_order_mark_and_line_ends_of_windows_are_no_problem(tmp_path):
    folder = copy_tables(tmp_path / "data")
    text = (folder / "phases.csv").read_text(encoding="utf-8").replace("\n", "\r\n")
    (folder / "phases.csv").write_bytes(("\ufeff" + text).encode())
    assert problems_of(folder) == declared_problems(read_descriptor(folder)) == ()


def test_a_file_of_nearly_the_name_is_named(tmp_path):
    folder = copy_tables(tmp_path / "data")
    (folder / "phases.csv").rename(folder / "Phase.csv")
    assert 'is it the file "Phase.csv"? Then rename it' in str(problems_of(folder)[0])


def test_a_duplicate_names_both_rows(tmp_path):
    folder = copy_tables(tmp_path / "data")
    edit(folder, "claims", lambda rows: rows.append(dict(rows[3])))
    (problem,) = problems_of(folder)
    assert problem.row is not None
    assert problem.row > 5
    assert problem.rule.endswith("must be different in every row: the same stands in row 5")


def test_a_word_taken_out_of_its_vocabulary_is_one_line_with_the_number_of_rows(tmp_path):
    folder = copy_tables(tmp_path / "data")
    edit(folder, "event_types", lambda rows: rows.remove(next(r for r in rows if r["event_type"] == "vessel_strike")))
    found = problems_of(folder)
    events = [problem for problem in found if problem.table == "events"]
    line = next(line for line in in_lines(found) if "table events" in line)
    assert line.startswith(f"{len(events)} rows of table events (rows {events[0].row}, ")
    assert 'value "vessel_strike": must stand in column event_type of table event_types' in line


def test_days_of_another_form_in_a_whole_column_are_one_line_with_the_right_form_of_the_first(tmp_path):
    folder = copy_tables(tmp_path / "data")

    def as_a_spreadsheet(rows: Rows) -> None:
        for row in rows:
            row["date"] = "/".join(reversed(row["date"].split("-")))

    edit(folder, "events", as_a_spreadsheet)
    lines = in_lines(problems_of(folder))
    assert len(lines) == 1
    assert '(row 2 "20/01/2025", row 3' in lines[0]
    assert lines[0].endswith("must be a date written YYYY-MM-DD; in row 2: write 2025-01-20")


def test_a_few_rows_with_one_wrong_value_keep_a_line_each():
    few = [Problem("events", "rule", row, "a", "x") for row in range(5)]
    assert len(in_lines(few)) == 5
    assert in_lines([*few, Problem("events", "rule", 9, "a", "x")]) == [
        '6 rows of table events (rows 0, 1, 2, 3, 4 …), column a, value "x": rule'
    ]


def test_a_broken_cell_keeps_no_other_rule_of_its_row_from_being_told(tmp_path):
    folder = copy_tables(tmp_path / "data")
    edit(
        folder,
        "events",
        lambda rows: rows[4].update(title=LONG, end_date="2025-01-21", killed_low="x", killed_high="1"),
    )
    assert [problem.column for problem in problems_of(folder)] == ["end_date", "killed_low", "title"]


def rules_of(folder: Path, column: str) -> list[str]:
    """The rules that the cells of the column break."""
    return [problem.rule for problem in problems_of(folder) if problem.column == column]


def test_all_that_is_wrong_with_one_cell_is_told_at_once(tmp_path):
    folder = copy_tables(tmp_path / "data")
    edit(folder, "events", lambda rows: rows[4].update(title="=" + "A\a" * 450))
    length, formula, unseen = sorted(rules_of(folder, "title"))
    assert "a spreadsheet would run it" in formula
    assert "has 901 characters and must have at most" in length
    assert "take out \\x07" in unseen


def test_a_day_out_of_bounds_is_still_set_beside_the_other_days_of_its_row(tmp_path):
    folder = copy_tables(tmp_path / "data")

    def released_long_before(rows: Rows) -> None:
        held = next(row for row in rows if row["detained_on"] and row["released_on"])
        held["released_on"] = "2020-01-01"

    edit(folder, "detainees", released_long_before)
    rules = rules_of(folder, "released_on")
    assert "must be at least 2025-01-20" in rules
    assert any(rule.startswith("must not be before detained_on") for rule in rules)


def test_every_rule_says_which_cells_it_reads_by_columns_that_are_declared():
    declared = {(table.name, column.name) for table in read_descriptor().tables for column in table.columns}
    frames = shipped().frames
    for _, rule in RULES:
        emptied = {name: frame.iloc[:0] if name in ("sources", "parties") else frame for name, frame in frames.items()}
        for problem in rule(emptied):
            for read in problem.reads:
                table, _, column = read.rpartition(".")
                assert (table or problem.table, column) in declared
