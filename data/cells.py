"""A table's file as text cells, and what is wrong in its form: missing, empty, not UTF-8, ragged."""

import csv
import io
from importlib.resources.abc import Traversable

import pandas as pd

from data.descriptor import Descriptor, Table
from data.problems import Problem
from data.whole_files import read_whole, why_unreadable

HEADER_ROW = 1
FIRST_ROW = 2
NO_LIMIT = 2**31 - 1


def read_cells(table: Table, folder: Traversable) -> tuple[pd.DataFrame, list[Problem]]:
    """The file's cells as text, indexed by row of the file (header = 1), and the problems of its form.

    Columns are the declared ones. A file whose form is broken gives an empty frame, so that nothing half-read is used.
    """
    nothing = pd.DataFrame(columns=[column.name for column in table.columns], dtype="str")
    try:
        raw = read_whole(folder / table.path)
    except OSError as error:
        return nothing, [unreadable_file(table, error)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return nothing, [not_utf8(table, raw, error)]
    records, problems = _records(table, text)
    problems = problems or header_problems(table, records[0]) or row_problems(table, records[1:])
    if problems:
        return nothing, problems
    rows = range(FIRST_ROW, FIRST_ROW + len(records) - 1)
    frame = pd.DataFrame(records[1:], columns=records[0], index=pd.Index(rows, name="row"), dtype="str")
    return frame[[column.name for column in table.columns]], []


def unfinished_files(descriptor: Descriptor) -> list[Problem]:
    """The tables whose file ends within a row: it may be half-written, and its last cell cut."""
    problems = []
    for table in descriptor.tables:
        try:
            raw = read_whole(descriptor.folder / table.path)
        except OSError:
            # That it cannot be read is told where its cells are.
            continue
        if raw and not raw.endswith(b"\n"):
            problems.append(Problem(table.name, f"the file {table.path} must end with a line break: it may be cut"))
    return problems


def _records(table: Table, text: str) -> tuple[list[list[str]], list[Problem]]:
    """The rows as lists of cells, header first; or the row at which the text stops to be CSV, or that there is none."""
    records: list[list[str]] = []
    # The reader would stop at a cell of 131,072 characters; how long a cell may be is for its declaration to say.
    csv.field_size_limit(NO_LIMIT)
    try:
        records.extend(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        return records, [unreadable_row(table, HEADER_ROW + len(records), error)]
    return records, [] if records else [empty_file(table)]


def unreadable_file(table: Table, error: OSError) -> Problem:
    """The file that the package declares is not there, is none (a folder, a pipe), is too long or cannot be opened."""
    return Problem(table.name, f"the file {table.path} {why_unreadable(error)}")


def empty_file(table: Table) -> Problem:
    """The file holds nothing, not even a header."""
    return Problem(table.name, f"the file {table.path} is empty; it needs a header row")


def not_utf8(table: Table, raw: bytes, error: UnicodeDecodeError) -> Problem:
    """The file is not UTF-8 text; names the row of the file where the first wrong byte stands."""
    row = raw[: error.start].count(b"\n") + 1
    return Problem(table.name, "the file must be UTF-8 text", row=row, value=f"byte 0x{raw[error.start]:02x}")


def unreadable_row(table: Table, row: int, error: csv.Error) -> Problem:
    """The row is not CSV: after a forgotten quotation mark the rest of the file is one cell."""
    return Problem(table.name, f"the row cannot be read, a quotation mark may be missing or too many ({error})", row)


def header_problems(table: Table, header: list[str]) -> list[Problem]:
    """Columns that are missing, not declared or given twice."""
    declared = [column.name for column in table.columns]
    problems = [
        Problem(table.name, "the column is declared and must be in the header", HEADER_ROW, name)
        for name in declared
        if name not in header
    ]
    for position, name in enumerate(header):
        if name not in declared:
            problems.append(Problem(table.name, f"column {position + 1} is not declared", HEADER_ROW, value=name))
        elif name in header[:position]:
            problems.append(Problem(table.name, "the column stands twice in the header", HEADER_ROW, name))
    return problems


def row_problems(table: Table, records: list[list[str]]) -> list[Problem]:
    """Rows with too few or too many cells, as a stray comma or line break makes them."""
    width = len(table.columns)
    return [
        ragged_row(table, FIRST_ROW + position, len(record))
        for position, record in enumerate(records)
        if len(record) != width
    ]


def ragged_row(table: Table, row: int, cells: int) -> Problem:
    """A row whose number of cells is not the header's."""
    return Problem(table.name, f"the row has {cells} cells and the header {len(table.columns)}", row)
