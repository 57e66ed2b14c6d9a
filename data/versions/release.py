"""Data releases: frozen copies of the whole package, each in one zip with a checksum, and opening one of them.

A release is read with its own descriptor and is never judged by rules that came after it.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import Path

import pandas as pd

from data.package.constraints import check_references, check_table, type_rules
from data.package.csv_text import read_csv_text
from data.package.descriptor import FACTS, FILE, Descriptor, Table
from data.package.package import Package, parse_descriptor
from data.package.problems import BrokenPackageError, Problem, in_order
from data.package.release_files import SUMS, Release, files_of, known_releases
from data.package.row_keys import with_moved_ids
from data.package.values import PANDAS_TYPES, typed
from data.versions.changes import moves_between
from data.versions.package_zip import LICENCES


def release_on(releases: tuple[Release, ...], day: str) -> Release | None:
    """The newest release on or before the day (YYYY-MM-DD); before the first one the first; None without any."""
    before = [release for release in releases if release.version <= day]
    return before[-1] if before else next(iter(releases), None)


def release_problems(folder: Path) -> tuple[Problem, ...]:
    """What is wrong with the list of releases in `folder`, with the files that it names or leaves out, and with the
    tables inside by what each release itself declares: no rule that came later judges them."""
    problems: list[Problem] = []
    try:
        known = known_releases(folder)
    except BrokenPackageError as broken:
        return broken.problems
    for release in known:
        try:
            problems += (_inside(release, problem) for problem in _problems_in(files_of(release)))
        except BrokenPackageError as broken:
            problems += broken.problems
    left_out = {path.name for path in folder.glob("*.zip")} - {release.path.name for release in known}
    problems += [Problem(name, f"the file is no release: {SUMS} does not list it") for name in left_out]
    return in_order(problems)


def _problems_in(files: zipfile.Path) -> Iterator[Problem]:
    """What is wrong by the release's own descriptor: that itself, the form of a table, a type, constraint, key or
    reference, a file that it does not name."""
    try:
        own = parse_descriptor(files)
    except BrokenPackageError as broken:
        yield from broken.problems
        return
    texts = {}
    for table in own.tables:
        frame, problems = read_csv_text(table, files)
        yield from problems or check_table(table, frame, type_rules)
        if not problems:
            texts[table.name] = frame
    yield from check_references(own, texts)
    expected = {FILE, LICENCES, *(table.path for table in own.tables)}
    more = (file.name for file in files.iterdir() if file.name not in expected)
    yield from (Problem(name, "no table of the descriptor has this file") for name in more)


def _inside(release: Release, problem: Problem) -> Problem:
    """The problem with the release's file before the table that it is about."""
    kind = "file" if "." in problem.table else "table"
    return replace(problem, table=f"{release.path.name}, {kind} {problem.table}")


def open_release(release: Release, today: Package | None = None, files: Traversable | None = None) -> Package:
    """The package as it was frozen, in the shape that the code of today reads.

    What the release does not have yet is added: a column without values, a table of facts without rows; tables of words
    come from `today`, and those of the screen always do, with the ids that rows have in the release. So a release gives
    a column that is newer than itself the meaning of an empty cell. Without `today` it is given as it was frozen.
    `files` are what is inside of it, where they were read before. Raises BrokenPackageError when the file is damaged.
    """
    own = parse_descriptor(files or files_of(release))
    if today is None:
        return Package(own, {table.name: _frozen(own, table) for table in own.tables})
    moves = moves_between(own, today.descriptor)
    back = {table: {row_id: former_id for former_id, row_id in ids.items()} for table, ids in moves.items()}
    frames, tables = {}, []
    for table in _shape(own, today.descriptor):
        declared = _table(own, table.name)
        if declared and not table.is_of_the_screen:
            frames[table.name] = _completed(_frozen(own, declared), table)
        else:
            frame = with_moved_ids(table, today[table.name], back)
            frames[table.name] = frame.iloc[:0] if table.role == FACTS else frame
        tables.append(table)
    return Package(replace(own, tables=tuple(tables)), frames)


def _shape(own: Descriptor, today: Descriptor) -> Iterator[Table]:
    """The tables to read: as the release declares them, with the columns and tables that are newer; those of the screen
    as they are declared today."""
    for table in today.tables:
        declared = _table(own, table.name)
        if declared is None or table.is_of_the_screen:
            yield table
        else:
            names = {column.name for column in declared.columns}
            newer = tuple(column for column in table.columns if column.name not in names)
            yield replace(declared, role=table.role, columns=declared.columns + newer)
    yield from (table for table in own.tables if _table(today, table.name) is None)


def _frozen(own: Descriptor, table: Table) -> pd.DataFrame:
    texts, problems = read_csv_text(table, own.folder)
    if problems:
        raise BrokenPackageError(problems)
    return typed(table, texts)


def _completed(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The frame with an empty column for each that the table declares and the frame lacks."""
    empty = {"string": "", "list": ()}
    added = {
        column.name: pd.Series([empty.get(column.kind)] * len(frame), frame.index, dtype=PANDAS_TYPES[column.kind])
        for column in table.columns
        if column.name not in frame
    }
    return frame.assign(**added)


def _table(descriptor: Descriptor, name: str) -> Table | None:
    return next((table for table in descriptor.tables if table.name == name), None)
