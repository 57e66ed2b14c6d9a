"""What the code reads of the declaration that ships, worked out from the names that stand in it.

`make needs` writes it anew to where the checks of the declaration read it; a test holds that it is up to date.
"""

import ast
import re
from pathlib import Path
from typing import Any

import orjson

from data.package.declaration.needs import NEEDS_FILE, needs_of
from data.package.descriptor import FILE, FOLDER

ROOT = Path(__file__).parent.parent
NAME, PART = re.compile("[a-z0-9_]+"), re.compile("[a-z]{3,}_")
ROOMS = ("data", "components", "pages", "routes")


def worked_out() -> dict[str, dict[str, dict[str, Any]]]:
    """The tables that the code names and, of each, the columns that it names, as the descriptor that ships has them.

    A name that the code uses for something else is counted too: too much is asked for rather than too little.
    """
    names = re.compile(
        "|".join({name for room in ROOMS for path in (ROOT / room).rglob("*.py") for name in _names(path)})
    )
    tables = orjson.loads((FOLDER / FILE).read_bytes())["resources"]
    return {
        table["name"]: {column: need for column, need in needs_of(table).items() if names.fullmatch(column)}
        for table in tables
        if names.fullmatch(table["name"])
    }


def as_text(needs: dict[str, dict[str, dict[str, Any]]]) -> str:
    """The needs as `needs.json` has them: one line a column."""
    tables = [
        f' "{table}": {{\n' + ",\n".join(f'  "{name}": {_line(need)}' for name, need in columns.items()) + "\n }"
        for table, columns in needs.items()
    ]
    return "{\n" + ",\n".join(tables) + "\n}\n"


def _line(need: dict[str, Any]) -> str:
    return orjson.dumps(need).decode()


def _names(path: Path) -> set[str]:
    """The attributes and texts of a module that can be names, as patterns: of a text with gaps what stands around
    them, unless that is too little to be a name."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    found = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    found |= {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    gaps = {_with_gaps(node) for node in nodes if isinstance(node, ast.JoinedStr)}
    return {name for name in found if NAME.fullmatch(name)} | {name for name in gaps if PART.search(name)}


def _with_gaps(text: ast.JoinedStr) -> str:
    parts = [str(part.value) if isinstance(part, ast.Constant) else "[a-z]+" for part in text.values]
    return "".join(parts) if all(part == "[a-z]+" or NAME.fullmatch(part) for part in parts) else ""


if __name__ == "__main__":
    NEEDS_FILE.write_text(as_text(worked_out()), encoding="utf-8")
