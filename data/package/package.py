"""Loads the tables as typed frames and checks them; a broken table stops the load with every problem named."""

import gc
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources.abc import Traversable
from threading import Lock
from typing import Any

import orjson
import pandas as pd
from cachetools import LRUCache, cached

from data.package.constraints import check_references, check_table
from data.package.csv_text import text_to_check
from data.package.declaration.checks import descriptor_problems
from data.package.descriptor import FILE, FOLDER, Column, Descriptor, Table, as_descriptor
from data.package.file_forms import unreadable_file
from data.package.lost_rows import lost_rows
from data.package.problems import BrokenPackageError, Problem
from data.package.rows import SharedFrames
from data.package.rules.corrections import corrections_name_a_value
from data.package.rules.judged import judged_rules
from data.package.values import ReadTable, typed
from data.package.whole_files import read_whole, why_unreadable

TABLES = 64  # in memory: all of two states, that before an edit and that after it


# Two packages are the same when they are one object: so what is worked out of one can be kept for it.
@dataclass(frozen=True, eq=False)
class Package:
    """The declared and checked tables.

    Frames hold text as str (an empty cell is ""), counts as Int64, degrees and scores as float64, dates as
    datetime64, `;`-lists as tuples. Their index is the row of the file (the header is row 1). What a caller writes to a
    frame no other caller sees.
    """

    descriptor: Descriptor
    frames: Mapping[str, pd.DataFrame]

    def __post_init__(self) -> None:
        object.__setattr__(self, "frames", SharedFrames(self.frames))

    def __getitem__(self, table: str) -> pd.DataFrame:
        """The typed frame of a table, the caller's own; KeyError when none is declared."""
        return self.frames[table]

    def column(self, table: str, column: str) -> Column:
        """What the package declares of a column; KeyError when it declares none."""
        return self.descriptor.table(table).column(column)

    def choices(self, table: str, column: str) -> dict[Any, str]:
        """The values a column may hold, each with its label, in reading order.

        They come from the table that the column refers to, or from the categories declared with it.
        """
        return self._choices[table, column]

    @property
    def labelled(self) -> Set[tuple[str, str]]:
        """The columns for which `choices` has labels, as (table, column)."""
        return self._choices.keys()

    @cached_property
    def _choices(self) -> dict[tuple[str, str], dict[Any, str]]:
        found: dict[tuple[str, str], dict[Any, str]] = {}
        # Many columns refer to the same one, which may have very many rows: its labels are there once.
        of_rows = cache(self._labels_of)
        for table in self.descriptor.tables:
            for column in table.columns:
                if column.reference:
                    found[table.name, column.name] = of_rows(column.reference.table, column.reference.column)
                elif column.labels:
                    found[table.name, column.name] = dict(column.labels)
        return found

    def counted_as(self, table: str, column: str, tally: str) -> list[Any]:
        """The values of a column that count as `tally`, as its categories declare; KeyError when none does."""
        values = [value for value, counted in self.column(table, column).tallies.items() if counted == tally]
        if not values:
            raise KeyError(f"no value of {table}.{column} counts as {tally}")
        return values

    def labels(self, table: str, key: str) -> dict[Any, str]:
        """The label of each row of a table by its `key`, in reading order."""
        return self._labels_of(table, key)

    def _labels_of(self, table: str, key: str) -> dict[Any, str]:
        declared, frame = self.descriptor.table(table), self.frames[table]
        label, order = declared.with_role("label"), declared.with_role("order")
        if not label and declared.column(key).labels:
            return dict(declared.column(key).labels)
        ordered = frame.sort_values(order) if order else frame
        return dict(zip(ordered[key].tolist(), ordered[label or key].tolist(), strict=True))

    @property
    def release(self) -> str:
        """The version of the dataset, as the descriptor names it."""
        return str(self.descriptor.about["version"])

    @cached_property
    def first_day(self) -> pd.Timestamp:
        """The first day of the oldest event: the data begins here."""
        return pd.Timestamp(self["events"]["date"].min())

    @cached_property
    def last_day(self) -> pd.Timestamp:
        """The first day of the newest event: the data goes up to here."""
        return pd.Timestamp(self["events"]["date"].max())


def load_package(folder: Traversable = FOLDER) -> Package:
    """Load and check every table of `folder`. Raises BrokenPackageError with all problems when anything is wrong."""
    descriptor, was_on = trusted_descriptor(folder), gc.isenabled()
    # Among millions of texts, all of them held, the search for objects that nothing holds takes a sixth of the time.
    gc.disable()
    try:
        return _load(descriptor, folder)
    finally:
        if was_on:
            gc.enable()


def _load(descriptor: Descriptor, folder: Traversable) -> Package:
    read = {table.name: _read_table(table, folder) for table in descriptor.tables}
    problems = [problem for table in read.values() for problem in table.problems]
    texts = {name: table.texts.copy(deep=False) for name, table in read.items() if table.texts is not None}
    frames = {name: table.frame.copy(deep=False) for name, table in read.items() if table.frame is not None}
    problems += check_references(descriptor, texts)
    problems += judged_rules(frames, texts, problems)
    problems += lost_rows(descriptor, texts)
    # Of a table in which something is broken the keys may be, too.
    broken = {problem.table for problem in problems}
    problems += corrections_name_a_value(descriptor, {name: text for name, text in texts.items() if name not in broken})
    if problems:
        raise BrokenPackageError(problems)
    return Package(descriptor, {name: table.shown for name, table in read.items()})


def _read_table(table: Table, folder: Traversable) -> ReadTable:
    try:
        raw = read_whole(folder / table.path)
    except OSError as error:
        return ReadTable(table, (unreadable_file(table, folder, error),))
    return _read_content(table, raw)


@cached(LRUCache(TABLES), key=lambda table, raw: (table, sha256(raw).digest()), lock=Lock())
def _read_content(table: Table, raw: bytes) -> ReadTable:
    """The table whose file has this content: kept, so that an edit of one table has no other read and judged again. The
    content itself, which may be long, is not."""
    texts, broken_form = text_to_check(table, raw)
    if broken_form:
        return ReadTable(table, tuple(broken_form))
    return ReadTable(table, tuple(check_table(table, texts)), texts, typed(table, texts))


def trusted_descriptor(folder: Traversable) -> Descriptor:
    """The descriptor of `folder`, checked before any table that it names is opened. Raises BrokenPackageError with all
    problems when it cannot be read or declares what cannot be."""
    if problems := descriptor_problems(_json(folder), folder):
        raise BrokenPackageError(problems)
    return parse_descriptor(folder)


def parse_descriptor(folder: Traversable) -> Descriptor:
    """The descriptor of `folder`, which may be a release's, whatever is asked of a descriptor today. Raises
    BrokenPackageError when the file is missing, is not JSON or lacks a part."""
    about = _json(folder)
    try:
        return as_descriptor(about, folder)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise BrokenPackageError(
            [Problem(FILE, f"the descriptor lacks a property or has it wrong: {error}")]
        ) from error


def _json(folder: Traversable) -> Any:
    """The content of the descriptor's file. Raises BrokenPackageError when it cannot be read as JSON."""
    try:
        return orjson.loads(read_whole(folder / FILE))
    except OSError as error:
        raise BrokenPackageError([Problem(FILE, f"the descriptor {why_unreadable(error)}")]) from error
    except orjson.JSONDecodeError as error:
        raise BrokenPackageError([Problem(FILE, f"the descriptor must be JSON: {error}")]) from error
