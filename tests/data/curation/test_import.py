"""A file comes into a table whole or not at all: new rows in their order, known ones put right with a reason."""

import csv

import pytest

from data.package.package import load_package
from tests.edited_tables import untouched_claim
from tests.factory import shipped

pytestmark = pytest.mark.slow
EVENTS = shipped()["events"]
NEW = "2026-12-01-an-event-of-a-test"


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture
def rows(desk):
    """Two rows for the table of events: one new, one that is there with another title."""
    first, last = desk.rows("events")[0], desk.rows("events")[-1]
    day = {"date": NEW[:10], "end_date": "", "announced_on": "", "announced_by": ""}
    return [{**last, **day, "event_id": NEW, "title": "An event of a test"}, {**first, "title": "A title put right"}]


def test_without_write_it_says_what_it_would_do_and_does_nothing(desk, rows, tmp_path):
    before = desk.bytes()
    result = desk.run("import", str(write(tmp_path / "events.csv", rows)), "--why", "Read again")
    assert (result.exit_code, desk.bytes()) == (0, before), result.output
    assert "1 new, 1 changed, 0 as they are." in result.output
    assert "Nothing is written." in result.output


def test_new_rows_stand_in_their_order_and_known_ones_are_put_right_with_the_reason(desk, rows, tmp_path):
    given = write(tmp_path / "rows.csv", rows)
    result = desk.run("import", str(given), "--table", "events", "--why", "Read again", "--write")
    assert result.exit_code == 0, result.output
    events = load_package(desk.folder)["events"]
    assert list(events.event_id) == sorted([*EVENTS.event_id, NEW])
    assert events.title[events.event_id == EVENTS.event_id.iloc[0]].item() == "A title put right"
    assert [(row["column"], row["why"]) for row in desk.rows("corrections")][-1] == ("title", "Read again")
    again = desk.run("import", str(given), "--table", "events", "--write")
    assert "0 new, 0 changed, 2 as they are." in again.output


def test_a_claim_whose_value_was_put_right_before_is_still_a_published_row(desk, tmp_path):
    claim = untouched_claim()
    row_id = " · ".join((claim.event_id, claim.field, claim.value, claim.claimant))
    assert desk.run("correct", "claims", row_id, "value", "another value", "--why", "Read again").exit_code == 0
    now = {"event_id": claim.event_id, "field": claim.field, "value": "another value", "claimant": claim.claimant}
    given = write(tmp_path / "claims.csv", [{**now, "source_id": EVENTS.source_ids.iloc[0][0]}])
    refused = desk.run("import", str(given), "--write")
    assert "has been published and would be put right" in refused.output
    assert desk.run("import", str(given), "--write", "--why", "Its own").exit_code == 0
    assert [(row["column"], row["why"]) for row in desk.rows("corrections")][-1] == ("source_id", "Its own")


def test_what_a_second_reader_checked_is_written_down_by_a_file(desk, tmp_path):
    unchecked = [row["event_id"] for row in desk.rows("events") if not row["checked_on"]][:2]
    checked = {"checked_on": "2026-12-02", "checked_by": "second_reader"}
    given = write(tmp_path / "checked.csv", [{"event_id": event_id, **checked} for event_id in unchecked])
    words = ("--table", "events", "--why", "Checked against its sources", "--write")
    result = desk.run("import", str(given), *words)
    assert result.exit_code == 0, result.output
    now = {row["event_id"]: row for row in desk.rows("events")}
    assert [{name: now[event_id][name] for name in checked} for event_id in unchecked] == [checked] * 2


def test_columns_that_the_file_lacks_are_left_and_headings_are_read_as_the_mapping_says(desk, tmp_path):
    first = desk.rows("events")[0]
    given = write(tmp_path / "events.csv", [{"Kennung": first["event_id"], "Titel": "A title put right"}])
    mapping = [
        {"table": "events", "column": "event_id", "heading": "Kennung", "value": ""},
        {"table": "events", "column": "title", "heading": "Titel", "value": ""},
        {"table": "events", "column": "note", "heading": "", "value": "From a file."},
    ]
    words = ("--mapping", str(write(tmp_path / "mapping.csv", mapping)), "--why", "Read again", "--write")
    assert desk.run("import", str(given), *words).exit_code == 0
    assert desk.rows("events")[0] == {**first, "title": "A title put right", "note": "From a file."}


def test_a_broken_last_row_leaves_every_table_as_it_was_and_the_rejects_say_why_by_line(desk, rows, tmp_path):
    before = desk.bytes()
    given = write(tmp_path / "events.csv", [*rows, {**rows[0], "event_id": f"{NEW}-b", "date": "soon", "lat": "9e"}])
    result = desk.run("import", str(given), "--why", "Read again", "--write")
    assert (result.exit_code, desk.bytes()) == (1, before)
    rejects = list(csv.DictReader((tmp_path / "events.rejects.csv").read_text(encoding="utf-8").splitlines()))
    assert {(row["line"], row["column"], row["value"]) for row in rejects} >= {
        ("4", "date", "soon"),
        ("4", "lat", "9e"),
    }
    assert all(row["why"] for row in rejects)


@pytest.mark.parametrize(
    ("change", "words", "sentence"),
    [
        (lambda rows: rows, (), "has been published and would be put right"),
        (lambda rows: [*rows, rows[0]], ("--why", "x"), f'row 4: the row "{NEW}" stands there twice'),
        (lambda rows: [{"title": "x"}], ("--why", "x"), "lacks the column event_id"),
        (lambda rows: [{**rows[0], "titel": "x"}], ("--why", "x"), 'the heading "titel" is no column'),
        (lambda rows: rows, ("--why", "x", "--table", "evnts"), 'did you mean "events"?'),
    ],
)
def test_what_does_not_fit_is_refused_in_one_sentence(desk, rows, tmp_path, change, words, sentence):
    before = desk.bytes()
    result = desk.run("import", str(write(tmp_path / "events.csv", change(rows))), *words, "--write")
    assert (result.exit_code, desk.bytes()) == (1, before)
    assert sentence in result.output
