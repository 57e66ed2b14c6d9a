"""A correction carries its reason and source: in what differs, in the record, and only where it was made."""

import pandas as pd
import pytest

from data.package.package import load_package
from data.package.problems import BrokenPackageError
from data.records.record import line_text
from data.records.record_of import record_of
from data.selection.record_kinds import EVENT, SOURCE
from data.text.formats import day_name
from data.versions.changes import changes
from tests.edited_tables import WHY, copy_tables, edit, explain, move, untouched_claim
from tests.factory import DAY, shipped

CLAIM = untouched_claim()
EVENT_ID, A_SOURCE = CLAIM.event_id, shipped()["sources"].source_id.iloc[-1]
CLAIM_ID = " · ".join((CLAIM.event_id, CLAIM.field, CLAIM.value, CLAIM.claimant))
NEW_ID = f"{EVENT_ID[:10]}-another-name"


def put_right(folder, table, key, row_id, **values):
    edit(folder, table, lambda rows: next(row for row in rows if row[key] == row_id).update(values))


@pytest.fixture
def corrected(tmp_path):
    """Tables with the note of an event and the source of one of its claims put right, both with a reason."""
    folder = copy_tables(tmp_path / "tables")
    put_right(folder, "events", "event_id", EVENT_ID, note="Put right.")
    put_right(folder, "claims", "event_id", EVENT_ID, source_id=A_SOURCE)
    explain(folder, "events", EVENT_ID, "note", "An earlier reason", "2026-11-24")
    explain(folder, "events", EVENT_ID, "note")
    explain(folder, "claims", CLAIM_ID, "source_id", "Its own source")
    edit(folder, "corrections", lambda rows: rows[-1].update(source_id=A_SOURCE))
    return folder


def reasons_of(found):
    return {(row.table, row.column): (row.why, row.source_id) for row in found.itertuples()}


BOTH = {("events", "note"): (WHY, ""), ("claims", "source_id"): ("Its own source", A_SOURCE)}


def test_what_differs_has_the_newest_reason_and_its_source_and_reasons_are_no_change_themselves(corrected):
    assert reasons_of(changes(shipped().descriptor.folder, corrected)) == BOTH


def test_a_reason_goes_with_its_row_when_the_row_moves(corrected):
    move(corrected, "events", EVENT_ID, NEW_ID)
    found = changes(shipped().descriptor.folder, corrected)
    reasons = reasons_of(found[found.change == "changed"])
    assert reasons == BOTH


def test_a_reason_that_the_older_tables_have_already_is_none_for_what_changed_since(corrected, tmp_path):
    newer = copy_tables(tmp_path / "newer")
    for path in corrected.iterdir():
        (newer / path.name).write_bytes(path.read_bytes())
    put_right(newer, "events", "event_id", EVENT_ID, note="Put right once more.")
    assert reasons_of(changes(corrected, newer)) == {("events", "note"): ("", "")}
    move(newer, "events", EVENT_ID, NEW_ID)
    found = changes(corrected, newer)
    assert reasons_of(found[found.change == "changed"]) == {("events", "note"): ("", "")}


def test_a_record_says_what_was_put_right_in_it_and_in_its_claims_when_why_and_from_which_source(corrected):
    package = load_package(corrected)
    record = record_of(package, EVENT, EVENT_ID, DAY)
    part = next(part for part in record.parts if part.name == "corrections")
    day, publisher = day_name(pd.Timestamp("2026-12-02")), SOURCE.row(package, A_SOURCE).publisher
    fields = package.column("events", "note").title, package.column("claims", "source_id").title
    claims = package.descriptor.table("claims").title
    assert [line_text(line) for line in part.items] == [
        f"Corrected on {day}: {WHY.rstrip('.')} ({fields[0]}).",
        f"Corrected on {day}: Its own source ({claims}: {fields[1]}). Source: {publisher}.",
        f"Corrected on {day_name(pd.Timestamp('2026-11-24'))}: An earlier reason ({fields[0]}).",
    ]
    assert (SOURCE, A_SOURCE) in set(record.linked)
    corrected_rows = " ".join(package["corrections"].row)
    other = next(one for one in package["events"].event_id if one not in corrected_rows)
    assert "corrections" not in {part.name for part in record_of(package, EVENT, other, DAY).parts}


def test_a_record_that_moved_says_why(tmp_path):
    folder = copy_tables(tmp_path / "tables")
    move(folder, "events", EVENT_ID, NEW_ID)
    record = record_of(load_package(folder), EVENT, NEW_ID, DAY)
    part = next(part for part in record.parts if part.name == "corrections")
    assert [line_text(line) for line in part.items] == [
        f"Corrected on {day_name(pd.Timestamp('2026-11-30'))}: Its day was put right (Event)."
    ]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"table": "evnts"}, r'column table, value "evnts": must be a table of the package.*did you mean "events"'),
        ({"column": "nota"}, r'column column, value "nota": must be a column of that table.*did you mean "note"'),
        ({"row": EVENT_ID + "x"}, rf'must be a row of table events.*did you mean "{EVENT_ID}"'),
        ({"why": ""}, "column why: must not be empty"),
        ({"source_id": "nowhere-at-all"}, "must stand in column source_id of table sources"),
        ({"day": "yesterday"}, "must be a date"),
    ],
)
def test_a_reason_for_what_is_not_there_is_named(tmp_path, wrong, sentence):
    folder = copy_tables(tmp_path / "tables")
    explain(folder, "events", EVENT_ID, "note")
    edit(folder, "corrections", lambda rows: rows[0].update(wrong))
    with pytest.raises(BrokenPackageError, match=sentence):
        load_package(folder)


def test_a_reason_that_has_the_former_id_of_its_row_is_shown_the_new_one(tmp_path):
    folder = copy_tables(tmp_path / "tables")
    move(folder, "events", EVENT_ID, NEW_ID)
    explain(folder, "events", EVENT_ID, "note")
    with pytest.raises(BrokenPackageError, match=f'did you mean "{NEW_ID}"'):
        load_package(folder)
