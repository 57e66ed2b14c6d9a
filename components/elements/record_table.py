"""Draws rows as a table that a reader reads: sorted and cut into pages as the address says, each row leading to its
record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from components.elements.data_table import labelled
from components.elements.html_table import Heading, Row, html_table
from components.elements.table_pages import ROWS, TablePage, table_page
from components.look.escaping import escape_markdown
from components.view.addresses import address_here
from components.view.view import View
from data.package.package import Package
from data.selection.record_kinds import RecordKind
from data.text.formats import day_name, number
from data.text.matching import folded
from data.text.messages import say

NUMBERS = ("integer", "number")


@dataclass(frozen=True)
class TableColumn:
    """A column of a table: the `name` by which a link sorts by it, its heading, what stands in its cells, and the
    values by which they are sorted (numbers, days or texts; missing ones last)."""

    name: str
    heading: str
    texts: pd.Series
    values: pd.Series
    help: str = ""
    is_minor: bool = False
    is_text: bool = False

    @property
    def is_number(self) -> bool:
        """Whether its cells are numbers, and no texts that are sorted by one."""
        return pd.api.types.is_numeric_dtype(self.values.dtype) and not self.is_text

    @property
    def is_day(self) -> bool:
        """Whether its cells are days."""
        return pd.api.types.is_datetime64_any_dtype(self.values.dtype)

    @property
    def first_order(self) -> str:
        """How a link sorts by it at first: texts from A, numbers and days from the last."""
        return self.name if self.is_text or self.values.dtype in ("str", "object") else f"-{self.name}"


def text_column(
    name: str, heading: str, texts: pd.Series, help_text: str = "", *, is_minor: bool = False
) -> TableColumn:
    """A column of texts, sorted as they are read."""
    texts = texts.fillna("").astype("str")
    return TableColumn(name, heading, texts, texts.map(folded), help_text, is_minor)


def number_column(
    name: str,
    heading: str,
    values: pd.Series,
    texts: pd.Series | None = None,
    help_text: str = "",
    *,
    is_minor: bool = False,
) -> TableColumn:
    """A column of numbers, or of `texts` that say them."""
    written = _written(values, number) if texts is None else texts
    return TableColumn(name, heading, written.astype("str"), values, help_text, is_minor)


def day_column(
    name: str,
    heading: str,
    days: pd.Series,
    texts: pd.Series | None = None,
    help_text: str = "",
    *,
    is_minor: bool = False,
) -> TableColumn:
    """A column of days, or of `texts` that say as exactly as they are known, sorted by the days."""
    written = _written(days, day_name) if texts is None else texts
    return TableColumn(name, heading, written.astype("str"), days, help_text, is_minor)


def _written(values: pd.Series, write: Callable[[Any], str]) -> pd.Series:
    return pd.Series(["" if pd.isna(value) else write(value) for value in values], values.index, dtype="str")


def declared_column(
    package: Package, table: str, rows: pd.DataFrame, name: str, *, is_minor: bool = False
) -> TableColumn:
    """A column as the package declares it: its heading, its description, labels in place of codes."""
    column = package.column(table, name)
    if column.kind == "date":
        return day_column(name, column.title, rows[name], help_text=column.description, is_minor=is_minor)
    if column.kind in NUMBERS and (table, name) not in package.labelled:
        return number_column(name, column.title, rows[name], help_text=column.description, is_minor=is_minor)
    if column.kind == "list" and (table, name) in package.labelled:
        labels = package.choices(table, name)
        found = rows[name].map(lambda codes: "; ".join(str(labels[code]) for code in codes))
        return text_column(name, column.title, found, column.description, is_minor=is_minor)
    shown = labelled(package, table, rows[[name]])[name]
    texts = text_column(name, column.title, shown.map(str), column.description, is_minor=is_minor)
    if column.kind in NUMBERS:
        return TableColumn(name, texts.heading, texts.texts, rows[name], texts.help, is_minor)
    return texts


def record_addresses(view: View, kind: RecordKind, rows: pd.DataFrame, column: str = "") -> list[str]:
    """The address of each row's record, opened over this page; empty where the row names none."""
    ids = rows[column or kind.id_column]
    return [address_here(view, **{kind.parameter: str(row_id)}) if row_id else "" for row_id in ids]


@dataclass(frozen=True)
class RecordTable:
    """A table as HTML under the key of its container, and what the address asks of it that it cannot give."""

    key: str
    html: str
    ignored: tuple[str, ...]


def draw_record_table(table: RecordTable) -> None:
    """Draw the table; what the address asks for and cannot be had is said in one line."""
    if table.ignored:
        st.caption(say("frame.ignored", words=escape_markdown(", ".join(table.ignored))))
    with st.container(key=f"{table.key}_rows"):
        st.html(table.html)


def record_table(
    view: View,
    columns: Sequence[TableColumn],
    addresses: Sequence[str],
    *,
    caption: str,
    key: str,
    order: str = "",
    is_main: bool = True,
) -> RecordTable:
    """The rows as a table, fifty a page; `addresses` are those to which the rows lead, in the rows' order, and `order`
    names the column by which they came sorted. The main table of a section is sorted and turned by the address."""
    by_name = {column.name: column for column in columns}
    whole = TablePage(range(len(addresses)))
    page = table_page(view, by_name, len(addresses), lambda name: by_name[name].values) if is_main else whole
    shown = [replace(column, texts=column.texts.iloc[[*page.places]]) for column in columns]
    return _written_table(view, page, shown, [addresses[place] for place in page.places], (caption, key, order))


def long_record_table(
    view: View,
    kind: RecordKind,
    rows: pd.DataFrame,
    names: Sequence[str],
    column: Callable[[pd.DataFrame, str], TableColumn],
    **text: str,
) -> RecordTable:
    """As `record_table`, of rows that may be very many: what stands in a column is worked out by its name for the rows
    of the page alone, and for all where they are sorted by it. `text` has the caption, the key and the order."""
    page = table_page(view, names, len(rows), lambda name: column(rows, name).values)
    part = rows.iloc[[*page.places]]
    columns = [column(part, name) for name in names]
    about = text["caption"], text["key"], text["order"]
    return _written_table(view, page, columns, record_addresses(view, kind, part), about)


def _written_table(
    view: View, page: TablePage, columns: Sequence[TableColumn], addresses: Sequence[str], about: tuple[str, str, str]
) -> RecordTable:
    """The rows of a page, of which `columns` and `addresses` are; `about` is caption, key and order of the table."""
    caption, key, order = about
    first = (page.number - 1) * ROWS + 1
    part = say("table.part", caption=caption, first=first, last=first + len(page.places) - 1)
    lines = zip(*(column.texts.astype("str") for column in columns), strict=True)
    rows = [Row(texts, to) for texts, to in zip(lines, addresses, strict=True)]
    headings = [_heading(view, one, page.order or order, order) if page.is_turned else _bare(one) for one in columns]
    written = html_table(part if page.pages > 1 else caption, headings, rows, page.links(view))
    return RecordTable(key, written, page.ignored(view))


def _heading(view: View, column: TableColumn, shown: str, order: str) -> Heading:
    """The heading that sorts by its column, or the other way round where the table is sorted by it."""
    is_shown = shown.removeprefix("-") == column.name
    following = (column.name if shown.startswith("-") else f"-{column.name}") if is_shown else column.first_order
    target = address_here(view, sort="" if following == order else following, page="")
    direction = ("descending" if shown.startswith("-") else "ascending") if is_shown else ""
    return replace(_bare(column), address=target, order=direction)


def _bare(column: TableColumn) -> Heading:
    return Heading(
        column.heading, column.help, is_number=column.is_number, is_day=column.is_day, is_minor=column.is_minor
    )
