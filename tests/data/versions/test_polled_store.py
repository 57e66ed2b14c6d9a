"""Answers and pages have one store: it looks at its files now and then, and loads once however many ask at once."""

import asyncio
import shutil
import threading

import pytest

from data.package.problems import BrokenPackageError
from data.package.release_files import RELEASES, known_releases
from data.versions import checked
from data.versions.polled_store import PolledStore
from data.versions.release_cache import MOST_HELD
from data.versions.store import TableStore
from tests.edited_tables import copy_tables

pytestmark = pytest.mark.slow
RELEASE = "2026-11-24"


@pytest.fixture
def store(tmp_path):
    shutil.copytree(RELEASES, tmp_path / "releases")
    return TableStore(copy_tables(tmp_path / "data"), tmp_path / "releases")


def test_the_files_are_looked_at_again_only_after_a_while(store, monkeypatch):
    stamps = iter(range(10))
    monkeypatch.setattr(store, "stamp", lambda: (("events.csv", next(stamps), 1, 1),))
    always, rarely = PolledStore(store, seconds=0), PolledStore(store, seconds=3600)
    assert [always.look(), always.look(), rarely.look(), rarely.look()] == [1, 2, 1, 1]


def test_a_file_that_has_not_changed_is_the_same_file(store):
    polled = PolledStore(store, seconds=0)
    assert [polled.look(), polled.look()] == [1, 1]


def test_what_was_asked_for_is_kept_until_a_file_changes(store):
    polled = PolledStore(store, seconds=0)
    chosen = polled.data_version(RELEASE)
    assert polled.data_version(RELEASE) is chosen
    (store.folder / "phases.csv").touch()
    again = polled.data_version(RELEASE)
    assert again is not chosen
    assert (again.opened, again.package["events"].shape) == (chosen.opened, chosen.package["events"].shape)


def test_days_that_name_no_release_are_not_kept(store):
    polled = PolledStore(store)
    newest = known_releases()[-1].version
    days = [polled.data_version(f"2027-01-{day:02}") for day in range(1, MOST_HELD + 4)]
    assert {data_version.opened for data_version in days} == {polled.data_version(newest).opened}
    assert polled.data_version("2027-01-01") is not days[0]


def test_broken_tables_are_raised_anew_each_time(store):
    shutil.rmtree(store.releases)
    (store.folder / "phases.csv").unlink()
    polled, raised = PolledStore(store), []
    for _ in range(2):
        with pytest.raises(BrokenPackageError, match=r"phases\.csv is missing") as caught:
            polled.data_version()
        raised.append(caught.value)
    assert raised[0] is not raised[1]


def test_event_loop_and_threads_that_ask_at_once_load_once_and_the_loop_never_waits_for_a_load(store, monkeypatch):
    loading, looked, loads, load = threading.Event(), threading.Event(), [], checked.load_package
    polled = PolledStore(store, seconds=0)

    def slow(folder):
        loads.append(folder)
        loading.set()
        # The load goes on only when the event loop has looked at the files in the middle of it.
        assert looked.wait(timeout=60)
        return load(folder)

    monkeypatch.setattr(checked, "load_package", slow)

    async def ask():
        answers = [asyncio.to_thread(polled.data_version) for _ in range(4)]
        pages = [asyncio.to_thread(store.data_version) for _ in range(4)]
        requested = asyncio.gather(*answers, *pages)
        assert await asyncio.to_thread(loading.wait, 60)
        polled.look()
        looked.set()
        return await requested

    data_versions = asyncio.run(ask())
    assert len(loads) == 1
    assert len({id(data_version.package) for data_version in data_versions}) == 1


def test_what_somebody_else_has_read_is_seen_at_once(store):
    polled = PolledStore(store, seconds=3600)
    before = polled.data_version()
    assert polled.is_read
    (store.folder / "phases.csv").touch()
    assert polled.data_version() is before
    store.state()
    assert polled.data_version() is not before


def test_whoever_was_told_that_tables_are_broken_sees_the_mended_ones_at_once(store):
    shutil.rmtree(store.releases)
    (store.folder / "phases.csv").rename(store.folder / "aside")
    polled = PolledStore(store, seconds=3600)
    with pytest.raises(BrokenPackageError):
        polled.data_version()
    (store.folder / "aside").rename(store.folder / "phases.csv")
    assert polled.data_version().package["phases"].shape[0] > 0


def test_a_page_of_a_running_app_costs_no_look_at_the_files(store, monkeypatch):
    polled, looks, stamp = PolledStore(store, seconds=3600), [], store.stamp
    polled.data_version()
    polled.look()
    monkeypatch.setattr(store, "stamp", lambda: looks.append(1) or stamp())
    for _ in range(100):
        assert polled.is_read
        polled.data_version()
    assert looks == []
