"""A row that moved to another id is the same row: told as moved, counted as there, and known again in feeds."""

import csv
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pandas as pd
import pytest

from data.curation.freeze import freeze
from data.map.layers import read_layers
from data.package.package import load_package
from data.package.release_files import files_of, known_releases
from data.publish.feed import correction_entries, event_entries
from data.records.changes import changes_in_view, changes_text, records_of_changes
from data.selection.filters import Filters
from data.selection.record_kinds import EVENT, KINDS
from data.versions.changes import MOVED, Step, changes, corrections, rows_of
from data.versions.release import open_release
from tests.edited_tables import copy_tables, edit, move
from tests.factory import shipped
from tests.moved_records import IDS, RELEASE, move_all, moved_tables

pytestmark = pytest.mark.slow
FIRST, LAST = IDS["event"][0], IDS["event"][-1]
A_SOURCE = shipped()["sources"].source_id.iloc[-1]
NEWEST = known_releases()[-1].version
NEXT, LATER = "2099-01-01", datetime(2099, 1, 1, tzinfo=UTC)


def link_of(parameter: str, row_id: str) -> str:
    return f"https://example.org/{parameter}/{row_id}"


def step(old, new, moment=LATER):
    return Step(moment, old, new, changes(old.descriptor.folder, new.descriptor.folder))


def new_in(found: pd.DataFrame) -> pd.DataFrame:
    """The changes since the newest release but for those of the tables that ship, which are in no release yet."""
    before = changes(files_of(known_releases()[-1]), shipped().descriptor.folder)
    known = set(before[["table", "row_id", "column"]].itertuples(index=False, name=None))
    rows = found[["table", "row_id", "column"]].itertuples(index=False, name=None)
    return found[pd.Series([row not in known for row in rows], index=found.index, dtype="bool")]


@pytest.fixture(scope="module")
def version():
    return moved_tables().version()


def test_each_row_that_moved_is_told_once_and_nothing_else_is(version):
    found = new_in(version.version_state.unreleased)
    assert set(found.change) == {MOVED}
    moves = {row.table: (row.column, row.before, row.after, row.row_id) for row in found.itertuples()}
    assert len(found) == len(rows_of(found)) == len(moves) == len(KINDS)
    for kind in KINDS.values():
        first, *_, last = IDS[kind.parameter]
        assert moves[kind.table] == (kind.id_column, first, last, last)
    assert version.release == ""


def test_readers_see_the_name_both_ids_and_the_way_to_the_record(version):
    found = version.version_state.unreleased
    row = changes_text(shipped(), version.package, found).loc[found.index[found.table == "events"][0]]
    event = EVENT.row(version.package, LAST)
    assert list(row) == ["Events", event.title, "New id", "Event", FIRST, LAST, "Its day was put right."]
    assert ("event", LAST) in records_of_changes(version.package, found)


def test_what_else_is_put_right_in_a_row_that_moved_or_rests_on_it_is_told_by_its_new_id(tmp_path):
    folder = copy_tables(tmp_path / "tables")
    edit(folder, "events", lambda rows: next(row for row in rows if row["event_id"] == FIRST).update(title="Put right"))
    edit(
        folder, "claims", lambda rows: next(row for row in rows if row["event_id"] == FIRST).update(source_id=A_SOURCE)
    )
    move_all(folder)
    found = changes(shipped().descriptor.folder, folder)
    changed = found[found.change == "changed"]
    assert [(row.table, row.column) for row in changed.itertuples()] == [("events", "title"), ("claims", "source_id")]
    assert all(row_id.startswith(LAST) for row_id in changed.row_id)
    old, new = shipped(), load_package(folder)
    before_in_view = Filters(days=Filters.from_query({"days": [FIRST[:10]]}, old)[0].days)
    assert {"events", "claims"} <= set(changes_in_view(found, before_in_view, old, new).table)


def test_a_row_that_left_the_view_when_its_day_was_put_right_is_among_the_changes_of_the_view(tmp_path):
    folder = copy_tables(tmp_path / "tables")
    moved_to = "2026-03-30-another-day"
    move(folder, "events", FIRST, moved_to)
    row = lambda rows: next(row for row in rows if row["event_id"] == moved_to)  # noqa: E731
    edit(folder, "events", lambda rows: row(rows).update(date="2026-03-30", end_date=""))
    edit(
        folder,
        "claims",
        lambda rows: next(row for row in rows if row["event_id"] == moved_to).update(source_id=A_SOURCE),
    )
    found, old, new = changes(shipped().descriptor.folder, folder), shipped(), load_package(folder)
    for day in (FIRST[:10], "2026-03-30"):
        chosen = changes_in_view(found, Filters.from_query({"days": [day]}, old)[0], old, new)
        assert {"events", "claims"} <= set(chosen.table), day


def test_of_two_rows_that_became_one_the_one_that_was_taken_out_is_told_with_its_reason(tmp_path):
    folder = copy_tables(tmp_path / "tables")
    gone, other = (shipped()["ships"].ship_id.iloc[place] for place in (0, 1))
    edit(folder, "ships", lambda rows: rows.remove(next(row for row in rows if row["ship_id"] == gone)))
    former = {"table": "ships", "former_id": gone, "id": other, "since": "2026-12-01", "why": "It is one ship."}
    edit(folder, "former_ids", lambda rows: rows.append(former))
    found = changes(shipped().descriptor.folder, folder)
    assert list(found[["table", "row_id", "change"]].itertuples(index=False, name=None)) == [("ships", gone, "removed")]
    assert found.why.tolist() == ["It is one ship."]


def test_no_release_loses_a_row_that_moved_and_its_notes_say_why(tmp_path):
    home = tmp_path / "data"
    shutil.copytree(moved_tables().folder.parent, home)
    made = freeze(NEXT, home / "tables", home / "releases")
    log = (home / "releases" / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"- `events`: moved `{FIRST}` to `{LAST}`: Its day was put right.\n" in log
    assert "former_ids" not in log.partition(f"## {NEWEST}")[0]
    with (home / "releases" / "corrections.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["release"] == NEXT]
    assert len(rows) == len(corrections(made.changes))
    moved = new_in(corrections(made.changes))
    assert set(moved.change) == {MOVED}
    assert len(moved) == len(KINDS)
    assert load_package(home / "tables")["former_ids"].former_id.tolist()


def test_a_row_that_went_is_lost_although_others_moved(tmp_path):
    home = tmp_path / "data"
    shutil.copytree(moved_tables().folder.parent, home)
    edit(home / "tables", "former_ids", lambda rows: [rows.remove(row) for row in rows[:] if row["table"] == "ships"])
    with pytest.raises(Exception, match=f'the row "{IDS["ship"][0]}" of release {NEWEST} is gone'):
        load_package(home / "tables")


def test_an_entry_of_a_feed_is_known_again_after_its_event_moved_and_moved_again(tmp_path):
    folder = copy_tables(tmp_path / "once")
    once = f"{FIRST[:10]}-moved-once"
    move(folder, "events", FIRST, once)
    between, last = load_package(folder), moved_tables().version().package
    steps = [step(shipped(), between), step(between, last, LATER + timedelta(days=1))]
    events = last["events"]
    entry = event_entries(last, events, steps, link_of)[0]
    assert (entry.name, entry.updated) == (FIRST, LATER + timedelta(days=1))
    assert entry.link.endswith(LAST)
    unmoved = event_entries(shipped(), shipped()["events"], [], link_of)
    names = {entry.name for entry in event_entries(last, events, steps, link_of)}
    assert {entry.name for entry in unmoved} - names == {unmoved[-1].name}


def test_a_correction_is_known_again_when_its_row_moves_before_the_release(tmp_path):
    folder = copy_tables(tmp_path / "tables")
    edit(folder, "events", lambda rows: next(row for row in rows if row["event_id"] == FIRST).update(title="Put right"))
    edit(
        folder, "claims", lambda rows: next(row for row in rows if row["event_id"] == FIRST).update(source_id=A_SOURCE)
    )
    before = correction_entries([step(shipped(), load_package(folder))], link_of)
    move(folder, "events", FIRST, f"{FIRST[:10]}-moved-once")
    after = correction_entries([step(shipped(), load_package(folder))], link_of)
    assert [entry.name for entry in before] == [entry.name for entry in after]
    assert after[0].title == "Corrected: Put right"
    assert "-moved-once” is now" not in after[0].summary
    assert f"Event: “{FIRST}” is now “{FIRST[:10]}-moved-once”" in after[0].summary


def test_a_release_has_the_screens_tables_of_today_with_its_own_ids(tmp_path):
    folder = copy_tables(tmp_path / "tables")
    whole = next(whole for whole in shipped()["map_layers"].whole if whole)
    move(folder, "events", whole, f"{whole[:10]}-moved-whole")
    release = next(release for release in known_releases() if release.version == RELEASE)
    today = load_package(folder)
    opened = open_release(release, today, files_of(release))
    assert f"{whole[:10]}-moved-whole" in set(today["map_layers"].whole)
    assert opened["map_layers"].equals(open_release(release, shipped())["map_layers"])
    assert read_layers("", opened) == read_layers("", shipped())


def test_the_tables_as_they_stand_give_a_release_back_row_by_row():
    opened, unmoved = moved_tables().version(RELEASE), open_release(known_releases()[0], shipped())
    assert opened.opened == replace(known_releases()[0], path=opened.opened.path)
    assert all(opened.package[kind.table].equals(unmoved[kind.table]) for kind in KINDS.values())
