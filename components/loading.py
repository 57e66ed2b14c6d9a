"""The tables for every page: read once, again when a curator has changed one, or the problems that stop the app."""

import streamlit as st

from components.plain import plain
from data.descriptor import FOLDER
from data.package import Package, load_package
from data.problems import BrokenPackageError, Problem
from data.words import counted


def read_package() -> Package | BrokenPackageError:
    """The tables, or the error that names what is wrong with them."""
    return _load(_stamp())


@st.cache_resource(show_spinner="Reading the tables", max_entries=2)
def _load(stamp: tuple[tuple[str, int, int], ...]) -> Package | BrokenPackageError:
    """Read the tables, once for each `stamp` (an argument named `_stamp` would not tell calls apart)."""
    try:
        return load_package()
    except BrokenPackageError as broken:
        return broken


def _stamp() -> tuple[tuple[str, int, int], ...]:
    """Name, time and size of every table's file: the tables are read again when a curator has changed one."""
    files = sorted([*FOLDER.glob("*.csv"), *FOLDER.glob("*.json")])
    return tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files)


def draw_problems(problems: tuple[Problem, ...]) -> None:
    """Draw every problem as one line, and nothing of the tables."""
    st.title("The tables are broken")
    found = counted(len(problems), "problem")
    st.markdown(f"{found} found. No figure is shown until each is mended, so that none is wrong.")
    st.markdown("\n".join(f"- {plain(str(problem))}" for problem in problems))
