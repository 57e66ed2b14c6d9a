"""Which columns the table of events shows: the declared ones and two that are worked out, as a link names them."""

from collections.abc import Sequence

import pandas as pd

from data.events.origins import corroboration
from data.package.package import Package

SOURCES, CORROBORATION = "number_of_sources", "grade"
WORKED_OUT = {CORROBORATION: "Known from", SOURCES: "Number of sources"}
SHOWN = (
    *("date", "event_type", "title", CORROBORATION, "verification", "place", "actor_side"),
    *("killed_low", "killed_high", "importance", SOURCES),
)
BETWEEN = "."


def choosable(package: Package) -> dict[str, str]:
    """The heading of each column that the table can show, by its name in a link."""
    return {column.name: column.title for column in package.descriptor.table("events").columns} | WORKED_OUT


def read_columns(value: str, package: Package) -> tuple[str, ...]:
    """The columns that the value of a parameter names, in its order; those shown by default when it is empty.

    Raises ValueError when a column is unknown or named twice.
    """
    names = tuple(value.split(BETWEEN)) if value else SHOWN
    if len(set(names)) < len(names) or not set(names) <= set(choosable(package)):
        raise ValueError(f"not columns of the events: {value}")
    return names


def write_columns(names: Sequence[str]) -> str:
    """The value of the parameter that shows these columns; empty for none and for those shown by default."""
    return "" if tuple(names) == SHOWN else BETWEEN.join(names)


def with_worked_out(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """The events with `corroboration` (the label of the table `grades`) and `number_of_sources` (that the row
    names)."""
    labels = package.labels("grades", CORROBORATION)
    known_from = corroboration(package, events).map(labels).astype("str")
    return events.assign(grade=known_from, number_of_sources=events.source_ids.map(len).astype("int64"))
