"""The columns in which no row has a value, as in a release from before there was such a column."""

from data.package.once_per_package import once_per_package
from data.package.package import Package

FILTERED = ("events", "detainees")


@once_per_package
def columns_without_values(package: Package) -> frozenset[tuple[str, str]]:
    """The columns of text, as (table, column), of events and people that no row has a value in."""
    tables = {name: package[name] for name in FILTERED if len(package[name])}
    return frozenset(
        (name, str(column))
        for name, rows in tables.items()
        for column in rows.columns
        if rows[column].dtype == "str" and rows[column].eq("").all()
    )
