"""Values are put right and rows moved with a reason, all or nothing, and what was there before is still there."""

from pathlib import Path

import pytest

from data.curation.corrections import correct
from data.curation.working_tables import BEFORE, RefusedError, read_working, write_working
from data.package.package import load_package
from tests.edited_tables import untouched_claim
from tests.factory import shipped

pytestmark = pytest.mark.slow
CLAIM = untouched_claim()
EVENT_ID = CLAIM.event_id
CLAIM_ID = " · ".join((CLAIM.event_id, CLAIM.field, CLAIM.value, CLAIM.claimant))
SOURCE_ID = shipped()["events"].source_ids.iloc[0][0]
MOVED = f"2026-03-30-{EVENT_ID[11:]}"
WHY = "Read again in the source"


def only(rows, **values):
    found = [row for row in rows if all(row[name] == value for name, value in values.items())]
    assert len(found) == 1, found
    return found[0]


def test_a_value_is_put_right_with_its_reason_and_source_and_nothing_else_changes(desk):
    before = desk.bytes()
    result = desk.run("correct", "events", EVENT_ID, "note", "Put right.", "--why", WHY, "--source", SOURCE_ID)
    assert result.exit_code == 0, result.output
    assert 'is now "Put right."' in result.output
    assert only(desk.rows("events"), event_id=EVENT_ID)["note"] == "Put right."
    reason = only(desk.rows("corrections"), table="events", row=EVENT_ID, column="note")
    assert (reason["why"], reason["source_id"]) == (WHY, SOURCE_ID)
    after = desk.bytes()
    assert {name for name in before if before[name] != after[name]} == {"events.csv", "corrections.csv"}
    changed = zip(before["events.csv"].splitlines(), after["events.csv"].splitlines(), strict=True)
    assert sum(one != other for one, other in changed) == 1
    copies = desk.folder.with_name(BEFORE)
    assert {path.name: path.read_bytes() for path in copies.iterdir()} == {
        name: before[name] for name in ("events.csv", "corrections.csv")
    }


def test_a_reason_of_the_same_day_for_the_same_value_is_replaced(desk):
    for why in ("First", "Second"):
        assert desk.run("correct", "events", EVENT_ID, "note", why, "--why", why).exit_code == 0
    assert only(desk.rows("corrections"), row=EVENT_ID, column="note")["why"] == "Second"


def test_a_reason_can_be_written_down_for_a_value_that_stands_already(desk):
    text = only(desk.rows("events"), event_id=EVENT_ID)["title"]
    assert desk.run("correct", "events", EVENT_ID, "title", text, "--why", WHY).exit_code == 0
    assert only(desk.rows("corrections"), row=EVENT_ID, column="title")["why"] == WHY


def test_another_value_of_a_claim_whose_own_value_was_put_right_before_gets_its_reason_too(desk):
    now = " · ".join((CLAIM.event_id, CLAIM.field, "another value", CLAIM.claimant))
    assert desk.run("correct", "claims", CLAIM_ID, "value", "another value", "--why", WHY).exit_code == 0
    assert desk.run("correct", "claims", now, "source_id", SOURCE_ID, "--why", "Its own").exit_code == 0
    assert only(desk.rows("corrections"), row=now, column="source_id")["why"] == "Its own"
    assert "No release can be made" not in desk.run("diff").output


def test_a_value_of_a_key_is_put_right_and_its_older_reasons_go_with_it(desk):
    assert desk.run("correct", "claims", CLAIM_ID, "source_id", SOURCE_ID, "--why", "Its own").exit_code == 0
    assert desk.run("correct", "claims", CLAIM_ID, "value", "another value", "--why", WHY).exit_code == 0
    new_id = CLAIM_ID.replace(CLAIM.value, "another value")
    reasons = [(row["row"], row["column"]) for row in desk.rows("corrections")][-2:]
    assert reasons == [(new_id, "source_id"), (new_id, "value")]
    assert "without a reason" not in desk.run("diff").output


def test_an_event_that_moves_gets_its_new_day_and_every_table_names_it_by_its_new_id(desk):
    assert desk.run("correct", "claims", CLAIM_ID, "source_id", SOURCE_ID, "--why", "Its own").exit_code == 0
    result = desk.run("move", EVENT_ID, MOVED, "--why", "The day was wrong")
    assert result.exit_code == 0, result.output
    package = load_package(desk.folder)
    assert not [name for name, content in desk.bytes().items() if EVENT_ID.encode() in content and name not in LEADING]
    former = package["former_ids"].iloc[-1]
    assert (former.table, former.former_id, former.id, former.why) == ("events", EVENT_ID, MOVED, "The day was wrong")
    assert str(package["events"].set_index("event_id").date[MOVED].date()) == MOVED[:10]
    reasons = {(row["table"], row["column"]): row["row"] for row in desk.rows("corrections") if MOVED in row["row"]}
    assert reasons["events", "date"] == MOVED
    assert reasons["claims", "source_id"].startswith(MOVED)
    assert "without a reason" not in desk.run("diff").output
    assert f"moved `{EVENT_ID}` to `{MOVED}`: The day was wrong" in desk.run("diff").output


# The table of former ids keeps one, and what explains it.
LEADING = ("former_ids.csv",)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("correct", "evnts", EVENT_ID, "note", "x", "--why", WHY),
            'there is no table "evnts"; did you mean "events"?',
        ),
        (("correct", "events", EVENT_ID, "nota", "x", "--why", WHY), 'no column "nota"; did you mean "note"?'),
        (("correct", "events", EVENT_ID + "x", "note", "x", "--why", WHY), f'did you mean "{EVENT_ID}"?'),
        (("correct", "events", EVENT_ID, "event_id", MOVED, "--why", WHY), f"python -m data move {EVENT_ID} NEW"),
        (("correct", "events", EVENT_ID, "note", "x", "--why", " "), "a correction needs a reason"),
        (("correct", "events", EVENT_ID, "date", "yesterday", "--why", WHY), "must be a date written YYYY-MM-DD"),
        (("correct", "events", EVENT_ID, "note", "x", "--why", WHY, "--source", "nowhere"), "of table sources"),
        (("correct", "events", EVENT_ID, "note", "x" * 5000, "--why", WHY), "has 5000 characters"),
        (("move", "nobody-at-all", "somebody", "--why", WHY), 'has the id "nobody-at-all"'),
        (("move", EVENT_ID, shipped()["events"].event_id.iloc[1], "--why", WHY), "is the id of another row"),
        (("move", EVENT_ID, "No id", "--why", WHY), "must match the pattern"),
        (("move", EVENT_ID, EVENT_ID, "--why", WHY), "is the id of another row"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence_and_every_file_is_as_it_was(desk, words, sentence):
    before = desk.bytes()
    result = desk.run(*words)
    assert result.exit_code == 1
    assert sentence in result.output
    assert "Nothing is written" in result.output
    assert desk.bytes() == before
    assert not desk.folder.with_name(BEFORE).exists()


def test_a_file_that_somebody_wrote_meanwhile_is_not_overwritten(desk):
    tables = read_working(desk.folder)
    correct(tables, "events", EVENT_ID, "note", "Ours.", (WHY, ""))
    path = desk.folder / "events.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n", 1))
    with pytest.raises(RefusedError, match=r"events.csv was written by someone else meanwhile"):
        write_working(tables)
    assert b"Ours." not in path.read_bytes()


@pytest.mark.parametrize(
    ("broken_off", "raised"),
    [(OSError("no space left on device"), RefusedError), (KeyboardInterrupt(), KeyboardInterrupt)],
)
def test_when_one_file_cannot_be_written_those_before_it_are_put_back(desk, monkeypatch, broken_off, raised):
    tables, before = read_working(desk.folder), desk.bytes()
    names = sorted(path.name for path in desk.folder.iterdir())
    correct(tables, "events", EVENT_ID, "note", "Ours.", (WHY, ""))
    real, replaced = Path.replace, []

    def failing(path, target):
        replaced.append(target.name)
        if path.name.startswith(".corrections.csv"):
            raise broken_off
        return real(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(raised):
        write_working(tables)
    assert replaced[:2] == ["events.csv", "corrections.csv"]
    assert desk.bytes() == before
    assert sorted(path.name for path in desk.folder.iterdir()) == names
