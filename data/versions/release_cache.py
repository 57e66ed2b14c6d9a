"""The releases of a folder, and what is inside of the newest of them, kept when a file is broken or gone later."""

from importlib.resources.abc import Traversable
from pathlib import Path

from cachetools import LRUCache

from data.package.problems import BrokenPackageError, Problem, in_order
from data.package.release_files import RELEASES, SUMS, Release, files_of, known_releases

# Releases whose files are kept in memory, the newest and those asked for last; one is a quarter of a megabyte.
MOST_HELD = 8


class HeldReleases:
    """The releases as they are listed, or as they were while the list could be read. Of a release that is listed the
    files stay as they were when they had the SHA-256 of the list."""

    def __init__(self, folder: Path = RELEASES) -> None:
        """Nothing is read before it is looked for."""
        self.folder = folder
        self._known: tuple[Release, ...] = ()
        self._files: LRUCache[Release, Traversable] = LRUCache(MOST_HELD)

    def look(self) -> tuple[tuple[Release, ...], tuple[Problem, ...]]:
        """The releases, oldest first, and what is wrong now with their list and with their files."""
        problems = [*self._list_again()]
        for release in self._known:
            try:
                self._files[release] = files_of(release)
            except BrokenPackageError as broken:
                problems += broken.problems
        return self._known, in_order(problems)

    def files_of(self, release: Release) -> Traversable:
        """What is inside of the release. Raises BrokenPackageError when it could not be read yet and cannot be now."""
        if release not in self._files:
            self._files[release] = files_of(release)
        return self._files[release]

    def _list_again(self) -> tuple[Problem, ...]:
        try:
            found = known_releases(self.folder)
        except BrokenPackageError as broken:
            return broken.problems
        if self._known and not found:
            return (Problem(SUMS, "the list of releases is gone or empty; those that it named stay in memory"),)
        self._known = found
        return ()
