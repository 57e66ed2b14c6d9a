"""A table's file as text cells, and what is wrong in its form: missing, empty, not UTF-8, ragged."""

import csv
import io
from importlib.resources.abc import Traversable

import pandas as pd

from data.package.descriptor import Descriptor, Table
from data.package.file_forms import (
    FIRST_ROW,
    HEADER_ROW,
    empty_file,
    header_problems,
    not_utf8,
    row_problems,
    unreadable_file,
    unreadable_row,
)
from data.package.problems import Problem
from data.package.whole_files import read_whole

NO_LIMIT = 2**31 - 1


def read_csv_text(table: Table, folder: Traversable) -> tuple[pd.DataFrame, list[Problem]]:
    """The file's cells as text, indexed by row of the file (header = 1), and the problems of its form.

    Columns are the declared ones. A file whose form is broken gives an empty frame, so that nothing half-read is used.
    """
    try:
        raw = read_whole(folder / table.path)
    except OSError as error:
        return _nothing(table), [unreadable_file(table, folder, error)]
    return text_of_csv(table, raw)


def text_of_csv(table: Table, raw: bytes) -> tuple[pd.DataFrame, list[Problem]]:
    """What `read_csv_text` gives of a file with this content."""
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _nothing(table), [not_utf8(table, raw, error)]
    records, problems = _records(table, raw)
    problems = problems or header_problems(table, records[0]) or row_problems(table, records[1:])
    if problems:
        return _nothing(table), problems
    rows = range(FIRST_ROW, FIRST_ROW + len(records) - 1)
    frame = pd.DataFrame(records[1:], columns=records[0], index=pd.Index(rows, name="row"), dtype="str")
    return frame[[column.name for column in table.columns]], []


def _nothing(table: Table) -> pd.DataFrame:
    return pd.DataFrame(columns=[column.name for column in table.columns], dtype="str")


def unfinished_files(descriptor: Descriptor) -> list[Problem]:
    """The tables whose file ends within a row: it may be half-written, and its last cell cut."""
    problems = []
    for table in descriptor.tables:
        try:
            raw = read_whole(descriptor.folder / table.path)
        except OSError:
            # That it cannot be read is reported where its cells are.
            continue
        if raw and not raw.endswith(b"\n"):
            problems.append(Problem(table.name, f"the file {table.path} must end with a line break: it may be cut"))
    return problems


def _records(table: Table, raw: bytes) -> tuple[list[list[str]], list[Problem]]:
    """The rows as lists of cells, header first; or the row at which the text stops to be CSV, or that there is none."""
    records: list[list[str]] = []
    # The reader would stop at a cell of 131,072 characters; how long a cell may be is for its declaration to say.
    csv.field_size_limit(NO_LIMIT)
    try:
        # Read bit by bit: as one text a long table takes four bytes a letter.
        lines = io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8-sig", newline="")
        known: dict[str, str] = {}
        # Most cells stand in many rows: each text is kept once.
        records.extend([known.setdefault(cell, cell) for cell in row] for row in csv.reader(lines, strict=True))
    except csv.Error as error:
        return records, [unreadable_row(table, HEADER_ROW + len(records), error)]
    return records, [] if records else [empty_file(table)]
