"""Columns that show a declared column in another dress, and the table of rows that each name their sources."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from components.elements.data_table import draw_table
from components.look.escaping import escape_markdown
from data.package.package import Package
from data.sanctions.actions import publishers
from data.text.formats import DAY_IN_TABLE

PUBLISHERS, NUMBER = "publishers", "number_of_sources"


def text_column(package: Package, table: str, column: str, width: int | None = None) -> ColumnConfig:
    """Text under the declared heading and help; `width` in pixels."""
    declared = package.column(table, column)
    return st.column_config.TextColumn(declared.title, help=escape_markdown(declared.description), width=width)


def day_column(package: Package, table: str, column: str, width: int | None = None) -> ColumnConfig:
    """A day under the declared heading and help; `width` in pixels."""
    declared = package.column(table, column)
    return st.column_config.DateColumn(
        declared.title, help=escape_markdown(declared.description), width=width, format=DAY_IN_TABLE
    )


def draw_sourced_table(
    package: Package,
    table: str,
    rows: pd.DataFrame,
    columns: Sequence[str],
    *,
    extra: Mapping[str, ColumnConfig] | None = None,
    placeholder: str = "",
    **options: Any,
) -> None:
    """Draw `columns` of the rows, which have source_ids, then how many sources each names and who published them.

    `extra` settles columns that the package does not declare for `table`; `placeholder` stands in empty cells; further
    options are those of `draw_table`.
    """
    declared = package.column(table, "source_ids")
    sources = {
        NUMBER: st.column_config.NumberColumn(declared.title, help=escape_markdown(declared.description)),
        PUBLISHERS: text_column(package, "sources", "publisher"),
    }
    draw_table(
        package,
        table,
        rows.assign(**{NUMBER: rows.source_ids.map(len), PUBLISHERS: publishers(rows.source_ids, package["sources"])}),
        [*columns, NUMBER, PUBLISHERS],
        extra={**(extra or {}), **sources},
        placeholder=placeholder,
        **options,
    )
