"""The store as pages and answers ask it: the files are looked at once a second, not at each run or request."""

import threading
import time

from cachetools import LRUCache

from data.package.problems import BrokenPackageError
from data.versions.data_version import DataVersion
from data.versions.file_stamps import Stamp
from data.versions.release_cache import MOST_HELD
from data.versions.store import STORE, TableStore

# Seconds for which the files are not looked at again: asking the disk takes longer than most answers.
LOOKED_AT = 1.0


class PolledStore:
    """A store whose files count as they were a moment ago. The event loop and threads may ask at once: no one waits for
    the reading of tables but who asked for what is read."""

    def __init__(self, store: TableStore, seconds: float = LOOKED_AT) -> None:
        """Look at the files of the `store` at most once in so many `seconds`."""
        self.store, self.seconds, self.changes = store, seconds, 0
        self._stamp: Stamp = ()
        self._readings = 0
        # The tables as they stand, and as many releases as the store keeps.
        self._data_versions: LRUCache[str, DataVersion] = LRUCache(MOST_HELD + 1)
        self._looked = float("-inf")
        # Held for a look at the files at most, never while tables are read.
        self._lock = threading.Lock()

    def look(self) -> int:
        """How often the files were others than before. They are looked at, unless that was done a moment ago and nobody
        has read them since."""
        with self._lock:
            is_due = time.monotonic() - self._looked >= self.seconds
            if is_due or self.store.readings != self._readings:
                found = self.store.stamp()
                if found != self._stamp:
                    self.changes += 1
                    self._data_versions.clear()
                self._stamp, self._looked, self._readings = found, time.monotonic(), self.store.readings
            return self.changes

    @property
    def is_read(self) -> bool:
        """Whether the files, as they were a moment ago, are those that were read last."""
        self.look()
        return self.store.has_read(self._stamp)

    def data_version(self, day: str = "") -> DataVersion:
        """The state of the data as the store gives it, kept until a file changes. Raises BrokenPackageError."""
        known = self.look()
        with self._lock:
            chosen = self._data_versions.get(day)
        if chosen:
            return chosen
        data_version = self.store.data_version(day)
        if isinstance(data_version, BrokenPackageError):
            # Whoever mends the tables sees at once whether that helped.
            self._looked = float("-inf")
            raise data_version
        if day in ("", *(release.version for release in data_version.version_state.releases)):
            self._keep(day, data_version, known)
        return data_version

    def _keep(self, day: str, data_version: DataVersion, known: int) -> None:
        """Keep it, unless a file has changed since it was asked for."""
        with self._lock:
            if known == self.changes:
                self._data_versions[day] = data_version


POLLED = PolledStore(STORE)
