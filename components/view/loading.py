"""The tables for every page: read once, again when a file has changed, or the problems that stop the app.

A page reads the tables as they stand, or the release that the reader asked for by `as_of`.
"""

from dataclasses import replace
from functools import lru_cache

import pandas as pd
import streamlit as st

from components.look.escaping import plain
from data.package.package import Package
from data.package.problems import BrokenPackageError, Problem, in_lines
from data.text.messages import say
from data.versions.changes import changes, newer_columns
from data.versions.data_version import Edition
from data.versions.held_releases import KEPT
from data.versions.state import Stamp, State
from data.versions.store import TableStore

STORE = TableStore()


def read_edition(day: str = "") -> Edition | BrokenPackageError:
    """The tables as they stand, or those of the newest release on or before the day (before the first one the first);
    or the error that names what is wrong with them. While they are broken those shown in their place are read."""
    if STORE.is_read:
        return STORE.edition(day)
    with st.spinner(say("loading.reading")):
        return STORE.edition(day)


def read_state() -> State:
    """What is shown of the files as they are now, and all that is wrong with them."""
    return STORE.state()


def changes_between(old: Edition, new: Edition) -> pd.DataFrame:
    """What differs in the tables of `new` from those of `old`, as `data.versions.changes` tells it."""
    return _changes(old.package, new.package)


def columns_between(old: Edition, new: Edition) -> list[tuple[str, str]]:
    """The columns that `new` has and `old` does not, as (table, column)."""
    return _columns(old.package, new.package)


def newest_of(edition: Edition) -> Edition:
    """The tables as they stand, for a reader of a release."""
    return replace(edition, package=edition.newest, asked="", opened=None)


def stamp() -> Stamp:
    """Every table's and release's file as it is now: what is shown may change when one of them has."""
    return STORE.stamp()


# Packages hold their files as they were read, so that both ends are compared as they are shown.
@lru_cache(maxsize=KEPT)
def _changes(old: Package, new: Package) -> pd.DataFrame:
    return changes(old.descriptor.folder, new.descriptor.folder)


@lru_cache(maxsize=KEPT)
def _columns(old: Package, new: Package) -> list[tuple[str, str]]:
    return newer_columns(old.descriptor.folder, new.descriptor.folder)


def draw_problems(problems: tuple[Problem, ...], title: str) -> None:
    """Draw every problem as one line, those of one cause together, and nothing of the tables."""
    st.title(title)
    st.markdown(say("loading.problems", count=len(problems)))
    st.markdown("\n".join(f"- {plain(line)}" for line in in_lines(problems)))
