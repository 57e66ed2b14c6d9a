"""What a record says of a row: facts in groups, each with the columns that it shows, so that none is forgotten."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.geo.locations import on_the_globe
from data.package.package import Package
from data.records.record import Line, Part, Phrase, joined, line
from data.text.formats import day_name
from data.text.messages import say

LineOf = Callable[[Package, pd.Series], str | Line]


@dataclass(frozen=True)
class Fact:
    """One thing that a record says. `columns` are those whose values it shows.

    `says` gives them in words, `heading` names the fact; without them it is the first column's value in words under
    that column's own heading.
    """

    columns: tuple[str, ...]
    says: LineOf | None = None
    heading: str = ""


@dataclass(frozen=True)
class Group:
    """Facts that belong together, under a heading."""

    heading: str
    facts: tuple[Fact, ...]


def labelled_facts(*columns: str) -> tuple[Fact, ...]:
    """One fact a column: its value in words."""
    return tuple(Fact((column,)) for column in columns)


def explained(table: str, *columns: str) -> Fact:
    """The columns' values, each of which opens what it means: "Disputed", below it "Sources contradict each other."."""
    return Fact(columns, lambda package, row: joined(_opening(package, table, column, row) for column in columns))


def _opening(package: Package, table: str, column: str, row: pd.Series) -> Line:
    values = row[column] if isinstance(row[column], tuple) else (row[column],)
    return joined(code_line(package, table, column, value) for value in values)


def code_line(package: Package, table: str, column: str, value: Any) -> Line:
    """A code by its label, which opens what the vocabulary or else the glossary says of it; empty where there is
    none."""
    label = value_text(package, table, column, value)
    return (Phrase(label, meaning=meaning_of(package, table, column, value)),) if label else ()


def meaning_of(package: Package, table: str, column: str, value: Any = "") -> str:
    """What a code means: as its vocabulary says, else as the glossary explains the column; empty where neither does."""
    meant = _meanings(package, table, column).get(value, "")
    return str(meant or _in_glossary(package, package.column(table, column).title))


def _in_glossary(package: Package, title: str) -> str:
    """What the glossary says of the term with which a column's title begins, as "CAMEO code" does; empty without."""
    # A release from before there was a glossary brings none where the tables as they stand are broken.
    terms = package["glossary"] if "glossary" in package.frames else pd.DataFrame(columns=["term", "meaning"])
    meanings = dict(zip(terms.term, terms.meaning, strict=True))
    return next((meaning for term, meaning in meanings.items() if f"{title} ".startswith(f"{term} ")), "")


def fact_part(name: str, package: Package, table: str, group: Group, row: pd.Series, empty: str = "") -> Part:
    """The facts of a group under its heading; one of which nothing is known says `empty`, or is left out."""
    lines = [(_heading(package, table, fact), _line(package, table, fact, row)) for fact in group.facts]
    known = [(heading, found or (line(empty) if empty else ())) for heading, found in lines]
    return Part(name, group.heading, facts=tuple((heading, found) for heading, found in known if found))


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


def _line(package: Package, table: str, fact: Fact, row: pd.Series) -> Line:
    column = fact.columns[0] if fact.columns else ""
    found = fact.says(package, row) if fact.says else value_text(package, table, column, row[column])
    return (line(found) if found else ()) if isinstance(found, str) else found


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
