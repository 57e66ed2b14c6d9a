"""Problems of the tables in the forms that programs read: JSON, and annotations on the lines of a pull request."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import orjson

from data.package.descriptor import FILE
from data.package.problems import Problem, in_order


def as_json(problems: Iterable[Problem]) -> str:
    """A list of the problems: table, row, column, value, rule, hint, and the whole as a sentence."""
    rows = [{**asdict(problem), "reads": [*problem.reads], "sentence": str(problem)} for problem in in_order(problems)]
    return orjson.dumps(rows, option=orjson.OPT_INDENT_2).decode()


def as_annotations(problems: Iterable[Problem], folder: Path) -> Iterator[str]:
    """A workflow command of GitHub for each problem, which shows it at the line of the table's file. A row is a line
    there, as no cell of a table has a line break."""
    home = Path.cwd()
    inside = folder.resolve().relative_to(home) if folder.resolve().is_relative_to(home) else folder
    for problem in in_order(problems):
        name = problem.table if problem.kind == "file" else f"{problem.table}.csv"
        place = inside / (name if (folder / name).exists() else FILE)
        line = f",line={problem.row}" if problem.row else ""
        yield f"::error file={_escaped(place.as_posix())}{line},title=Tables::{_escaped(str(problem))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
