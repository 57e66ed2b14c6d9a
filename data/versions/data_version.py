"""Which state of the data a view shows: the tables as they stand, or a release that the reader requested."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from importlib.resources.abc import Traversable

import pandas as pd

from data.package.package import Package
from data.package.problems import BrokenPackageError, Problem
from data.package.release_files import Release, files_of, known_releases
from data.text.days import is_day, today
from data.text.formats import day_name
from data.text.matching import values_given
from data.text.messages import say
from data.versions.changes import COLUMNS, changes, newer_columns, redeclared_columns, rows_of

AS_OF = "as_of"


@dataclass(frozen=True)
class VersionState:
    """How the tables that are shown relate to the releases, oldest first: what changed since the newest of them, and
    which `columns`, as (table, column), only one of the two declares or both declare otherwise.

    `problems` says why that is not known; then nothing is taken for released. `broken` says what is wrong with the
    tables as they stand: then those of the moment in which they last `stood` there are shown, or without it a release.
    `written` is when what is shown was last written.
    """

    releases: tuple[Release, ...]
    unreleased: pd.DataFrame
    problems: tuple[Problem, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    broken: tuple[Problem, ...] = ()
    stood: datetime | None = None
    written: datetime | None = None

    @property
    def newest_release(self) -> str:
        """The version of the newest release; empty where there is none."""
        return self.releases[-1].version if self.releases else ""

    @cached_property
    def release(self) -> str:
        """The release whose numbers the tables show; empty when they show those of none."""
        known = self.unreleased.empty and not self.columns and not self.problems
        return self.newest_release if known else ""

    @cached_property
    def unreleased_rows(self) -> int:
        """How many rows changed since the newest release: every page says it, so it is counted once."""
        return len(rows_of(self.unreleased))


@dataclass(frozen=True)
class DataVersion:
    """What a view reads: `package` is `newest`, the tables as they stand (or what is shown while they are broken),
    unless the reader `requested` a day that a release was `opened` for."""

    package: Package
    newest: Package
    version_state: VersionState
    requested: str = ""
    opened: Release | None = None

    @property
    def release(self) -> str:
        """The release whose numbers these are, to which links are pinned; empty when they are in none yet."""
        return self.opened.version if self.opened else self.version_state.release

    @property
    def reading_day(self) -> pd.Timestamp:
        """The day by which states age: that on which the reader looks or, of a release that was opened, its own, so
        that its pages never change."""
        return pd.Timestamp(self.opened.version if self.opened else today())

    def at_newest(self) -> "DataVersion":
        """The tables as they stand, for a reader of a release."""
        return replace(self, package=self.newest, requested="", opened=None)

    def say(self) -> str:
        """The state in words: "release 2026-11-24", and what the tables as they stand have beyond it."""
        name = say("data_version.release", version=self.package.release)
        if self.release:
            return name
        if self.version_state.problems:
            return say("data_version.unchecked", release=name)
        rows, columns = self.version_state.unreleased_rows, len(self.version_state.columns)
        changed = [say("data_version.rows", count=rows)] if rows else []
        changed += [say("data_version.columns", count=columns)] if columns else []
        if not changed:
            return say("data_version.not_frozen", release=name)
        return say("data_version.changed", release=name, changed=f" {say('data_version.and')} ".join(changed))

    def say_opened(self) -> str:
        """Which release was opened for the day that the reader requested, in a sentence, and that it is none from
        before that day where there is none; empty when no day was requested."""
        if not self.requested:
            return ""
        if self.opened is None:
            return say("release.none")
        version = self.opened.version
        if version > self.requested:
            return say("release.first", requested=day_name(pd.Timestamp(self.requested)), version=version)
        return say("release.opened", version=version)

    def behind(self) -> str:
        """Why other tables are shown than those that are being edited, in a sentence; empty when no others are."""
        if self.opened or not self.version_state.broken:
            return ""
        if self.version_state.stood is None:
            return say("data_version.in_place", version=self.package.release)
        day = day_name(pd.Timestamp(self.version_state.stood))
        return say("data_version.stood", day=day, time=self.version_state.stood.strftime("%H:%M"))

    def to_query(self) -> dict[str, list[str]]:
        """The parameter of a link that opens the same version: what the reader asked for, or nothing."""
        return {AS_OF: [self.requested]} if self.requested else {}


def requested_day(query: Mapping[str, Sequence[str]]) -> str:
    """The day of the first `as_of` in a link that is not empty; empty when it is none."""
    values = values_given(query, AS_OF)
    return values[0] if values and is_day(values[0]) else ""


def version_state(
    newest: Package,
    releases: tuple[Release, ...] | None = None,
    files: Callable[[Release], Traversable] = files_of,
) -> VersionState:
    """How tables relate to the releases that were frozen; `files` gives what is inside of one. Never raises: what is
    wrong with the list or the newest release is in `problems`, because it must not keep anyone from reading tables."""
    known: tuple[Release, ...] = ()
    nothing = pd.DataFrame(columns=COLUMNS, dtype="str")
    try:
        known = known_releases() if releases is None else releases
        if not known:
            return VersionState(known, nothing)
        frozen, folder = files(known[-1]), newest.descriptor.folder
        apart = (*newer_columns(frozen, folder), *newer_columns(folder, frozen))
        columns = (*apart, *redeclared_columns(frozen, folder))
        return VersionState(known, changes(frozen, folder), columns=columns)
    except BrokenPackageError as broken:
        return VersionState(known, nothing, broken.problems)
