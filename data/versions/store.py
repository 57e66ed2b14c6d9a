"""What of the tables is kept in memory, and what readers are shown while their files are broken or half-written.

They are shown the tables as they stand; while these are broken those that this process read before; without them, as
after a start with broken tables, the newest release that can be opened.
"""

import logging
import threading
import time
import traceback
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
from cachetools import LRUCache

from data.log.json_lines import log_line, milliseconds_since
from data.package.descriptor import FILE, FOLDER
from data.package.package import Package
from data.package.problems import BrokenPackageError, Problem, in_order
from data.package.release_files import RELEASES, SUMS, Release
from data.package.whole_files import Captured
from data.versions.changes import COLUMNS
from data.versions.checked import checked_package
from data.versions.data_version import DataVersion, VersionState, version_state
from data.versions.file_stamps import Stamp, newest_moment, stamp_of
from data.versions.package_zip import LICENCES
from data.versions.release import open_release, release_on
from data.versions.release_cache import MOST_HELD, HeldReleases
from data.versions.state import State, log_reading

# How often files that are written while they are read are read again at once.
TRIES = 3


class TableStore:
    """The tables of a folder and its releases. Several threads may ask at once."""

    def __init__(self, folder: Path = FOLDER, releases: Path = RELEASES) -> None:
        """Nothing is read before it is asked for."""
        self.folder, self.releases = folder, releases
        self._lock = threading.RLock()
        self._held = HeldReleases(releases)
        self._state: State | None = None
        # How often the files were read.
        self.readings = 0
        self._good: tuple[Package, Stamp] | None = None
        self._seen = datetime.now(UTC)
        self._in_place: tuple[Release, Package] | None = None
        self._opened: LRUCache[Release, tuple[Package | None, Package]] = LRUCache(MOST_HELD)

    def stamp(self) -> Stamp:
        """The files as they are now: what is shown may change when one of them has."""
        found = self._tables_now() + self._releases_now()
        state = self._state
        if state and not state.version_state.broken and found == state.tables + state.releases:
            self._seen = datetime.now(UTC)
        return found

    def has_read(self, found: Stamp) -> bool:
        """Whether files with this stamp are those that were read last."""
        state = self._state
        return state is not None and found == state.tables + state.releases

    def state(self) -> State:
        """What is shown of the files as they are now. They are read when one has changed, by one thread at a time."""
        if not self.has_read(self.stamp()):
            with self._lock:
                if not self.has_read(self.stamp()):
                    started = time.perf_counter()
                    self._state, self.readings = self._read(self._state), self.readings + 1
                    log_reading(self._state, milliseconds_since(started))
        assert self._state
        return self._state

    def data_version(self, day: str = "") -> DataVersion | BrokenPackageError:
        """The tables that are shown, or those of the newest release on or before the day (before the first one the
        first); or the error that names what is wrong with them."""
        state = self.state()
        release = release_on(state.version_state.releases, day) if day else None
        if release is None:
            problems = state.problems if state.shown is None else state.version_state.problems if day else ()
            if problems or state.shown is None:
                return BrokenPackageError(problems)
            return DataVersion(state.shown, state.shown, state.version_state, day)
        try:
            package = self._release(release, state.shown)
        except BrokenPackageError as broken:
            return broken
        return DataVersion(package, state.shown or package, state.version_state, day, release)

    def _release(self, release: Release, shown: Package | None) -> Package:
        """The release in the shape of the tables that are shown, opened once for each of them."""
        with self._lock:
            shape, package = self._opened.get(release, (None, None))
            if package is None or shape is not shown:
                package = open_release(release, shown, self._held.files_of(release))
                self._opened[release] = shown, package
            return package

    def _read(self, before: State | None) -> State:
        stamp = self._releases_now()
        releases, damaged = self._held.look()
        # A release may be what the tables are judged by.
        tables, broken = self._read_tables(judged=before is not None and before.releases == stamp)
        shown = self._good[0] if self._good else self._newest(releases)
        version_state = self._version_state(shown, releases, damaged)
        if broken:
            version_state = replace(version_state, broken=broken, stood=self._seen if self._good else None)
        # What stands in the place of broken tables stands there since they were written.
        written = newest_moment((self._good[1] if self._good else tables) + stamp)
        return State(tables, stamp, shown, replace(version_state, written=written), in_order([*broken, *damaged]))

    def _read_tables(self, judged: bool) -> tuple[Stamp, tuple[Problem, ...]]:
        """Read the tables, and keep them if they are good: the files as they were then, and what is wrong with them.
        `judged`: the good ones that are in memory need not be checked again where the files hold the same."""
        found: Stamp = ()
        for _ in range(TRIES):
            found, captured = self._tables_now(), Captured(self.folder)
            for name, *_rest in found:
                (captured / name).is_file()
            if found == self._tables_now():
                package = (self._same_as(captured) if judged else None) or _loaded(captured)
                if isinstance(package, BrokenPackageError):
                    return found, package.problems
                self._good, self._in_place, self._seen = (package, found), None, datetime.now(UTC)
                return found, ()
        moved = {name for name, *_rest in {*found} ^ {*self._tables_now()}} or {FILE}
        return found, in_order(Problem(name, "the file was written while it was read") for name in moved)

    def _same_as(self, captured: Captured) -> Package | None:
        """The good tables, if the files hold the same again, as after a file was renamed and renamed back."""
        if self._good is None:
            return None
        package, folder = self._good[0], self._good[0].descriptor.folder
        return package if isinstance(folder, Captured) and captured.reads_as(folder) else None

    def _newest(self, releases: tuple[Release, ...]) -> Package | None:
        """The newest release that can be opened, as it was frozen."""
        for release in reversed(releases):
            if self._in_place and self._in_place[0] == release:
                return self._in_place[1]
            try:
                self._in_place = release, open_release(release, files=self._held.files_of(release))
            except BrokenPackageError:
                # It is among the problems already, as each release that cannot be read.
                continue
            return self._in_place[1]
        return None

    def _version_state(
        self, shown: Package | None, releases: tuple[Release, ...], damaged: tuple[Problem, ...]
    ) -> VersionState:
        if shown and releases:
            return version_state(shown, releases, self._held.files_of)
        return VersionState(releases, pd.DataFrame(columns=COLUMNS, dtype="str"), damaged)

    def _tables_now(self) -> Stamp:
        return stamp_of([*self.folder.glob("*.csv"), *self.folder.glob("*.json"), self.folder / LICENCES])

    def _releases_now(self) -> Stamp:
        return stamp_of([*self.releases.glob("*.zip"), self.releases / SUMS])


def _loaded(folder: Captured) -> Package | BrokenPackageError:
    try:
        return checked_package(folder)
    except BrokenPackageError as broken:
        return broken
    except Exception as error:  # noqa: BLE001 (it is logged, and becomes a problem of the tables)
        # What no check foresaw must not take the good tables from readers either.
        log_line("tables_failed", logging.ERROR, traceback=traceback.format_exc())
        return BrokenPackageError([Problem(FILE, f"the tables cannot be read ({type(error).__name__}: {error})")])


# The one store of this process, for pages and answers alike.
STORE = TableStore()
