"""What differs between two states of the data that are in memory, worked out once for all who ask."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

import pandas as pd

from data.package.package import Package
from data.versions.changes import changes, newer_columns
from data.versions.data_version import DataVersion

Found = TypeVar("Found")


class Differences(Generic[Found]):
    """What was found between pairs of packages. It is kept as long as both packages are, and keeps neither."""

    def __init__(self, find: Callable[[Package, Package], Found]) -> None:
        """`find` compares an old package with a new one; what it returns refers to neither."""
        self.find = find
        self._lock = threading.Lock()
        self._found: WeakKeyDictionary[Package, WeakKeyDictionary[Package, Found]] = WeakKeyDictionary()

    def between(self, old: Package, new: Package) -> Found:
        """What was found between the two; whoever asks meanwhile waits. Raises what `find` does, and keeps no error."""
        with self._lock:
            known = self._found.setdefault(old, WeakKeyDictionary())
            if new not in known:
                known[new] = self.find(old, new)
            return known[new]


# Packages hold their files as they were read, so that both ends are compared as they are shown.
_CHANGES = Differences[pd.DataFrame](lambda old, new: changes(old.descriptor.folder, new.descriptor.folder))
_COLUMNS = Differences[tuple[tuple[str, str], ...]](
    lambda old, new: tuple(newer_columns(old.descriptor.folder, new.descriptor.folder))
)


def changes_between(old: DataVersion, new: DataVersion) -> pd.DataFrame:
    """What differs in the tables of `new` from those of `old`, as `data.versions.changes` tells it."""
    return _CHANGES.between(old.package, new.package).copy(deep=False)


def columns_between(old: DataVersion, new: DataVersion) -> list[tuple[str, str]]:
    """The columns that `new` has and `old` does not, as (table, column)."""
    return [*_COLUMNS.between(old.package, new.package)]
