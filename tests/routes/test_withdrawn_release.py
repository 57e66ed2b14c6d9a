"""A release that is withdrawn after it was listed and before it is opened is a problem that is named, no failure."""

import hashlib
import shutil

import pytest

from components.view import loading
from data.package.problems import BrokenPackageError
from data.package.release_files import SUMS, known_releases
from data.versions import release_cache
from data.versions.polled_store import PolledStore
from data.versions.store import TableStore
from routes import data_versions
from tests.edited_tables import copy_tables

pytestmark = pytest.mark.slow
OLDER, NEWER = "2026-11-24", "2026-11-25"


@pytest.fixture
def listed(tmp_path, monkeypatch):
    """A store that has listed two releases and holds the newer one; the older is withdrawn while it is asked for."""
    tables, home = copy_tables(tmp_path / "tables"), tmp_path / "releases"
    home.mkdir()
    frozen = known_releases()[-1].path
    for day in (OLDER, NEWER):
        shutil.copy(frozen, home / f"{day}.zip")
    line = f"{hashlib.sha256(frozen.read_bytes()).hexdigest()}  {{}}.zip\n"
    (home / SUMS).write_text(line.format(OLDER) + line.format(NEWER))
    monkeypatch.setattr(release_cache, "MOST_HELD", 1)
    store = TableStore(tables, home)
    state = store.state()
    (home / f"{OLDER}.zip").unlink()
    (home / SUMS).write_text(line.format(NEWER))
    with pytest.MonkeyPatch.context() as between:
        between.setattr(store, "state", lambda: state)
        yield store, between


def test_a_page_names_the_withdrawn_release_and_then_shows_one_that_is_left(listed, monkeypatch):
    store, between = listed
    monkeypatch.setattr(loading, "POLLED", PolledStore(store, seconds=0))
    requested = loading.load_data_version(OLDER)
    assert isinstance(requested, BrokenPackageError)
    assert [problem.table for problem in requested.problems] == [f"{OLDER}.zip"]
    between.undo()
    assert loading.load_data_version(OLDER).opened.version == NEWER


def test_the_api_names_the_withdrawn_release_and_then_answers_from_one_that_is_left(client, listed, monkeypatch):
    store, between = listed
    monkeypatch.setattr(data_versions, "POLLED", PolledStore(store, seconds=0))
    answer = client.get(f"/api/toll.json?as_of={OLDER}&q=asked+while+withdrawn")
    assert (answer.status_code, answer.json()["title"]) == (503, "Tables broken")
    assert answer.headers["cache-control"] == "no-store"
    between.undo()
    assert client.get(f"/api/toll.json?as_of={OLDER}&q=asked+while+withdrawn").status_code == 200
