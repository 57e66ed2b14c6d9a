"""A table's file as text cells, and what is wrong in its form: missing, empty, not UTF-8, ragged."""

import csv
import io
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from itertools import islice

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
ROWS_AT_ONCE = 1_000


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
    texts, problems = text_to_check(table, raw)
    return texts.astype("str"), problems


def text_to_check(table: Table, raw: bytes) -> tuple[pd.DataFrame, list[Problem]]:
    """What `text_of_csv` gives, but of Python's own texts: a check that looks at one cell after the other takes several
    times as long with those that pandas keeps."""
    read = ColumnsRead(table)
    try:
        read.read(raw)
    except csv.Error as error:
        wrong = _not_utf8(table, raw)
        return _nothing(table), wrong or [unreadable_row(table, read.rows + 1, error)]
    except UnicodeDecodeError:
        return _nothing(table), _not_utf8(table, raw)
    if problems := _problems(table, read):
        return _nothing(table), problems
    rows = pd.RangeIndex(FIRST_ROW, HEADER_ROW + read.rows, name="row")
    columns = dict(zip(read.header, read.columns, strict=True))
    del read
    # Of a long table no column is held twice, neither as a list nor by the frame.
    texts = {column.name: pd.Series(columns.pop(column.name), rows, "object") for column in table.columns}
    return pd.DataFrame(texts, rows, copy=False), []


def _not_utf8(table: Table, raw: bytes) -> list[Problem]:
    """Where the file as a whole is not UTF-8 text; of a sound one nobody asks, for as one text it takes much memory."""
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [not_utf8(table, raw, error)]
    return []


def _problems(table: Table, read: "ColumnsRead") -> list[Problem]:
    if not read.rows:
        return [empty_file(table)]
    return header_problems(table, read.header) or row_problems(table, read.odd_rows)


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


class ColumnsRead:
    """What was read of a file: how many rows, the header among them; the cells by column; and, with their number, the
    rows that may have too few cells, too many, or none that is filled."""

    def __init__(self, table: Table) -> None:
        self.rows = 0
        self.header: list[str] = []
        self.columns: list[list[str]] = [[] for _ in table.columns]
        self.odd_rows: list[tuple[int, list[str]]] = []
        # Most cells stand in many rows: each text is held once, but in columns in which most stand in one.
        self._known: list[dict[str, str] | None] = [{} for _ in table.columns]

    def read(self, raw: bytes) -> None:
        """Read the file with this content. Raises csv.Error at the row that is not CSV, after those before it."""
        # The reader would stop at a cell of 131,072 characters; how long one may be is for its declaration to say.
        csv.field_size_limit(NO_LIMIT)
        # Read bit by bit: as one text a long table takes four bytes a letter, and as rows each cell a place more.
        reader = csv.reader(io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8-sig", newline=""), strict=True)
        for header in islice(reader, 1):
            self.header, self.rows = header, 1
        while self._read_some(reader):
            pass

    def _read_some(self, reader: Iterator[list[str]]) -> int:
        rows: list[list[str]] = []
        first = self.rows + 1
        try:
            rows.extend(islice(reader, ROWS_AT_ONCE))
        finally:
            self.rows += len(rows)
        width = len(self.columns)
        self.odd_rows += [
            (row, record) for row, record in enumerate(rows, first) if len(record) != width or not record[0].strip()
        ]
        for place, texts in zip(range(width), zip(*rows, strict=False), strict=False):
            known = self._known[place]
            self.columns[place].extend(map(known.setdefault, texts, texts) if known is not None else texts)
            if known is not None and 2 * len(known) > self.rows > 2 * ROWS_AT_ONCE:
                self._known[place] = None
        return len(rows)
