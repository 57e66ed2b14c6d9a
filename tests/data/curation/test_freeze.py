"""A release is frozen once and for good: old links show old numbers, and every difference is told."""

import csv
import hashlib
import io
import shutil
import zipfile
from types import SimpleNamespace

import frictionless
import orjson
import pytest

from data.curation.file_writes import write_once
from data.curation.freeze import ReleaseError, freeze
from data.curation.key_numbers import key_numbers
from data.package.package import load_package
from data.package.problems import BrokenPackageError
from data.package.release_files import SUMS, files_of, known_releases
from data.versions.changes import changes, corrections, newer_columns, rows_of
from data.versions.release import open_release, release_on, release_problems
from tests.edited_tables import WHY, copy_tables, edit, explain, first_id, second_state
from tests.factory import shipped

pytestmark = pytest.mark.slow

FIRST, SECOND = "2026-11-24", "2026-11-25"


@pytest.fixture(scope="module")
def frozen(tmp_path_factory):
    """Tables that were frozen, edited and frozen again: their folder, the numbers of each state, both releases, and the
    package as it is today."""
    folder = copy_tables(tmp_path_factory.mktemp("frozen") / "tables")
    numbers = {FIRST: key_numbers(load_package(folder))}
    made = [freeze(FIRST, folder, folder.with_name("releases"))]
    second_state(folder)
    numbers[SECOND] = key_numbers(load_package(folder))
    made.append(freeze(SECOND, folder, folder.with_name("releases")))
    return SimpleNamespace(
        folder=folder, home=folder.with_name("releases"), numbers=numbers, made=made, today=load_package(folder)
    )


@pytest.fixture
def again(frozen, tmp_path):
    """A copy of the frozen tables that a test may break."""
    return shutil.copytree(frozen.folder.parent, tmp_path / "data") / "tables"


def test_each_release_opens_with_the_numbers_of_its_day(frozen):
    assert not frozen.numbers[FIRST].equals(frozen.numbers[SECOND])
    for release in known_releases(frozen.home):
        package = open_release(release, frozen.today)
        assert package.release == release.version
        assert key_numbers(package).equals(frozen.numbers[release.version])


def test_a_column_that_came_later_is_empty_in_the_older_release(frozen):
    first, second = (open_release(release, frozen.today) for release in known_releases(frozen.home))
    assert set(first["events"].mood) == {""}
    assert set(second["events"].mood) == {"calm"}
    assert first.column("events", "mood").title == "Mood"


def test_a_column_that_went_is_still_in_the_older_release(frozen):
    second = known_releases(frozen.home)[1]
    assert "mood" in open_release(second, shipped())["events"]


def test_a_table_that_came_later_has_no_facts_and_the_words_of_today(frozen, tmp_path):
    today = frozen.today
    with zipfile.ZipFile(known_releases(frozen.home)[0].path) as whole:
        chosen = {name: whole.read(name) for name in whole.namelist()}
    about = orjson.loads(chosen["datapackage.json"])
    about["resources"] = [item for item in about["resources"] if item["name"] not in ("ships", "programmes")]
    chosen["datapackage.json"] = orjson.dumps(about)
    path = tmp_path / f"{FIRST}.zip"
    with zipfile.ZipFile(path, "w") as less:
        for name, content in chosen.items():
            less.writestr(name, content)
    (tmp_path / SUMS).write_text(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {FIRST}.zip\n")
    package = open_release(known_releases(tmp_path)[0], today)
    assert package["ships"].empty
    assert list(package["ships"]) == list(today["ships"])
    assert package["programmes"].equals(today["programmes"])


def test_every_difference_between_the_two_is_told_and_nothing_else(frozen):
    found = changes(*(files_of(release) for release in known_releases(frozen.home)))
    text = {(row.table, row.change, row.column): (row.before, row.after) for row in found.itertuples()}
    assert text == {
        ("events", "added", ""): ("", ""),
        ("events", "changed", "title"): text["events", "changed", "title"],
        ("claims", "changed", "value"): text["claims", "changed", "value"],
        ("plover_scores", "changed", "score"): ("-9", "-8.5"),
    }
    assert text["events", "changed", "title"][1] == "A title put right"
    assert text["claims", "changed", "value"][1] == "another value"
    assert set(found.why[found.change == "changed"]) == {WHY}
    assert set(found.why[found.change != "changed"]) == {""}
    assert len(rows_of(found)) == len(found) == len(text)
    assert newer_columns(*(files_of(release) for release in known_releases(frozen.home))) == [("events", "mood")]


def test_changelog_and_corrections_tell_the_same(frozen):
    log = (frozen.home / "CHANGELOG.md").read_text(encoding="utf-8")
    assert log.index(f"## {SECOND}") < log.index(f"## {FIRST}")
    right = f"“-9” became “-8.5”: {WHY}\n"
    for text in ("new column `mood`", "added `2025-01-20-added-later`", "A title put right", right):
        assert text in log
    with (frozen.home / "corrections.csv").open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    assert {row["release"] for row in listed} == {SECOND}
    assert {row["why"] for row in listed} == {WHY}
    put_right = corrections(frozen.made[1].changes)
    assert [(row["table"], row["row_id"], row["after"]) for row in listed] == list(
        zip(put_right.table, put_right.row_id, put_right.after, strict=True)
    )


def test_the_file_of_a_release_is_small_whole_and_valid(frozen, tmp_path):
    for release in known_releases(frozen.home):
        assert hashlib.sha256(release.path.read_bytes()).hexdigest() == release.sha256
        assert release.path.stat().st_size < 1_000_000
        zipfile.ZipFile(release.path).extractall(tmp_path / release.version)
        assert frictionless.Package(str(tmp_path / release.version / "datapackage.json")).validate().valid


def test_a_day_opens_the_newest_release_on_or_before_it(frozen):
    known = known_releases(frozen.home)
    days = {"2020-01-01": FIRST, FIRST: FIRST, SECOND: SECOND, "2031-01-01": SECOND}
    assert {day: release_on(known, day).version for day in days} == days
    assert release_on((), FIRST) is None


@pytest.mark.parametrize(
    ("version", "why"),
    [(SECOND, "exists already"), (FIRST, "exists already"), ("2026-01-01", "older"), ("2026-13-01", "must be a day")],
)
def test_a_day_that_cannot_be_a_release_is_refused_and_nothing_is_written(again, version, why):
    before = {path: path.read_bytes() for path in again.parent.rglob("*") if path.is_file()}
    with pytest.raises(ReleaseError, match=why):
        freeze(version, again, again.with_name("releases"))
    assert {path: path.read_bytes() for path in again.parent.rglob("*") if path.is_file()} == before


def test_broken_tables_are_not_frozen(again):
    edit(again, "events", lambda rows: rows[0].update(date="yesterday"))
    with pytest.raises(BrokenPackageError, match="yesterday"):
        freeze("2026-12-01", again, again.with_name("releases"))
    assert not (again.with_name("releases") / "2026-12-01.zip").exists()


def test_a_correction_without_a_reason_is_not_frozen(again):
    before = {path: path.read_bytes() for path in again.parent.rglob("*") if path.is_file()}
    edit(again, "events", lambda rows: rows[0].update(note="put right"))
    with pytest.raises(ReleaseError, match=r"1 correction without a reason .events, .*, note"):
        freeze("2026-12-01", again, again.with_name("releases"))
    after = {path: path.read_bytes() for path in again.parent.rglob("*") if path.is_file()}
    assert {path.name for path in before if after[path] != before[path]} == {"events.csv"}
    assert after.keys() == before.keys()


def test_rows_from_before_there_were_reasons_go_on_in_the_list_of_corrections(again):
    home = again.with_name("releases")
    listed = home / "corrections.csv"
    rows = list(csv.DictReader(listed.read_text(encoding="utf-8").splitlines()))
    older = ["release", "table", "row_id", "change", "column", "before", "after"]
    listed.write_text(",".join(older) + "\n" + ",".join(["2026-11-01", *["x"] * 6]) + "\n", encoding="utf-8")
    edit(again, "events", lambda rows: rows[0].update(note="put right"))
    explain(again, "events", first_id(again, "events"), "note")
    freeze("2026-12-01", again, home)
    found = list(csv.DictReader(listed.read_text(encoding="utf-8").splitlines()))
    assert [row["why"] for row in found] == ["", WHY]
    assert found[0].keys() == rows[0].keys()
    assert found[0]["after"] == "x"


def test_a_file_that_someone_else_made_meanwhile_is_left_alone(tmp_path):
    path = tmp_path / "2026-11-24.zip"
    write_once(path, b"theirs")
    with pytest.raises(FileExistsError):
        write_once(path, b"ours")
    assert [item.read_bytes() for item in tmp_path.iterdir()] == [b"theirs"]


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (lambda path: path.write_bytes(path.read_bytes()[:1000]), "cut or changed"),
        (lambda path: path.write_bytes(path.read_bytes().replace(b"P", b"Q", 1)), "cut or changed"),
        (lambda path: path.unlink(), "missing"),
    ],
    ids=["truncated", "tampered", "missing"],
)
def test_a_damaged_file_is_named_and_not_opened(frozen, again, damage, why):
    release = known_releases(again.with_name("releases"))[0]
    damage(release.path)
    with pytest.raises(BrokenPackageError, match=f"{FIRST}.zip.*{why}"):
        open_release(release, frozen.today)
    assert [problem.table for problem in release_problems(again.with_name("releases"))] == [f"{FIRST}.zip"]


def test_a_file_that_the_list_leaves_out_is_named(again):
    (again.with_name("releases") / "2026-12-01.zip").write_bytes(b"")
    assert [problem.table for problem in release_problems(again.with_name("releases"))] == ["2026-12-01.zip"]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("nonsense\n", "row 1"),
        (f"{'0' * 64}  2026-13-01.zip\n", "2026-13-01"),
        (f"{'0' * 64}  {FIRST}.zip\n{'1' * 64}  {FIRST}.zip\n", "two releases cannot be of one day"),
    ],
)
def test_a_broken_list_of_releases_is_told_by_row(tmp_path, lines, why):
    (tmp_path / SUMS).write_text(lines)
    with pytest.raises(BrokenPackageError, match=why):
        known_releases(tmp_path)


def test_a_folder_without_a_list_has_no_releases(tmp_path):
    assert known_releases(tmp_path) == ()
    assert known_releases(tmp_path / "nowhere") == ()


def test_what_is_inside_is_read_from_the_file_that_was_checked(again):
    release = known_releases(again.with_name("releases"))[0]
    files = files_of(release)
    release.path.unlink()
    assert list(csv.reader(io.StringIO((files / "sides.csv").read_text(encoding="utf-8"))))
