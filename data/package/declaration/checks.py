"""Checks the descriptor before it is trusted and before any file that it names is opened: a sentence for each fault."""

import os
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import orjson

from data.package.declaration.forms import COLUMN, CONSTRAINTS, PACKAGE, SCHEMA, TABLE, Forms
from data.package.declaration.links import link_problems
from data.package.declaration.needs import need_problems
from data.package.descriptor import FILE
from data.package.problems import Problem

Part = Mapping[str, Any]
NO_OBJECT = "the descriptor must be an object of JSON that holds name, title, version, licences and resources"


def descriptor_problems(about: object, folder: Traversable) -> list[Problem]:
    """What is wrong in the declaration `about`, the JSON of the descriptor of `folder`.

    First the form of every property, then what they say of one another, then what the dashboard needs: each is judged
    only where the one before holds.
    """
    if not isinstance(about, dict):
        return [Problem(FILE, NO_OBJECT)]
    return (
        list(_forms(about))
        or list(link_problems(about["resources"]))
        or list(_outside(about["resources"], folder))
        or list(need_problems(about["resources"]))
    )


def _forms(about: Part) -> Iterator[Problem]:
    wrong = list(_of_part("the package", about, PACKAGE))
    yield from wrong
    if not isinstance(about.get("resources"), list):
        return
    for place, table in enumerate(about["resources"], 1):
        if isinstance(table, dict):
            yield from _of_table(table, place)


def _of_table(table: Part, place: int) -> Iterator[Problem]:
    where = f"table {table['name']}" if isinstance(table.get("name"), str) else f"resource {place}"
    yield from _of_part(where, table, TABLE)
    schema = table.get("schema")
    if not isinstance(schema, dict):
        return
    yield from _of_part(f"the schema of {where}", schema, SCHEMA)
    if not (schema.get("primaryKey") or schema.get("uniqueKeys")):
        yield Problem(FILE, f"the schema of {where} must have a primaryKey or uniqueKeys, by which its rows are known")
    for number, column in enumerate(schema["fields"] if isinstance(schema.get("fields"), list) else [], 1):
        if isinstance(column, dict):
            yield from _of_column(column, f"column {column.get('name', number)} of {where}")


def _of_column(column: Part, where: str) -> Iterator[Problem]:
    wrong = list(_of_part(where, column, COLUMN))
    yield from wrong
    if not wrong:
        yield from _of_part(f"the constraints of {where}", column.get("constraints", {}), CONSTRAINTS[column["type"]])
        if (column["type"] == "list") != ("delimiter" in column):
            yield Problem(FILE, f"{where} must have a delimiter if it is a list, and no other column may have one")


def _of_part(where: str, part: Part, forms: Forms) -> Iterator[Problem]:
    for name, form in forms.items():
        if name in part and not form.accepts(part[name]):
            yield Problem(FILE, f"the property {name} of {where} must be {form.text}", value=_shown(part[name]))
        elif form.needed and name not in part:
            yield Problem(FILE, f"{where} must have the property {name}: {form.text}")
    for name in part.keys() - forms.keys():
        rule = f"{where} must not have this property: the ones that are read are {', '.join(forms)}"
        yield Problem(FILE, rule, value=name)


def _shown(value: object) -> str:
    return value if isinstance(value, str) else orjson.dumps(value).decode()


def _outside(tables: list[Part], folder: Traversable) -> Iterator[Problem]:
    """Tables whose file is a link to somewhere outside the folder."""
    for table in tables:
        file = folder / table["path"]
        if isinstance(file, Path) and not _followed(file).is_relative_to(_followed(folder)):
            rule = (
                f"the file of table {table['name']} must lie in the folder of the descriptor, not be a link out of it"
            )
            yield Problem(FILE, rule, value=table["path"])


def _followed(path: Traversable) -> Path:
    """Where a path leads to. Of a link to itself that is the link, which cannot be read and is told so."""
    # Path.resolve() raises RuntimeError of such a link.
    return Path(os.path.realpath(str(path)))
