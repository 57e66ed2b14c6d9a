"""The tables for every answer: the object that the pages read, looked up anew when a curator has changed a file."""

import time
from datetime import UTC, datetime

from components.loading import read_package
from data.asked import Query, read_day
from data.descriptor import Descriptor
from data.package import Package
from data.problems import BrokenPackageError

# Seconds for which the files are not looked at again: asking the disk takes longer than most answers.
LOOKED_AT = 1.0


class Newest:
    """The newest tables, and when their files were last looked at."""

    def __init__(self, seconds: float = LOOKED_AT) -> None:
        """Look at the files at most once in so many `seconds`."""
        self.seconds = seconds
        self.changes = 0
        self._loaded: Package | BrokenPackageError | None = None
        self._looked = 0.0

    @property
    def is_fresh(self) -> bool:
        """Whether the files were looked at a moment ago, so that asking for the tables costs nothing."""
        return self._loaded is not None and time.monotonic() - self._looked < self.seconds

    def package(self) -> Package:
        """The tables; `changes` counts how often they were others than before. Raises BrokenPackageError while they are
        broken."""
        if not self.is_fresh:
            loaded = read_package()
            self.changes += loaded is not self._loaded
            self._loaded, self._looked = loaded, time.monotonic()
        if not isinstance(self._loaded, Package):
            raise self._loaded or BrokenPackageError(())
        return self._loaded


NEWEST = Newest()


def package_for(query: Query) -> Package:
    """The tables of the release that an address asks for by `as_of`: of all releases the newest on or before that day,
    the first one when there is none. Raises BadParameterError when `as_of` is no day."""
    read_day(query)
    return NEWEST.package()


def modified(descriptor: Descriptor) -> datetime:
    """When the tables last changed: the newest of their files, and never before the release was made."""
    files = [descriptor.folder / table.path for table in descriptor.tables]
    newest = max(file.stat().st_mtime for file in files)
    created = datetime.fromisoformat(str(descriptor.about["created"]))
    return max(created, datetime.fromtimestamp(int(newest), UTC))
