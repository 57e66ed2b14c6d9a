"""Small frames for tests: the shipped columns, with only the values that a test is about."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pandas as pd

from data.package.package import Package, load_package
from data.package.values import PANDAS_TYPES

# The day on which tests read what ages.
DAY = pd.Timestamp("2026-11-30")
EMPTY = {"string": "", "list": ()}
EVENT = {
    "event_id": "2025-09-02-example",
    "date": "2025-09-02",
    "date_precision": "day",
    "event_type": "statement",
    "title": "Example",
    "actor_side": "US",
    "dyad": "none",
    "geo_precision": "none",
    "verification": "official",
    "importance": 3,
}


@cache
def shipped() -> Package:
    """The package as it ships, loaded once a test process."""
    return load_package()


@cache
def sources_of_two_origins() -> tuple[str, ...]:
    """Two sources of the package that trace to two origins: what no doubt attaches to."""
    sources = shipped()["sources"].drop_duplicates("origins")
    return tuple(sources.source_id.head(2))


def make_events(*rows: Mapping[str, Any]) -> pd.DataFrame:
    """Events with the given values; what a row does not give is that of a plain statement from two origins."""
    return make_rows(
        "events",
        [
            {**EVENT, "event_id": f"2025-09-02-{number}", "source_ids": sources_of_two_origins(), **row}
            for number, row in enumerate(rows)
        ],
    )


def make_rows(table: str, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Rows of any table, typed as the package types them; a column that a row does not give is empty."""
    columns = shipped().descriptor.table(table).columns
    return pd.DataFrame(
        {
            column.name: pd.Series(
                [row.get(column.name, EMPTY.get(column.kind)) for row in rows],
                dtype=PANDAS_TYPES[column.kind],
            )
            for column in columns
        }
    )


def package_with(**tables: pd.DataFrame) -> Package:
    """The package as it ships with other rows in some of its tables."""
    frames = {table.name: shipped()[table.name] for table in shipped().descriptor.tables}
    return Package(shipped().descriptor, {**frames, **tables})
