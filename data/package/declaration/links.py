"""Checks what the parts of the descriptor say of one another: names that stand once, and keys that lead somewhere."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from data.package.descriptor import FILE
from data.package.problems import Problem

Part = Mapping[str, Any]


def link_problems(tables: list[Part]) -> Iterator[Problem]:
    """Names that stand twice, keys and references to a table or column that is not declared, and values without a
    label. The properties of `tables` have the right forms."""
    yield from _twice([table["name"] for table in tables], "two tables have this name: give one another")
    yield from _twice([table["path"] for table in tables], "two tables have this path: give each a file of its own")
    columns = {table["name"]: [column["name"] for column in table["schema"]["fields"]] for table in tables}
    for table in tables:
        name, schema = table["name"], table["schema"]
        yield from _twice(columns[name], f"two columns of table {name} have this name: give one another")
        yield from _keys(name, schema, columns[name])
        yield from _foreign_keys(name, schema, columns)
        for column in schema["fields"]:
            yield from _references(f"column {column['name']} of table {name}", column, columns)
            yield from _labels(f"column {column['name']} of table {name}", column)


def _twice(names: list[str], rule: str) -> Iterator[Problem]:
    for place, name in enumerate(names):
        if name in names[:place]:
            yield Problem(FILE, rule, value=name)


def _keys(table: str, schema: Part, columns: Iterable[str]) -> Iterator[Problem]:
    for key in (schema.get("primaryKey", []), *schema.get("uniqueKeys", [])):
        for name in key:
            if name not in columns:
                yield Problem(FILE, f"the key of table {table} must name columns of the table", value=name)


def _foreign_keys(table: str, schema: Part, columns: Mapping[str, list[str]]) -> Iterator[Problem]:
    for key in schema.get("foreignKeys", []):
        (own,), (there,) = key["fields"], key["reference"]["fields"]
        target = key["reference"]["resource"] or table
        if own not in columns[table]:
            yield Problem(FILE, f"a foreign key of table {table} must start at a column of the table", value=own)
        if there not in columns.get(target, ()):
            rule = f"the foreign key of column {own} of table {table} must lead to a column of a table that is declared"
            yield Problem(FILE, rule, value=f"{target}.{there}")


def _references(where: str, column: Part, columns: Mapping[str, list[str]]) -> Iterator[Problem]:
    if "references" in column:
        target, there = column["references"].split(".")
        if there not in columns.get(target, ()):
            rule = f"the references of {where} must be a column of a table that is declared"
            yield Problem(FILE, rule, value=column["references"])


def _labels(where: str, column: Part) -> Iterator[Problem]:
    values = [category["value"] for category in column.get("categories", [])]
    allowed = column.get("constraints", {}).get("enum", [])
    if values != allowed:
        rule = f"the categories of {where} must be the values of its constraint enum, in the same order"
        yield Problem(FILE, rule, value=", ".join(map(str, values)) or None)
