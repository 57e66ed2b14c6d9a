"""What the tables have beyond the newest release is never passed off as released."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pandas as pd

from data.package.descriptor import FILE
from data.package.package import load_package
from data.package.problems import Problem
from data.package.release_files import known_releases
from data.versions.data_version import DataVersion, VersionState, version_state
from tests.edited_tables import copy_tables, declare, edit
from tests.factory import shipped


def test_a_column_that_no_release_has_yet_is_not_passed_off_as_released(tmp_path):
    folder = copy_tables(tmp_path)
    declare(folder, "events", {"name": "mood", "type": "string", "title": "Mood", "description": "A column of a test."})
    edit(folder, "events", lambda rows: [row.update(mood="calm") for row in rows])
    newest = load_package(folder)
    state = version_state(newest)
    assert {*state.columns} - {*version_state(shipped()).columns} == {("events", "mood")}
    assert state.release == ""
    assert " column" in DataVersion(newest, newest, state).say().rpartition(" and ")[2]


def test_a_release_that_cannot_be_checked_is_not_said_to_be_missing():
    state = VersionState((), version_state(shipped()).unreleased, (Problem("SHA256SUMS", "cannot be read"),))
    assert DataVersion(shipped(), shipped(), state).say().endswith(", which cannot be checked")


def test_what_is_no_table_is_named_as_a_file():
    found = [str(Problem(name, "cannot be read")) for name in ("events", "2026-11-24.zip", "SHA256SUMS")]
    assert found == [
        "table events: cannot be read",
        "file 2026-11-24.zip: cannot be read",
        "file SHA256SUMS: cannot be read",
    ]


def test_a_value_that_counts_as_something_else_is_not_passed_off_as_released(tmp_path):
    folder = copy_tables(tmp_path)
    about = json.loads((folder / FILE).read_bytes())
    people = next(resource for resource in about["resources"] if resource["name"] == "detainees")
    category = next(field for field in people["schema"]["fields"] if field["name"] == "category")
    category["categories"][0].pop("tally")
    (folder / FILE).write_text(json.dumps(about), encoding="utf-8")
    columns = {*version_state(load_package(folder)).columns} - {*version_state(shipped()).columns}
    assert columns == {("detainees", "category")}


def test_what_ages_is_read_on_the_day_in_universal_time_and_in_a_release_on_its_own(monkeypatch):
    state = version_state(shipped())
    late = datetime(2027, 1, 11, 0, 30, tzinfo=timezone(timedelta(hours=2))).astimezone(UTC)
    monkeypatch.setattr("data.text.days._now", lambda: late)
    release = known_releases()[0]
    assert DataVersion(shipped(), shipped(), state).reading_day == pd.Timestamp("2027-01-10")
    assert DataVersion(shipped(), shipped(), state, "2026-11-26", release).reading_day == pd.Timestamp(release.version)
