"""What the dashboard itself reads of the declaration: tables and columns that cannot be left out, whatever is true.

`needs.json` lists them; a test works them out anew from the code and from the descriptor that ships.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from data.package.descriptor import FILE
from data.package.problems import Problem

Part = Mapping[str, Any]
# By table and column: its type, the column that it refers to or whether its values have labels, and how they count.
Needs = Mapping[str, Mapping[str, Part]]
NEEDS_FILE = Path(__file__).with_name("needs.json")
NEEDS: Needs = orjson.loads(NEEDS_FILE.read_bytes())


def need_problems(tables: list[Part]) -> Iterator[Problem]:
    """Tables and columns that the dashboard reads and that are not declared, or not as it reads them."""
    declared = {table["name"]: needs_of(table) for table in tables}
    for name, columns in NEEDS.items():
        if name not in declared:
            yield Problem(FILE, "the dashboard needs the table: declare it, with its file", value=name)
        for column, need in columns.items() if name in declared else ():
            yield from _of_column(f"column {column} of table {name}", need, declared[name].get(column))


def needs_of(table: Part) -> dict[str, dict[str, Any]]:
    """The columns of a table as they are declared, with what the dashboard may need of each."""
    foreign = {key["fields"][0]: key["reference"] for key in table["schema"].get("foreignKeys", [])}
    there = {name: f"{to['resource'] or table['name']}.{to['fields'][0]}" for name, to in foreign.items()}
    return {
        column["name"]: _need(column, column.get("references", there.get(column["name"], "")))
        for column in table["schema"]["fields"]
    }


def _need(column: Part, reference: str) -> dict[str, Any]:
    categories = column.get("categories", [])
    need = {"type": column["type"], "refers to": reference, "labelled": bool(categories)}
    tallies = sorted({category["tally"] for category in categories if "tally" in category})
    return {name: value for name, value in {**need, "counts as": tallies}.items() if value}


def _of_column(where: str, need: Part, declared: Part | None) -> Iterator[Problem]:
    if declared is None:
        yield Problem(FILE, f"the dashboard needs {where}: declare it")
        return
    for name in ("type", "refers to"):
        if name in need and declared.get(name) != need[name]:
            wanted = f"must be of type {need[name]}" if name == "type" else f"must refer to {need[name]}"
            yield Problem(FILE, f"{where} {wanted}, as the dashboard reads it", value=declared.get(name))
    if need.get("labelled") and not declared.get("labelled"):
        yield Problem(FILE, f"{where} must have categories with labels, which the dashboard shows")
    for tally in set(need.get("counts as", ())) - set(declared.get("counts as", ())):
        yield Problem(FILE, f"a category of {where} must have this tally, by which the dashboard counts", value=tally)
