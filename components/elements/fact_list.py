"""Draws the facts of a record as short lists, each with its heading in bold."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.look.escaping import escape_markdown
from data.package.package import Package
from data.records.facts import Group, fact_texts

COLUMNS = 2


def draw_fact_groups(
    package: Package, table: str, groups: Sequence[Group], row: pd.Series, *, key: str, empty: str = ""
) -> None:
    """Draw the groups of facts of a row side by side, under each other on a phone; a group without a fact is left out.

    A fact without a value says `empty`, or is left out when that is an empty text. `key` names the container.
    """
    lists = [(group.heading, fact_texts(package, table, group, row, empty)) for group in groups]
    filled = [(heading, facts) for heading, facts in lists if facts]
    with st.container(key=key):
        for start in range(0, len(filled), COLUMNS):
            for column, (heading, facts) in zip(st.columns(COLUMNS), filled[start : start + COLUMNS], strict=False):
                column.markdown(f"**{escape_markdown(heading)}**\n\n{fact_lines(facts)}")


def fact_lines(facts: Sequence[tuple[str, str]]) -> str:
    """The facts as a list in Markdown, one line each."""
    return "\n".join(f"- {escape_markdown(heading)}: {escape_markdown(text)}" for heading, text in facts)
