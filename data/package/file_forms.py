"""What is wrong in the form of a table's file, as spreadsheets leave it, each with the way to mend it."""

import csv
import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable

from data.package.descriptor import Table
from data.package.problems import Problem, quotable
from data.package.whole_files import why_unreadable
from data.text.formats import counted
from data.text.suggestions import nearest

HEADER_ROW = 1
FIRST_ROW = 2
# Two names of columns that fall apart at one of these show which mark the file puts between its cells.
OTHER_MARKS = {";": "semicolons", "\t": "tabs", "|": "upright bars"}
NAMES_ENOUGH = 2
CURLY = re.compile("[“”„‟«»]")
SAVE_AS = "in the spreadsheet save it as CSV UTF-8, with commas between cells"
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def unreadable_file(table: Table, folder: Traversable, error: OSError) -> Problem:
    """The file that the package declares is not there, is none (a folder, a pipe), is too long or cannot be opened; of
    one that is not there names the file that may be it."""
    try:
        beside = [file.name for file in folder.iterdir()] if isinstance(error, FileNotFoundError) else []
    except OSError:
        beside = []
    # What comes after the first point is the same for most tables, and is what spreadsheets change.
    stems = {name.partition(".")[0]: name for name in beside if name != table.path}
    meant = stems.get(nearest(table.path.partition(".")[0], stems) or "")
    hint = f'is it the file "{meant}"? Then rename it' if meant else ""
    return Problem(table.name, f"the file {table.path} {why_unreadable(error)}", hint=hint)


def empty_file(table: Table) -> Problem:
    """The file holds nothing, not even a header."""
    names = ",".join(column.name for column in table.columns)
    return Problem(table.name, f"the file {table.path} is empty; it needs a header row: {names}")


def not_utf8(table: Table, raw: bytes, error: UnicodeDecodeError) -> Problem:
    """The file is not UTF-8 text; names the row of the file where the first wrong byte stands."""
    if raw.startswith(WORKBOOKS):
        return Problem(table.name, f"the file must be text, and {table.path} is a workbook: {SAVE_AS}")
    if raw.startswith(UTF_16):
        return Problem(table.name, f"the file must be UTF-8 text, and {table.path} is UTF-16: {SAVE_AS}")
    row = raw[: error.start].count(b"\n") + 1
    wrong = raw[error.start : error.start + 1]
    meant = wrong.decode("cp1252", errors="ignore")
    rule = "the file must be UTF-8 text" + (f' (as Windows-1252 this byte is "{meant}")' if meant else "")
    return Problem(table.name, f"{rule}: {SAVE_AS}", row=row, value=f"byte 0x{wrong.hex()}")


def unreadable_row(table: Table, row: int, error: csv.Error) -> Problem:
    """The row is not CSV: after a forgotten quotation mark the rest of the file is one cell."""
    rule = "the row cannot be read, a quotation mark may be missing or too many"
    return Problem(table.name, f'{rule} ({error}); within a cell in quotation marks each " is written ""', row)


def header_problems(table: Table, header: list[str]) -> list[Problem]:
    """Columns that are missing, not declared or given twice; or the one cause why no column is found."""
    if whole := _other_mark(table, header):
        return [whole]
    declared = [column.name for column in table.columns]
    missing = [name for name in declared if name not in header]
    meant = _renamed(header, missing, declared)
    return [
        *_missing(table, missing, header, {column: place for place, column in meant.items()}),
        *_nameless(table, header),
        *_unknown(table, header, declared, meant),
    ]


def row_problems(table: Table, numbered: list[tuple[int, list[str]]]) -> list[Problem]:
    """Of the rows, each with its number, those with too few or too many cells, as a stray comma or line break makes
    them, and those that hold nothing."""
    empty = [empty_row(table, row) for row, record in numbered if not any(cell.strip() for cell in record)]
    ragged = [ragged_row(table, row, record) for row, record in numbered if any(cell.strip() for cell in record)]
    return [problem for problem in (*empty, *ragged) if problem]


def empty_row(table: Table, row: int) -> Problem:
    """A row without a filled cell."""
    return Problem(table.name, "the row is empty: take it out", row)


def ragged_row(table: Table, row: int, record: list[str]) -> Problem | None:
    """The problem of a row whose number of cells is not the header's; None when it is."""
    width = len(table.columns)
    if len(record) == width:
        return None
    rule = f"the row has {counted(len(record), 'cell')} and the header {width}"
    if len(record) < width:
        return Problem(table.name, f"{rule}: put a comma for each empty cell, and take out a line break", row)
    if any(CURLY.search(cell) for cell in record):
        return Problem(table.name, f'{rule}: put straight quotation marks " around a cell that has a comma', row)
    return Problem(table.name, f'{rule}: put quotation marks " around a cell that has a comma', row)


def _other_mark(table: Table, header: list[str]) -> Problem | None:
    """The one cause why the header has no name of a column: another mark between cells, or a row above it."""
    line = ",".join(header)
    if line.casefold().startswith("sep="):
        rule = f"a spreadsheet's own line stands above the header: {SAVE_AS}, or take the line out"
        return Problem(table.name, rule, HEADER_ROW, value=line)
    names = {column.name for column in table.columns}
    for mark, called in OTHER_MARKS.items():
        if len(names & set(line.split(mark))) >= min(NAMES_ENOUGH, len(names)) and not names & set(header):
            rule = f"the cells of the file must have commas between them and have {called}: {SAVE_AS}"
            return Problem(table.name, rule, HEADER_ROW)
    if not any(header):
        return Problem(table.name, "the first row must be the header and is empty: take it out", HEADER_ROW)
    return None


def _renamed(header: list[str], missing: list[str], declared: list[str]) -> dict[int, str]:
    """Places of the header with a name that is not declared, each with the missing column that it probably is."""
    free, found = list(missing), {}
    for place, name in enumerate(header):
        if name and name not in declared and (meant := nearest(name, free)):
            found[place] = meant
            free.remove(meant)
    return found


def _missing(table: Table, missing: list[str], header: list[str], places: dict[str, int]) -> Iterator[Problem]:
    for name in missing:
        rule = "the column is declared and must be in the header"
        if name in places:
            rule += f', where column {places[name] + 1} is called "{quotable(header[places[name]])}": rename that'
        yield Problem(table.name, rule, HEADER_ROW, name)


def _nameless(table: Table, header: list[str]) -> Iterator[Problem]:
    places = [str(place) for place, name in enumerate(header, 1) if not name.strip()]
    if places:
        called = f"columns {places[0]} to {places[-1]} have" if len(places) > 1 else f"column {places[0]} has"
        yield Problem(table.name, f"{called} no name in the header: delete what is empty", HEADER_ROW)


def _unknown(table: Table, header: list[str], declared: list[str], meant: dict[int, str]) -> Iterator[Problem]:
    for place, name in enumerate(header):
        if name in declared and name in header[:place]:
            first = header.index(name) + 1
            rule = f"the column stands twice in the header, as column {first} and {place + 1}: take one out"
            yield Problem(table.name, rule, HEADER_ROW, name)
        elif name.strip() and name not in declared and place not in meant:
            rule = f"column {place + 1} is not declared: declare it in datapackage.json, or take it out"
            like = nearest(name, declared)
            hint = f'is it a second "{like}"?' if like else ""
            yield Problem(table.name, rule, HEADER_ROW, value=name, hint=hint)
