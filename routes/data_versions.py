"""The tables for every answer: those that the pages read, looked up anew when a file has changed."""

import time
from datetime import datetime
from itertools import pairwise

from components.view.loading import changes_between, read_edition, stamp
from data.package.problems import BrokenPackageError
from data.publish.strict_query import Query
from data.versions.changes import Step, moment_of
from data.versions.data_version import Edition, asked_day
from data.versions.state import Stamp

# Seconds for which the files are not looked at again: asking the disk takes longer than most answers.
LOOKED_AT = 1.0


class Files:
    """The files of the tables: when they were last looked at, and how often they were others than before."""

    def __init__(self, seconds: float = LOOKED_AT) -> None:
        """Look at them at most once in so many `seconds`."""
        self.seconds, self.changes = seconds, 0
        self._stamp: Stamp = ()
        self._editions: dict[str, Edition] = {}
        self._looked = float("-inf")

    @property
    def are_known(self) -> bool:
        """Whether they were looked at a moment ago."""
        return time.monotonic() - self._looked < self.seconds

    def look(self) -> None:
        """Look at them, unless that was done a moment ago."""
        if not self.are_known:
            found = stamp()
            if found != self._stamp:
                self.changes += 1
                self._editions = {}
            self._stamp, self._looked = found, time.monotonic()

    def edition(self, day: str) -> Edition:
        """The state of the data as `read_edition` gives it, kept until a file changes. Raises BrokenPackageError."""
        self.look()
        if day in self._editions:
            return self._editions[day]
        known = self.changes
        edition = read_edition(day)
        if isinstance(edition, BrokenPackageError):
            raise edition
        if known == self.changes and day in ("", *(release.version for release in edition.standing.releases)):
            self._editions[day] = edition
        return edition


FILES = Files()


def edition_for(query: Query) -> Edition:
    """The state of the data that an address asks for: a release by `as_of`, else the tables as they stand. A day that
    is none asks for nothing: whoever refuses it reads the words. Raises BrokenPackageError when it cannot be read."""
    return FILES.edition(asked_day(query))


def modified(edition: Edition) -> datetime:
    """When these tables last changed: a release when it was made, those that are shown when one of their files did."""
    released = moment_of(edition.package)
    written = edition.standing.written
    return released if edition.opened or written is None else max(released, written)


def history(edition: Edition) -> list[Step]:
    """What each release since the first, up to the state that `edition` shows, changed in the one before; last what the
    tables as they stand have beyond the newest release. Raises BrokenPackageError when a release cannot be read."""
    releases = edition.standing.releases
    shown = [release for release in releases if not edition.opened or release.version <= edition.opened.version]
    states = [edition_for({"as_of": [release.version]}) for release in shown]
    if not edition.opened:
        states.append(edition)
    pairs = pairwise(states)
    return [Step(modified(new), old.package, new.package, changes_between(old, new)) for old, new in pairs]
