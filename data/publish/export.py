"""Rows of a table as files to work on: CSV, Excel, JSON and Parquet, each typed and none able to run a formula."""

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

import orjson
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from data.package.descriptor import Table
from data.package.package import Package
from data.publish.citation import Citation
from data.publish.geojson import json_value, licence
from data.text.formulas import escape_formula, is_formula

ARROW_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "date": pa.date32(),
    "list": pa.list_(pa.string()),
}
WIDEST = 400
About = Mapping[str, Any]
LABEL = "_label"
# By what is written and whether a spreadsheet would run it as a formula.
Formats = Mapping[tuple[str, bool], Any]


def about_rows(package: Package, table: str, citation: Citation) -> dict[str, str]:
    """What goes along with rows of `table`: of which view and release they are, under which licence, and the link."""
    author = {"publisher": citation.author} if citation.author else {}
    return {
        "title": citation.title,
        **author,
        "filter": citation.subject,
        "release": citation.release,
        "data_through": f"{citation.data_through:%Y-%m-%d}",
        "licence": licence(package, table),
        "retrieved": f"{citation.retrieved:%Y-%m-%d}",
        "link": citation.link,
    }


def csv_of(rows: pd.DataFrame) -> bytes:
    """The rows as CSV (RFC 4180) in UTF-8: lists joined by `;`, missing values empty, dates as YYYY-MM-DD.

    An apostrophe stands wherever a spreadsheet would take a text, an item of a list, a line or a heading for a formula;
    `unguarded` of `data.text.formulas` takes it away again, from a cell as a whole or item by item.
    """
    flat = pd.DataFrame({name: _flat(rows[name]) for name in rows}, index=rows.index)
    flat.columns = pd.Index([escape_formula(str(name)) for name in rows.columns])
    return flat.to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\r\n").encode()


def json_of(rows: pd.DataFrame, about: About) -> bytes:
    """An object with `about` and the `rows`, as `records_of` gives them."""
    return orjson.dumps({**about, "rows": records_of(rows)}, option=orjson.OPT_APPEND_NEWLINE)


def records_of(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Each row as JSON has it: days are YYYY-MM-DD, lists are lists, what is missing is None."""
    names = [str(name) for name in rows]
    return [dict(zip(names, map(json_value, row), strict=True)) for row in rows.itertuples(index=False, name=None)]


def parquet_of(declared: Table, rows: pd.DataFrame, about: About) -> bytes:
    """The rows as Parquet, typed as the package declares their columns; `about` is the file's own metadata.

    A column that `declared` lacks has the type that its values suggest.
    """
    kinds = {column.name: ARROW_TYPES[column.kind] for column in declared.columns}
    columns = {str(name): pa.array(list(map(_bare, rows[name])), type=kinds.get(str(name))) for name in rows}
    file = io.BytesIO()
    pq.write_table(pa.table(columns).replace_schema_metadata(dict(about)), file)
    return file.getvalue()


def excel_of(rows: pd.DataFrame, about: About) -> bytes:
    """The rows as a workbook: numbers are numbers, days are days, texts are texts; a second sheet says what they are.

    Raises ValueError when a text is longer than a cell of Excel may be, rather than cut it.
    """
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        # Without a day of its own the workbook would bear the hour in which it was made.
        book.set_properties({"title": about["title"], "created": pd.Timestamp(about["retrieved"]).to_pydatetime()})
        table, formats = book.add_worksheet("Rows"), _formats(book)
        for place, name in enumerate(rows.columns):
            _write_text(table, (0, place), str(name), formats, "heading")
            for line, value in enumerate(rows[name], 1):
                _write(table, (line, place), _bare(value), formats)
        table.freeze_panes(1, 0)
        table.autofit(WIDEST)
        _write_about(book.add_worksheet("About"), about, formats)
    return file.getvalue()


def with_labels(package: Package, table: str, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with, behind each column of codes, what the codes mean, as `COLUMN_label`."""
    columns: dict[str, pd.Series] = {}
    for name in map(str, rows):
        columns[name] = rows[name]
        if (table, name) in package.labelled and package.column(table, name).kind != "list":
            labels = package.choices(table, name)
            if any(label != code for code, label in labels.items()):
                columns[f"{name}{LABEL}"] = rows[name].map(labels).fillna("").astype("str")
    return pd.DataFrame(columns, index=rows.index)


def _formats(book: xlsxwriter.Workbook) -> Formats:
    """The formats of days, of texts and of headings, and of texts and headings that would be formulas if typed in."""
    return {
        ("day", False): book.add_format({"num_format": "yyyy-mm-dd"}),
        ("text", False): None,
        ("text", True): book.add_format({"quote_prefix": True}),
        ("heading", False): book.add_format({"bold": True}),
        ("heading", True): book.add_format({"bold": True, "quote_prefix": True}),
    }


def _write_about(sheet: Worksheet, about: About, formats: Formats) -> None:
    for line, (name, text) in enumerate(about.items()):
        _write_text(sheet, (line, 0), name.replace("_", " ").capitalize(), formats, "heading")
        _write_text(sheet, (line, 1), text, formats)
    sheet.autofit()


def _write(sheet: Worksheet, cell: tuple[int, int], value: Any, formats: Formats) -> None:
    """Write one value as what it is. Nothing is left to be guessed: a text stays one, whatever it begins with."""
    if isinstance(value, list):
        value = ";".join(value)
    if value is None or value == "":
        return
    if isinstance(value, str):
        _write_text(sheet, cell, value, formats)
    elif isinstance(value, date):
        _written(sheet.write_datetime(*cell, value, formats["day", False]))
    else:
        _written(sheet.write_number(*cell, value))


def _write_text(sheet: Worksheet, cell: tuple[int, int], text: str, formats: Formats, kind: str = "text") -> None:
    _written(sheet.write_string(*cell, text, formats[kind, is_formula(text)]))


def _written(result: int) -> None:
    if result:
        raise ValueError(f"a cell cannot be written to Excel (code {result})")


def _bare(value: Any) -> Any:
    """A cell as plain Python has it: a list for a tuple, a date for a timestamp, None for what is missing."""
    if isinstance(value, tuple):
        return list(value)
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value.item() if hasattr(value, "item") else value


def _flat(values: pd.Series) -> pd.Series:
    """A column for CSV; only texts and lists change."""
    if pd.api.types.is_numeric_dtype(values) or pd.api.types.is_datetime64_any_dtype(values):
        return values
    joined = values.astype("object").map(lambda value: ";".join(value) if isinstance(value, tuple) else value)
    return joined.map(lambda value: escape_formula(value) if isinstance(value, str) else value)
