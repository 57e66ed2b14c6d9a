"""Rows that a curator hands in as CSV or as a workbook: read right, whatever program wrote them, or refused."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from data.curation.working_tables import RefusedError
from data.package.csv_text import NO_LIMIT
from data.package.descriptor import Table
from data.package.problems import quotable
from data.package.whole_files import read_whole

MARKS = (",", ";", "\t", "|")
# What a workbook may unpack to: a bomb of a few kilobytes unpacks to gigabytes.
MOST_UNPACKED, MOST_TIMES = 200_000_000, 200
WORKBOOK = b"PK\x03\x04"
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
# Two letters, or an â with two, as which a letter of UTF-8 is misread, and what such a letter usually is.
FIRST_OF_TWO = re.compile("[ÂÃÄÅ]\\S|[ÂÃ]\u00a0|â\\S\\S")
USUAL = re.compile("[\u00a0-\u017f\u2010-\u203a]")
# The years in which a number in a column of dates is taken for a day, and what no such number reaches.
YEARS, MOST_DAYS = range(2000, 2100), 100_000
DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")


@dataclass(frozen=True)
class GivenRows:
    """The rows of a file under their headings, each with the line or row of the file in which it stands."""

    headings: tuple[str, ...]
    rows: list[list[str]]
    lines: list[int]


def given_rows(path: Path, table: Table, names: Iterable[str] = ()) -> GivenRows:
    """The rows of a file for a table; `names` are headings that a mapping reads as columns of it. Raises RefusedError
    with the line where the file cannot be read without doubt."""
    try:
        raw = read_whole(path)
    except OSError as error:
        raise RefusedError(f"{path.name} cannot be read: {error}") from error
    if raw.startswith(OLD_WORKBOOK):
        raise RefusedError(f"{path.name} is a workbook of an old form: save it as .xlsx or as CSV UTF-8")
    numbered = _of_workbook(path, raw, table) if raw.startswith(WORKBOOK) else _of_csv(path, raw, table, {*names})
    filled = [(line, values) for line, values in numbered if any(cell.strip() for cell in values)]
    if not filled:
        raise RefusedError(f"{path.name} is empty; it needs a header row")
    (_, header), *rows = filled
    headings = tuple(cell.strip() for cell in header)
    while headings and not headings[-1]:
        headings = headings[:-1]
    _refuse_header(path, headings)
    return GivenRows(headings, [_whole(path, line, headings, row) for line, row in rows], [line for line, _ in rows])


def _refuse_header(path: Path, headings: tuple[str, ...]) -> None:
    if "" in headings:
        raise RefusedError(
            f"{path.name}, row 1: column {headings.index('') + 1} has no heading; merged cells leave it so"
        )
    if twice := {heading for heading in headings if headings.count(heading) > 1}:
        raise RefusedError(f'{path.name}, row 1: the heading "{min(twice)}" stands there twice')


def _whole(path: Path, line: int, headings: tuple[str, ...], values: list[str]) -> list[str]:
    """A row with a cell for each heading."""
    if values[0].strip() == headings[0] and tuple(cell.strip() for cell in values[: len(headings)]) == headings:
        raise RefusedError(f"{path.name}, row {line}: the header stands there once more")
    if any(cell.strip() for cell in values[len(headings) :]):
        raise RefusedError(f"{path.name}, row {line}: the row has {len(values)} cells and the header {len(headings)}")
    if FIRST_OF_TWO.search(" ".join(values)) and (garbled := next((cell for cell in values if _is_garbled(cell)), "")):
        raise RefusedError(
            f'{path.name}, row {line}: "{quotable(garbled)}" was read in a wrong encoding: save as UTF-8'
        )
    return [*values[: len(headings)], *[""] * (len(headings) - len(values))]


def _is_garbled(text: str) -> bool:
    """Whether a part of a text is a letter or mark of UTF-8 that some program read as Windows-1252: "TocorÃ³n"."""
    return any(_as_one_letter(found[0]) for found in FIRST_OF_TWO.finditer(text))


def _as_one_letter(letters: str) -> bool:
    try:
        return USUAL.fullmatch(letters.encode("cp1252").decode("utf-8")) is not None
    except UnicodeError:
        return False


def _of_csv(path: Path, raw: bytes, table: Table, names: set[str]) -> list[tuple[int, list[str]]]:
    """The rows of a text file by line, the mark between its cells being the one at which the header falls into names
    of columns. With semicolons a comma stands before decimals, as programs write it in the countries that use them."""
    encoding = _encoding(path, raw)
    known = {*names, *(column.name for column in table.columns)}
    first = _lines(raw, encoding).readline()
    mark = max(MARKS, key=lambda one: (len(known & {cell.strip(' "\r') for cell in first.split(one)}), one == ","))
    csv.field_size_limit(NO_LIMIT)
    reader = csv.reader(_lines(raw, encoding), delimiter=mark, strict=True)
    # Most texts stand in many rows: each is kept once.
    texts: dict[str, str] = {}
    try:
        found = [(reader.line_num, [texts.setdefault(text, text) for text in values]) for values in reader]
    except csv.Error as error:
        raise RefusedError(f"{path.name}, row {reader.line_num}: a quotation mark may be missing ({error})") from error
    return [(line, _with_points(table, found[0][1], values)) for line, values in found] if mark == ";" else found


def _lines(raw: bytes, encoding: str) -> io.TextIOWrapper:
    """The lines of a text, read bit by bit: as one text a long file takes four bytes a letter."""
    return io.TextIOWrapper(io.BytesIO(raw), encoding=encoding, newline="")


def _encoding(path: Path, raw: bytes) -> str:
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        raw.decode(encoding)
        return encoding
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise RefusedError(f"{path.name}, row {line}: the file must be UTF-8 text: save it as CSV UTF-8") from error


def _with_points(table: Table, header: list[str], values: list[str]) -> list[str]:
    numbers = {column.name for column in table.columns if column.kind == "number"}
    return [
        cell.replace(",", ".")
        if place < len(header) and header[place].strip() in numbers and DECIMAL_COMMA.fullmatch(cell.strip())
        else cell
        for place, cell in enumerate(values)
    ]


def _of_workbook(path: Path, raw: bytes, table: Table) -> list[tuple[int, list[str]]]:
    """The rows of the first sheet of a workbook by row, its dates as the tables write them."""
    import openpyxl  # noqa: PLC0415  (a tool for curators, and slow to load)

    _refuse_bomb(path, raw)
    try:
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=False)
        found = [(line, [*values]) for line, values in enumerate(book.worksheets[0].iter_rows(), 1)]
    except Exception as error:
        raise RefusedError(f"{path.name} is no workbook that can be read ({type(error).__name__})") from error
    header = [str(cell.value or "").strip() for cell in found[0][1]] if found else []
    dates = [[column.name] for column in table.columns if column.kind == "date"]
    epoch = book.epoch  # 1904 where a program for the Mac began to count
    return [
        (
            line,
            [
                _text(path, cell, epoch if header[place : place + 1] in dates else None)
                for place, cell in enumerate(values)
            ],
        )
        for line, values in found
    ]


def _refuse_bomb(path: Path, raw: bytes) -> None:
    """Refuse a workbook that unpacks to more than any table has, or in which cells are merged."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
            if unpacked > MOST_UNPACKED or unpacked > MOST_TIMES * len(raw):
                raise RefusedError(f"{path.name} would unpack to {unpacked:,} bytes; no table has so many")
            sheets = sorted(name for name in archive.namelist() if name.startswith("xl/worksheets/sheet"))
            merged = re.search(rb'<mergeCell ref="([A-Z0-9:]+)"', archive.read(sheets[0])) if sheets else None
    except (zipfile.BadZipFile, OSError, EOFError) as error:
        raise RefusedError(f"{path.name} is no workbook that can be read ({error})") from error
    if merged:
        raise RefusedError(f"{path.name}: the cells {merged[1].decode()} are merged: part them, one value a cell")


def _text(path: Path, cell: Any, epoch: datetime | None) -> str:
    """A cell as the tables write it. Numbers in a column of dates are the days that spreadsheets count from `epoch`."""
    from openpyxl.utils.datetime import from_excel  # noqa: PLC0415

    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        raise RefusedError(f"{path.name}, cell {cell.coordinate}: holds a formula: put its value there")
    if cell.data_type == "e":
        raise RefusedError(f"{path.name}, cell {cell.coordinate}: holds the error {value}: put its value there")
    if epoch and isinstance(value, int | float) and not isinstance(value, bool):
        day = from_excel(value, epoch) if 0 < value < MOST_DAYS else None
        if not isinstance(day, datetime) or day.year not in YEARS:
            raise RefusedError(f"{path.name}, cell {cell.coordinate}: {value} is no day: write it YYYY-MM-DD")
        value = day
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
