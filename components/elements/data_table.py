"""Tables with the headings, units and labels that the package declares, and their rows to download."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from components.controls.saved_files import saved_name
from data.package.descriptor import Column
from data.package.package import Package
from data.publish.export import csv_of
from data.text.messages import say

# Rows of a table that are sent at once.
MOST_SENT = 2000


def labelled(package: Package, table: str, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with codes replaced by the labels that the package declares for them, and lists as text.

    Columns that the package does not declare for `table` are left as they are.
    """
    declared = {column.name: column for column in package.descriptor.table(table).columns}
    return pd.DataFrame(
        {
            name: _labelled(package, table, declared[name], rows[name]) if name in declared else rows[name]
            for name in rows.columns
        },
        index=rows.index,
    )


def headed(package: Package, table: str, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the package's headings and labels, and days without a time."""
    names = [str(name) for name in rows]
    days = {name: rows[name].dt.date for name in names if package.column(table, name).kind == "date"}
    shown = labelled(package, table, rows).assign(**days)
    return shown.rename(columns={name: package.column(table, name).title for name in names})


def _labelled(package: Package, table: str, column: Column, values: pd.Series) -> pd.Series:
    if column.kind == "list":
        return values.map(lambda items: column.delimiter.join(items).replace(column.delimiter, f"{column.delimiter} "))
    if not _has_labels(package, column):
        return values
    labels = package.choices(table, column.name)
    return values.map(lambda value: labels.get(value, value))


def _has_labels(package: Package, column: Column) -> bool:
    if column.reference:
        return package.descriptor.table(column.reference.table).with_role("label") is not None
    return bool(column.labels)


@dataclass(frozen=True)
class TableWhenOpened:
    """A table that is made when a reader opens it or downloads it: how many rows it will have."""

    count: int
    make: Callable[[], pd.DataFrame]

    def __len__(self) -> int:
        return self.count


def opened_table(rows: pd.DataFrame | TableWhenOpened) -> pd.DataFrame:
    """The rows, made now where they were not yet."""
    return rows.make() if isinstance(rows, TableWhenOpened) else rows


def draw_frame(rows: pd.DataFrame, **options: Any) -> None:
    """Draw the rows as a table to scroll through. Of very many a browser is sent those that it shows, a thousand at a
    time; all of them are sorted, by the server."""
    st.dataframe(rows, hide_index=True, lazy=True if len(rows) > MOST_SENT else None, **options)


def draw_download(rows: pd.DataFrame | TableWhenOpened, *, key: str) -> None:
    """Draw a button that downloads the rows as CSV, named by what they are: the message table_of.KEY."""
    contents = say(f"table_of.{key}", count=len(rows))
    st.download_button(
        say("data_table.csv", contents=contents),
        data=lambda: csv_of(opened_table(rows)),
        file_name=saved_name(key, "csv"),
        mime="text/csv",
        key=f"{key}_csv",
        on_click="ignore",
        type="tertiary",
    )
