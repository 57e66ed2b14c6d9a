"""Draws the wait for the tables, and the problems in their place."""

import streamlit as st

from components.look.escaping import escape_markdown
from data.package.problems import BrokenPackageError, Problem, in_lines
from data.text.messages import say
from data.versions.data_version import DataVersion
from data.versions.polled_store import POLLED


def load_data_version(day: str = "") -> DataVersion | BrokenPackageError:
    """The tables as they stand, or those of the newest release on or before the day (before the first one the first);
    or the error that names what is wrong with them. While files are read the page shows that it waits."""
    try:
        if POLLED.is_read:
            return POLLED.data_version(day)
        with st.spinner(say("loading.reading")):
            return POLLED.data_version(day)
    except BrokenPackageError as broken:
        return broken


def draw_problems(problems: tuple[Problem, ...], title: str) -> None:
    """Draw every problem as one line, those of one cause together, and nothing of the tables."""
    st.title(title)
    st.markdown(say("loading.problems", count=len(problems)))
    st.markdown("\n".join(f"- {escape_markdown(line)}" for line in in_lines(problems)))
