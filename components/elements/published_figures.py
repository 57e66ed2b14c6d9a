"""Draws figures that others published as a table: who, for which day, what they count, and where it can be read."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from components.elements.data_table import draw_download
from components.elements.record_table import (
    RecordTable,
    TableColumn,
    declared_column,
    draw_record_table,
    number_column,
    record_table,
)
from components.view.view import View
from data.text.formats import number, spoken
from data.text.messages import say

TOTALS = "published_totals"
OWN = ("as_of", "publisher", "metric", "qualifier", "value", "note", "url")


@dataclass(frozen=True)
class PublishedFigures:
    """A table of published figures, and its rows to download."""

    table: RecordTable
    rows: pd.DataFrame


def draw_published_figures(figures: PublishedFigures) -> None:
    """Draw the table, and the button that downloads its rows."""
    draw_record_table(figures.table)
    draw_download(figures.rows, key=figures.table.key)


def published_figures(
    view: View, figures: pd.DataFrame, *, key: str, beside: Sequence[TableColumn] = ()
) -> PublishedFigures:
    """The figures (rows of the table of published totals), the latest last, with what stands `beside` each; a
    publisher's name leads to the page where the figure stands."""
    package = view.package
    labels = package.choices(TOTALS, "qualifier")
    exact = next(iter(labels))
    values = [
        number(value) if qualifier == exact else say("published.qualified", qualifier=labels[qualifier], value=value)
        for value, qualifier in zip(figures.value, figures.qualifier, strict=True)
    ]
    title = package.column(TOTALS, "value")
    table = record_table(
        view,
        [
            declared_column(package, TOTALS, figures, "publisher"),
            declared_column(package, TOTALS, figures, "as_of"),
            declared_column(package, TOTALS, figures, "metric", is_minor=True),
            number_column("value", title.title, figures.value, pd.Series(values, figures.index), title.description),
            *beside,
            declared_column(package, TOTALS, figures, "note", is_minor=True),
        ],
        list(figures.url),
        caption=say(f"table_of.{key}", count=len(figures)),
        key=key,
        order="as_of",
    )
    return PublishedFigures(table, figures[[*OWN, *(column.name for column in beside if column.name in figures)]])


def our_range(figures: pd.DataFrame) -> TableColumn:
    """The column that says our own range beside each figure: `our_low` to `our_high`."""
    ranges = [spoken(low, high) for low, high in zip(figures.our_low, figures.our_high, strict=True)]
    return number_column("our_high", say("published.ours"), figures.our_high, pd.Series(ranges, figures.index))
