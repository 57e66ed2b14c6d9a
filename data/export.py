"""Rows of a table as files to work on: CSV, Excel, JSON and Parquet, each typed and none able to run a formula."""

import io
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import orjson
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from data.citation import Citation
from data.descriptor import Table
from data.geojson import json_value, licence
from data.package import Package

# A spreadsheet takes a text that begins so for a formula, or drops the sign and then does. Apostrophes before the sign
# are told apart from ours, so that the guard can be undone.
FORMULA = re.compile(r"'*[=+\-@\t\r]")
GUARDED = re.compile(r"'(?='*[=+\-@\t\r])")
ARROW_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "date": pa.date32(),
    "list": pa.list_(pa.string()),
}
WIDEST = 400
About = Mapping[str, str]


def about_rows(package: Package, table: str, citation: Citation) -> dict[str, str]:
    """What goes along with rows of `table`: of which view and release they are, under which licence, and the link."""
    named = {"publisher": citation.author} if citation.author else {}
    return {
        "title": citation.title,
        **named,
        "filter": citation.subject,
        "release": citation.release,
        "data_through": f"{citation.data_through:%Y-%m-%d}",
        "licence": licence(package, table),
        "retrieved": f"{citation.retrieved:%Y-%m-%d}",
        "link": citation.link,
    }


def csv_of(rows: pd.DataFrame) -> bytes:
    """The rows as CSV (RFC 4180) in UTF-8: lists joined by `;`, missing values empty, dates as YYYY-MM-DD.

    A text that a spreadsheet would take for a formula begins with an apostrophe; `unguarded` takes it away again.
    """
    flat = pd.DataFrame({name: _flat(rows[name]) for name in rows}, index=rows.index)
    flat.columns = pd.Index([_guarded(str(name)) for name in rows.columns])
    return flat.to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\r\n").encode()


def unguarded(text: str) -> str:
    """The text of a cell of `csv_of`, as the table has it."""
    return GUARDED.sub("", text, count=1) if GUARDED.match(text) else text


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
        table, head = book.add_worksheet("Rows"), book.add_format({"bold": True})
        formats = {date: book.add_format({"num_format": "yyyy-mm-dd"}), str: book.add_format({"quote_prefix": True})}
        for place, name in enumerate(rows.columns):
            _written(table.write_string(0, place, str(name), head))
            for line, value in enumerate(rows[name], 1):
                _write(table, (line, place), _bare(value), formats)
        table.freeze_panes(1, 0)
        table.autofit(WIDEST)
        _write_about(book.add_worksheet("About"), about, head)
    return file.getvalue()


def _write_about(sheet: Worksheet, about: About, head: Any) -> None:
    for line, (name, text) in enumerate(about.items()):
        _written(sheet.write_string(line, 0, name.replace("_", " ").capitalize(), head))
        _written(sheet.write_string(line, 1, text))
    sheet.autofit()


def _write(sheet: Worksheet, cell: tuple[int, int], value: Any, formats: Mapping[type, Any]) -> None:
    """Write one value as what it is. Nothing is left to be guessed: a text stays one, whatever it begins with."""
    if isinstance(value, list):
        value = ";".join(value)
    if value is None or value == "":
        return
    if isinstance(value, str):
        _written(sheet.write_string(*cell, value, formats[str] if FORMULA.match(value) else None))
    elif isinstance(value, date):
        _written(sheet.write_datetime(*cell, value, formats[date]))
    else:
        _written(sheet.write_number(*cell, value))


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
    if not (pd.api.types.is_object_dtype(values) or pd.api.types.is_string_dtype(values)):
        return values
    joined = values.map(lambda value: ";".join(value) if isinstance(value, tuple) else value)
    return joined.map(lambda value: _guarded(value) if isinstance(value, str) else value)


def _guarded(text: str) -> str:
    return f"'{text}" if FORMULA.match(text) else text
