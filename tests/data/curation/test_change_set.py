"""A change set comes in whole: rows that moved are known again, columns it lacks are left, nothing goes unexplained."""

import csv

import pytest

from data.package.package import load_package
from tests.factory import shipped

pytestmark = pytest.mark.slow
EVENTS = shipped()["events"]
EVENT_ID, OTHER = shipped()["claims"].event_id.iloc[0], EVENTS.event_id.iloc[-1]
MOVED = f"{EVENT_ID[:10]}-under-another-name"
NEW = "2026-12-01-an-event-of-a-test"


@pytest.fixture
def change_set(tmp_path, desk):
    """A folder that corrects a title, moves and adds an event, without one column; as others might make it."""
    folder = tmp_path / "next"
    folder.mkdir()
    rows = [{**row, "event_id": MOVED} if row["event_id"] == EVENT_ID else row for row in desk.rows("events")]
    for row in rows:
        row["related"] = row["related"].replace(EVENT_ID, MOVED)
        row["part_of"] = row["part_of"].replace(EVENT_ID, MOVED)
        row.pop("note")
    rows.append({**rows[-1], "event_id": NEW, "date": NEW[:10], "end_date": "", "announced_on": "", "title": "A test"})
    next(row for row in rows if row["event_id"] == MOVED)["title"] = "A title put right"
    rows.sort(key=lambda row: row["event_id"])
    write(folder / "events.csv", rows)
    write(folder / "former_ids.csv", [{"was": EVENT_ID, "id": MOVED, "since": "2026-12-01", "why": "A better name"}])
    write(folder / "mapping.csv", MAPPING)
    write(folder / "changes.csv", [{"table": "events", "row": MOVED, "column": "title", "why": "As the source has it"}])
    return folder


MAPPING = [
    {"table": "former_ids", "column": "former_id", "heading": "was", "value": ""},
    {"table": "former_ids", "column": "table", "heading": "", "value": "events"},
]


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def read(path):
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def test_it_is_applied_with_its_reasons_and_what_it_lacks_is_left(desk, change_set):
    notes = {MOVED if row["event_id"] == EVENT_ID else row["event_id"]: row["note"] for row in desk.rows("events")}
    result = desk.run("apply", str(change_set))
    assert result.exit_code == 0, result.output
    for line in (
        f"added `{NEW}`",
        f"moved `{EVENT_ID}` to `{MOVED}`: A better name",
        "became “A title put right”: As the source has it",
    ):
        assert line in result.output
    package = load_package(desk.folder)
    assert package["events"].set_index("event_id").title[MOVED] == "A title put right"
    assert {row["event_id"]: row["note"] for row in desk.rows("events")} == {**notes, NEW: ""}
    assert MOVED in set(package["claims"].event_id)
    assert "without a reason" not in desk.run("diff").output


def test_applied_twice_it_changes_nothing_more(desk, change_set):
    assert desk.run("apply", str(change_set)).exit_code == 0
    after = desk.bytes()
    again = desk.run("apply", str(change_set))
    assert again.exit_code == 0, again.output
    assert "Nothing is written." in again.output
    assert desk.bytes() == after


def test_a_dry_run_shows_the_difference_and_writes_nothing(desk, change_set):
    before = desk.bytes()
    result = desk.run("apply", str(change_set), "--dry-run")
    assert (result.exit_code, "A title put right" in result.output) == (0, True)
    assert desk.bytes() == before


def without_reasons(folder):
    (folder / "changes.csv").unlink()


def without_a_row(folder):
    write(folder / "events.csv", [row for row in read(folder / "events.csv") if row["event_id"] != OTHER])


def with_a_broken_last_row(folder):
    rows = read(folder / "events.csv")
    write(folder / "events.csv", [*rows[:-1], {**rows[-1], "date": "soon"}])


def with_an_unknown_column(folder):
    write(folder / "events.csv", [{**row, "colour": "red"} for row in read(folder / "events.csv")])


def with_an_unknown_table(folder):
    write(folder / "colours.csv", [{"colour": "red"}])


def without_a_key(folder):
    write(folder / "events.csv", [{"date": row["date"]} for row in read(folder / "events.csv")])


def with_a_broken_mapping(folder):
    write(folder / "mapping.csv", [{**MAPPING[0], "value": "both"}])


def with_a_mapping_of_nothing(folder):
    write(folder / "mapping.csv", [*MAPPING, {**MAPPING[0], "column": "why", "heading": "because"}])


def with_reasons_without_their_column(folder):
    write(folder / "changes.csv", [{"table": "events", "row": MOVED, "column": "title"}])


def of_nothing(folder):
    for path in folder.iterdir():
        path.unlink()


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (without_reasons, f"1 correction without a reason (events, {MOVED}, title)"),
        (without_a_row, f"events.csv lacks 1 row of table events ({OTHER})"),
        (with_a_broken_last_row, 'column date, value "soon": must be a date'),
        (with_an_unknown_column, 'the heading "colour" is no column of table events'),
        (with_an_unknown_table, 'there is no table "colours"'),
        (without_a_key, "events.csv lacks the column event_id"),
        (with_a_broken_mapping, "mapping.csv, row 2: name table, column, and either heading or value"),
        (with_a_mapping_of_nothing, 'no heading "because"'),
        (with_reasons_without_their_column, "changes.csv must have the column why"),
        (of_nothing, "holds no table"),
    ],
)
def test_what_does_not_fit_is_refused_and_every_file_is_as_it_was(desk, change_set, spoil, sentence):
    spoil(change_set)
    before = desk.bytes()
    result = desk.run("apply", str(change_set))
    assert result.exit_code == 1
    assert sentence in result.output
    assert desk.bytes() == before


def test_one_reason_can_be_given_for_all(desk, change_set):
    without_reasons(change_set)
    assert desk.run("apply", str(change_set), "--why", "Read again").exit_code == 0
    assert desk.rows("corrections")[-1]["why"] == "Read again"
