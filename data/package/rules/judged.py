"""The rules judged beside what is known of broken cells, so that what one wrong cell causes is reported once."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from data.package.problems import Problem
from data.package.rows import Frames
from data.package.rules.registry import check_rules


def judged_rules(frames: Frames, texts: Frames, problems: Sequence[Problem]) -> list[Problem]:
    """The rules that do not hold, each with the raw cells that it is about.

    A rule is left out that looks at a cell of which was told that it has no value, or at nothing but a cell of which
    anything was told. How a value that is there fits to other cells is told.
    """
    reported = {(problem.table, problem.row, name) for problem in problems for name in _columns(problem)}
    empty = {cell for cell in reported if _has_no_value(frames, texts, *cell)}
    columns = {f"{table}.{column}" for table, _, column in empty}
    return [
        replace(problem, value=raw_value(texts[problem.table], problem))
        for problem in check_rules(frames)
        if columns.isdisjoint(problem.reads)
        and (empty if _reads_others(problem, texts) else reported).isdisjoint(
            (problem.table, problem.row, name) for name in (*_columns(problem), *problem.reads)
        )
    ]


def _reads_others(problem: Problem, texts: Frames) -> bool:
    """Whether the rule looks at other cells than those of which the problem is told."""
    others = {*problem.reads}.difference(_columns(problem))
    return any("." in name or name in texts[problem.table] for name in others)


def _has_no_value(frames: Frames, texts: Frames, table: str, row: int | None, column: str) -> bool:
    """Whether a cell is empty or only spaces, or is not of its column's type."""
    if table not in texts or row not in texts[table].index or column not in texts[table]:
        return False
    return not str(texts[table].at[row, column]).strip() or bool(frames[table][column].isna().at[row])


def _columns(problem: Problem) -> list[str]:
    return problem.column.split(", ") if problem.column else []


def raw_value(csv_texts: pd.DataFrame, problem: Problem) -> str | None:
    """The cells, as they stand in the file, of the columns that a problem names; None where all are empty."""
    if problem.row is None or problem.column is None:
        return None
    texts = [str(csv_texts.at[problem.row, name]) for name in problem.column.split(", ")]
    return ", ".join(texts) if any(texts) else None
