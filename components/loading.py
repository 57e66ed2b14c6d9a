"""The tables for every page: read once, again when a file has changed, or the problems that stop the app.

A page reads the tables as they stand, or the release that the reader asked for by `as_of`.
"""

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import Path

import pandas as pd
import streamlit as st

from components.plain import plain
from data.changes import changes, newer_columns
from data.descriptor import FOLDER
from data.edition import Edition, Standing, standing_of
from data.interface import say
from data.package import Package, load_package
from data.problems import BrokenPackageError, Problem, in_lines
from data.release import RELEASES, SUMS, Release, files_of, open_release, release_on

Stamp = tuple[tuple[str, int, int], ...]
READING = say("loading.reading")
# Different releases that readers have open at a time; a package is a few megabytes.
KEPT = 8


def read_edition(day: str = "") -> Edition | BrokenPackageError:
    """The tables as they stand, or those of the newest release on or before the day (before the first one the first);
    or the error that names what is wrong with them."""
    # Looked at once: between two looks a file may be written.
    found = stamp()
    newest, standing = _load(found), _standing(found)
    release = release_on(standing.releases, day) if day else None
    if release is None:
        problems = newest.problems if isinstance(newest, BrokenPackageError) else standing.problems if day else ()
        return BrokenPackageError(problems) if problems else Edition(_today(found), _today(found), standing, day)
    package = _open(release.version, found)
    if isinstance(package, BrokenPackageError):
        return package
    return Edition(package, _today(found), standing, day, release)


def changes_between(old: Edition, new: Edition) -> pd.DataFrame:
    """What differs in the tables of `new` from those of `old`, as `data.changes` tells it."""
    return _changes(_version(old), _version(new), stamp())


def columns_between(old: Edition, new: Edition) -> list[tuple[str, str]]:
    """The columns that `new` has and `old` does not, as (table, column)."""
    return _columns(_version(old), _version(new), stamp())


def _version(edition: Edition) -> str:
    return edition.opened.version if edition.opened else ""


def newest_of(edition: Edition) -> Edition:
    """The tables as they stand, for a reader of a release."""
    return replace(edition, package=edition.newest, asked="", opened=None)


def stamp() -> Stamp:
    """Name, time and size of every table's and release's file: all is read again when one has changed."""
    files = sorted([*FOLDER.glob("*.csv"), *FOLDER.glob("*.json"), *RELEASES.glob("*.zip"), *RELEASES.glob(SUMS)])
    return tuple(each for file in files for each in _stamped(file))


def _stamped(file: Path) -> Stamp:
    """The file's name, time and size; nothing when it is gone since it was listed, as a release that was taken
    back."""
    try:
        known = file.stat()
    except FileNotFoundError:
        return ()
    return ((file.name, known.st_mtime_ns, known.st_size),)


# What is cached is told apart by the stamp; an argument named `_stamp` would not tell calls apart.
@st.cache_resource(show_spinner=READING, max_entries=2)
def _load(stamp: Stamp) -> Package | BrokenPackageError:
    try:
        return load_package()
    except BrokenPackageError as broken:
        return broken


@st.cache_resource(show_spinner=READING, max_entries=2)
def _standing(stamp: Stamp) -> Standing:
    return standing_of(_load(stamp))


@st.cache_resource(show_spinner=READING, max_entries=2)
def _today(stamp: Stamp) -> Package:
    """The tables as they stand; while they are broken the newest release, so that older ones can be read beside it.

    Raises BrokenPackageError when there is neither.
    """
    newest, releases = _load(stamp), _standing(stamp).releases
    if isinstance(newest, Package):
        return newest
    if not releases:
        raise newest
    return open_release(releases[-1])


@st.cache_resource(show_spinner=READING, max_entries=KEPT)
def _open(version: str, stamp: Stamp) -> Package | BrokenPackageError:
    try:
        return open_release(_release(version, stamp), _today(stamp))
    except BrokenPackageError as broken:
        return broken


@st.cache_resource(show_spinner=READING, max_entries=KEPT)
def _changes(old: str, new: str, stamp: Stamp) -> pd.DataFrame:
    """The changes from one release to another, by version."""
    return changes(*_folders(old, new, stamp))


@st.cache_resource(show_spinner=READING, max_entries=KEPT)
def _columns(old: str, new: str, stamp: Stamp) -> list[tuple[str, str]]:
    """The columns that one release has and the other does not, by version."""
    return newer_columns(*_folders(old, new, stamp))


def _folders(old: str, new: str, stamp: Stamp) -> Iterator[Traversable]:
    """The files of two releases; an empty version means the tables as they stand."""
    yield from (files_of(_release(version, stamp)) if version else FOLDER for version in (old, new))


def _release(version: str, stamp: Stamp) -> Release:
    return next(release for release in _standing(stamp).releases if release.version == version)


def draw_problems(problems: tuple[Problem, ...], title: str) -> None:
    """Draw every problem as one line, those of one cause together, and nothing of the tables."""
    st.title(title)
    st.markdown(say("loading.problems", count=len(problems)))
    st.markdown("\n".join(f"- {plain(line)}" for line in in_lines(problems)))
