"""What a record says of a row: facts in groups, each with the columns that it shows, so that none is forgotten."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.geo.locations import on_the_globe
from data.package.package import Package
from data.text.formats import day_name
from data.text.messages import say

TextOf = Callable[[Package, pd.Series], str]
FactText = tuple[str, str]


@dataclass(frozen=True)
class Fact:
    """One thing that a record says. `columns` are those whose values it shows.

    `text` says them, `heading` names the fact; without them it is the first column's value in words under that
    column's own heading.
    """

    columns: tuple[str, ...]
    text: TextOf | None = None
    heading: str = ""


@dataclass(frozen=True)
class Group:
    """Facts that belong together, under a heading."""

    heading: str
    facts: tuple[Fact, ...]


def labelled_facts(*columns: str) -> tuple[Fact, ...]:
    """One fact a column: its value in words."""
    return tuple(Fact((column,)) for column in columns)


def explained(table: str, column: str) -> Fact:
    """The column's value with what it means: "Disputed. Sources contradict each other."."""
    return Fact((column,), lambda package, row: with_meaning(package, table, column, row[column]))


def fact_texts(package: Package, table: str, group: Group, row: pd.Series, empty: str = "") -> list[FactText]:
    """The heading and the text of each fact of a group; one without a text has `empty`, or is left out."""
    texts = [(_heading(package, table, fact), _text(package, table, fact, row) or empty) for fact in group.facts]
    return [(heading, text) for heading, text in texts if text]


def value_text(package: Package, table: str, column: str, value: Any) -> str:
    """A value as readers see it: codes by their labels, days in English, lists joined; empty where there is none."""
    labels = _labels(package, table, column)
    if isinstance(value, tuple):
        return "; ".join(str(labels.get(item, item)) for item in value)
    if pd.isna(value) or value == "":
        return ""
    return day_name(value) if isinstance(value, pd.Timestamp) else str(labels.get(value, value))


def with_meaning(package: Package, table: str, column: str, value: str) -> str:
    """A code by its label and what the vocabulary says that it means; empty where there is no value."""
    label = value_text(package, table, column, value)
    meant = _meanings(package, table, column).get(value, "")
    return f"{label}. {meant}" if label and meant else label


def degrees(lat: float, lon: float) -> str:
    """A point of WGS84 degrees in words, as in "10.48° N, 66.9° W"; empty where there is none on the globe."""
    if not on_the_globe(lat, lon):
        return ""
    north = say("degrees.north" if lat >= 0 else "degrees.south", degrees=abs(lat))
    east = say("degrees.east" if lon >= 0 else "degrees.west", degrees=abs(lon))
    return f"{north}, {east}"


def _heading(package: Package, table: str, fact: Fact) -> str:
    return fact.heading or package.column(table, fact.columns[0]).title


def _text(package: Package, table: str, fact: Fact, row: pd.Series) -> str:
    return fact.text(package, row) if fact.text else value_text(package, table, fact.columns[0], row[fact.columns[0]])


def _labels(package: Package, table: str, column: str) -> dict[Any, str]:
    declared = package.column(table, column)
    return package.choices(table, column) if declared.reference or declared.labels else {}


def _meanings(package: Package, table: str, column: str) -> dict[Any, str]:
    """What each value means, from the table that the column refers to or from the categories declared with it."""
    declared = package.column(table, column)
    if not declared.reference:
        return dict(declared.meanings)
    frame = package[declared.reference.table]
    if "description" not in frame:
        return {}
    return dict(zip(frame[declared.reference.column], frame.description, strict=True))
