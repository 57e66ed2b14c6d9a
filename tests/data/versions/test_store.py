"""Good tables stay in memory while their files are broken, half-written or gone, and so do releases."""

import os
import shutil
import threading

import pytest

from data.curation.freeze import freeze
from data.curation.validate import check_package
from data.package.package import Package, load_package, parse_descriptor
from data.package.problems import BrokenPackageError
from data.package.release_files import RELEASES, SUMS, known_releases
from data.versions import checked
from data.versions.store import TableStore
from tests.edited_tables import copy_tables, edit, explain, first_id
from tests.factory import shipped

pytestmark = pytest.mark.slow
RELEASE = "2026-11-24"


@pytest.fixture
def folder(tmp_path):
    return copy_tables(tmp_path / "data")


@pytest.fixture
def released(folder):
    """The folder with the shipped releases beside the tables."""
    shutil.copytree(RELEASES, folder.with_name("releases"))
    return folder


def store_of(folder):
    return TableStore(folder, folder.with_name("releases"))


def as_pipe(file):
    os.mkfifo(file)


def as_folder(file):
    file.mkdir()


def as_nothing(file):
    assert not file.exists()


def as_half(file):
    file.write_bytes(b'event_id,"date')


def test_whatever_becomes_of_a_file_readers_have_the_last_good_tables_and_their_bytes(released):
    store, file = store_of(released), released / "events.csv"
    good, whole = store.data_version(), file.read_bytes()
    aside = released.parent / "aside.csv"
    for spoil in (as_pipe, as_folder, as_nothing, as_half):
        file.rename(aside)
        spoil(file)
        shown = store.data_version()
        assert shown.package is good.package
        assert (shown.release, shown.version_state.releases) == (good.release, good.version_state.releases)
        assert (shown.package.descriptor.folder / "events.csv").read_bytes() == whole
        assert shown.version_state.written == good.version_state.written
        assert shown.behind().startswith("The tables are being edited. You see them as they were on ")
        assert "events.csv" in str(store.state().problems[0]) or "events" in store.state().problems[0].table
        if file.is_dir():
            file.rmdir()
        aside.replace(file)
        assert (store.data_version().behind(), store.state().problems) == ("", ())


@pytest.mark.parametrize("spoil", [as_pipe, as_folder, as_nothing, as_half])
@pytest.mark.parametrize(
    "name", ["datapackage.json", "LICENSE.md", f"../releases/{RELEASE}.zip", f"../releases/{SUMS}"]
)
def test_what_is_no_file_is_told_and_stops_neither_tables_nor_releases(released, monkeypatch, name, spoil):
    store, frames = store_of(released), shipped().frames
    # Tables that are not spoiled here are not checked anew.
    monkeypatch.setattr(checked, "load_package", lambda folder: Package(parse_descriptor(folder), frames))
    good = store.data_version()
    (released / name).unlink()
    spoil(released / name)
    assert store.data_version().release == good.release
    assert store.data_version(RELEASE).opened.version == RELEASE
    # Any bytes may be the licences.
    assert (name.rpartition("/")[2] in str(store.state().problems)) == ((name, spoil) != ("LICENSE.md", as_half))


def test_an_edit_not_released_yet_is_kept_and_links_are_not_pinned_to_what_differs(released):
    edit(released, "events", lambda rows: rows[0].update(title="A title put right"))
    store = store_of(released)
    good = store.data_version()
    (released / "events.csv").write_bytes(b"")
    shown = store.data_version()
    assert shown.package["events"].title.iloc[0] == "A title put right"
    assert (shown.release, shown.say()) == ("", good.say())
    assert " changed since" in shown.say()
    assert store.data_version(RELEASE).release == RELEASE
    assert store.data_version(RELEASE).behind() == ""


def test_a_start_with_broken_tables_shows_the_newest_release_that_opens_and_says_so(released):
    edit(released, "events", lambda rows: rows[0].update(title="A title put right"))
    explain(released, "events", first_id(released, "events"), "title")
    freeze("2031-01-01", released, released.with_name("releases"))
    (released / "phases.csv").unlink()
    shown = store_of(released).data_version()
    assert (shown.package.release, shown.release) == ("2031-01-01", "2031-01-01")
    assert shown.behind() == "The tables are being edited. You see those of release 2031-01-01."
    (released.with_name("releases") / "2031-01-01.zip").write_bytes(b"cut")
    store = store_of(released)
    assert store.data_version().package.release == known_releases()[-1].version
    assert {problem.table for problem in store.state().problems} == {"phases", "2031-01-01.zip"}
    assert store.data_version().release == ""


def test_without_good_tables_and_releases_nothing_is_shown_and_the_problems_are_named(folder):
    (folder / "phases.csv").unlink()
    store = store_of(folder)
    assert isinstance(store.data_version(), BrokenPackageError)
    assert isinstance(store.data_version(RELEASE), BrokenPackageError)
    assert "phases.csv is missing" in str(store.data_version())
    assert store.state().shown is None


def test_the_release_in_place_of_broken_tables_stays_when_its_own_file_breaks(released):
    (released / "phases.csv").unlink()
    store = store_of(released)
    shown = store.data_version().package
    (released.with_name("releases") / f"{RELEASE}.zip").unlink()
    (released.with_name("releases") / SUMS).unlink()
    assert store.data_version().package is shown
    assert store.data_version(RELEASE).release == RELEASE
    assert {problem.table for problem in store.state().problems} == {"phases", f"{RELEASE}.zip", SUMS}


def test_a_release_that_the_list_no_longer_names_is_no_longer_shown(released):
    edit(released, "events", lambda rows: rows[0].update(title="A title put right"))
    explain(released, "events", first_id(released, "events"), "title")
    freeze("2031-01-01", released, released.with_name("releases"))
    store = store_of(released)
    assert store.data_version("2031-01-01").opened.version == "2031-01-01"
    sums = released.with_name("releases") / SUMS
    sums.write_text(sums.read_text().splitlines(keepends=True)[0])
    assert store.data_version("2031-01-01").opened.version == RELEASE


def test_a_file_that_ends_within_its_last_cell_is_half_written(released):
    store, file = store_of(released), released / "glossary.csv"
    good, whole = store.data_version(), file.read_bytes()
    file.write_bytes(whole[:-1])
    assert store.data_version().package is good.package
    text = "table glossary: the file glossary.csv must end with a line break: it may be cut"
    assert [str(problem) for problem in store.state().problems] == [text]
    assert text in map(str, check_package(released))


def test_the_start_and_the_check_before_publication_say_the_same_of_all_that_is_wrong(released):
    for name in ("LICENSE.md", "sides.csv"):
        (released / name).unlink()
    (released / "glossary.csv").write_bytes((released / "glossary.csv").read_bytes()[:-1])
    edit(released, "claims", lambda rows: rows[0].update(value="=1+1"))
    text = store_of(released).state().problems
    assert {problem.table for problem in text} == {"LICENSE.md", "sides", "glossary", "claims"}
    assert text == check_package(released)


@pytest.fixture
def loads(monkeypatch):
    """The folders that were loaded, one a load."""
    done = []

    def load(folder):
        done.append(folder)
        return load_package(folder)

    monkeypatch.setattr(checked, "load_package", load)
    return done


def test_broken_tables_are_loaded_and_logged_once_a_change_however_many_readers_ask(released, loads, logged):
    store = store_of(released)
    store.data_version()
    logged()
    (released / "phases.csv").write_bytes(b"")
    readers = [threading.Thread(target=store.data_version) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(timeout=60)
    (line,) = logged()
    assert len(loads) == 2
    assert (line["event"], line["level"], line["problem_count"]) == ("tables_read", "warning", 1)
    assert line["problem"].startswith("table phases: ")
    assert line["shown"].startswith("last good since ")
    assert line["ms"] > 0
    (released / "phases.csv").write_bytes(b"\xff")
    store.data_version()
    assert (len(loads), len(logged())) == (3, 1)


def test_good_tables_are_logged_once_they_are_read_and_once_they_changed(released, logged):
    store = store_of(released)
    store.data_version()
    store.data_version()
    (line,) = logged()
    assert set(line) == {"time", "level", "event", "page", "ms", "shown", "problem_count"}
    assert (line["event"], line["level"], line["shown"], line["problem_count"]) == ("tables_read", "info", "current", 0)
    (released / "phases.csv").touch()
    store.data_version()
    assert [line["event"] for line in logged()] == ["tables_read"]


def test_files_that_are_written_while_they_are_read_are_taken_for_no_state(released, loads, monkeypatch):
    store, file = store_of(released), released / "phases.csv"
    good, whole = store.data_version(), file.read_bytes()
    looked_at = iter(range(100))
    monkeypatch.setattr(store, "_tables_now", lambda: (("phases.csv", next(looked_at), 1, 1),))
    assert store.data_version().package is good.package
    assert "file phases.csv: the file was written while it was read" in map(str, store.state().problems)
    monkeypatch.undo()
    assert file.read_bytes() == whole
    assert store.data_version().behind() == ""


def test_an_error_that_no_check_foresaw_takes_the_good_tables_from_nobody(released, monkeypatch, logged):
    store = store_of(released)
    good = store.data_version()

    def fail(_folder):
        raise ZeroDivisionError("unforeseen")

    monkeypatch.setattr(checked, "load_package", fail)
    (released / "phases.csv").write_bytes(b"")
    assert store.data_version().package is good.package
    failed = next(line for line in logged() if line["event"] == "tables_failed")
    assert "ZeroDivisionError: unforeseen" in failed["traceback"]


def test_a_permission_that_was_taken_and_given_back_is_seen(released):
    store = store_of(released)
    before = store.stamp()
    (released / "phases.csv").chmod(0o600)
    assert store.stamp() != before


def test_a_file_that_is_gone_before_it_is_looked_at_is_none(tmp_path):
    (tmp_path / "a.csv").write_text("a")
    (tmp_path / "gone.csv").symlink_to(tmp_path / "nothing")
    (tmp_path / "round.csv").symlink_to(tmp_path / "round.csv")
    assert [name for name, *_ in store_of(tmp_path).stamp()] == ["a.csv"]
