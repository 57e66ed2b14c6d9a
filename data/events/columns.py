"""Which columns the table of events shows: the declared ones and those that are worked out, as a link names them."""

from collections.abc import Sequence

from data.package.package import Package

SOURCES, CORROBORATION, KILLED, SCORE = "number_of_sources", "grade", "killed", "score"
WORKED_OUT = {CORROBORATION: "Known from", KILLED: "Killed", SCORE: "Score", SOURCES: "Number of sources"}
SHOWN = (
    *("title", "date", "event_type", KILLED, SCORE, CORROBORATION, "verification"),
    *("place", SOURCES),
)
BETWEEN = "."


def choosable(package: Package) -> dict[str, str]:
    """The heading of each column that the table can show, by its name in a link."""
    declared = package.descriptor.table("events").columns
    return {column.name: column.title for column in declared if column.name not in WORKED_OUT} | WORKED_OUT


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
