"""Draws the buttons that download the rows of a view in each format, and the whole data package."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components.controls.saved_files import saved_name
from components.view.cite import view_citation
from components.view.view import View
from data.package.package import Package
from data.publish.export import about_rows, csv_of, excel_of, json_of, parquet_of, with_labels
from data.publish.file_names import events_name
from data.publish.geojson import geojson
from data.publish.totals import total_lines, totals
from data.text.messages import say
from data.versions.package_zip import package_zip

EVENTS = "events"
# Each format's name, which is the same in every language, its file's ending and its media type.
FORMATS = {
    "CSV": ("csv", "text/csv"),
    "Excel": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "JSON": ("json", "application/json"),
    "GeoJSON": ("geojson", "application/geo+json"),
    "Parquet": ("parquet", "application/vnd.apache.parquet"),
}


def draw_downloads(view: View, table: str, rows: pd.DataFrame, *, key: str) -> None:
    """Draw one button a format for the rows of a declared table, with all its columns. Files are made when asked for;
    each but the CSV says inside of which view and release its rows are, and under which licence; workbook and JSON
    also hold the totals."""
    contents = say(f"table_of.{table}", count=len(rows))
    name_of_file = events_name(view.package, view.filters) if table == EVENTS else table
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"{key}_downloads"):
        for name, make in _makers(view, table, rows).items():
            ending, media_type = FORMATS[name]
            st.download_button(
                say("downloads.format", contents=contents, format=name),
                data=make,
                file_name=saved_name(name_of_file, ending),
                mime=media_type,
                key=f"{key}_{ending}",
                on_click="ignore",
                type="tertiary",
            )


def draw_package_download(package: Package) -> None:
    """Draw the button that downloads all tables with their descriptor and licences."""
    about = package.descriptor.about
    st.download_button(
        say("downloads.package"),
        data=lambda: package_zip(package.descriptor.folder),
        file_name=f"{about['name']}-{package.release}.zip",
        mime="application/zip",
        key="package_zip",
        on_click="ignore",
    )


def _makers(view: View, table: str, rows: pd.DataFrame) -> dict[str, Callable[[], bytes]]:
    """What makes each file, when it is asked for. Only events have a point to draw."""
    # The citation names the address that the reader's browser has, which is known in the run alone.
    package, citation = view.package, view_citation(view)

    def about() -> dict[str, str]:
        return about_rows(package, table, citation)

    def workbook() -> bytes:
        return excel_of(with_labels(package, table, rows), {**about(), **total_lines(totals(table, rows))})

    points = {"GeoJSON": lambda: geojson(package, rows, about())} if table == EVENTS else {}
    return {
        "CSV": lambda: csv_of(rows),
        "Excel": workbook,
        "JSON": lambda: json_of(rows, {**about(), "totals": totals(table, rows)}),
        **points,
        "Parquet": lambda: parquet_of(package.descriptor.table(table), rows, about()),
    }
