"""Files of spreadsheets are read right, whatever program wrote them, or refused with the row; nothing is half-read."""

import csv
import io
import zipfile
from datetime import datetime

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from data.curation.incoming.given_rows import MOST_UNPACKED, given_rows
from data.curation.working_tables import RefusedError
from tests.factory import shipped

EVENTS = shipped().descriptor.table("events")
HEADER = ["event_id", "date", "title", "lat"]
ROW = ["2026-12-01-a-row", "2026-12-01", "Tocorón, “one” event", "10.25"]


def text_of(mark=",", line="\n", rows=(HEADER, ROW)):
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=mark, lineterminator=line).writerows(rows)
    return file.getvalue()


def workbook(tmp_path, *rows, change=lambda _sheet: None):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    change(book.active)
    path = tmp_path / "rows.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize(
    "content",
    [
        text_of().encode(),
        b"\xef\xbb\xbf" + text_of().encode(),
        text_of(line="\r\n").encode(),
        text_of(mark=";").replace("10.25", "10,25").encode(),
        text_of(mark="\t").encode(),
        text_of(mark="|").encode(),
        text_of().encode("utf-16"),
        text_of(rows=(HEADER, ROW, [""] * 4, [])).encode(),
        text_of(rows=([*HEADER, "", ""], [*ROW, "", ""])).encode(),
        text_of(rows=([f" {name} " for name in HEADER], ROW)).encode(),
    ],
    ids=["plain", "BOM", "CRLF", "semicolons", "tabs", "bars", "UTF-16", "empty rows", "empty columns", "spaces"],
)
def test_whatever_wrote_it_the_rows_are_the_same(tmp_path, content):
    path = tmp_path / "rows.csv"
    path.write_bytes(content)
    found = given_rows(path, EVENTS)
    assert (found.headings, found.rows, found.lines[0]) == (tuple(HEADER), [ROW], 2)


def test_a_comma_before_decimals_is_no_point_where_commas_part_the_columns(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text(text_of(rows=(HEADER, [*ROW[:3], "10,25"])), encoding="utf-8")
    assert given_rows(path, EVENTS).rows == [[*ROW[:3], "10,25"]]


def test_a_cell_of_a_hundred_thousand_characters_is_read_whole(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text(text_of(rows=(HEADER, [*ROW[:2], "x" * 200_000, ""])), encoding="utf-8")
    assert len(given_rows(path, EVENTS).rows[0][2]) == 200_000


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"\n\n,,\n", "is empty"),
        (text_of(rows=([*HEADER[:3], "title"], ROW)).encode(), 'row 1: the heading "title" stands there twice'),
        (text_of(rows=(["event_id", "", "title"], ROW[:3])).encode(), "row 1: column 2 has no heading"),
        (text_of(rows=(HEADER, ROW, HEADER)).encode(), "row 3: the header stands there once more"),
        (text_of(rows=(HEADER, [*ROW, "more"])).encode(), "row 2: the row has 5 cells and the header 4"),
        (text_of().encode("cp1252", errors="replace"), "row 2: the file must be UTF-8 text"),
        (text_of().replace("ó", "Ã³").encode(), 'row 2: "TocorÃ³n'),
        (b'event_id,title\n2026-12-01-a,"open', "a quotation mark may be missing"),
        (b"\xd0\xcf\x11\xe0" + b"0" * 100, "a workbook of an old form"),
        (b"PK\x03\x04" + b"0" * 100, "is no workbook that can be read"),
    ],
)
def test_what_cannot_be_read_without_doubt_is_refused_with_its_row(tmp_path, content, sentence):
    path = tmp_path / "rows.csv"
    path.write_bytes(content)
    with pytest.raises(RefusedError, match=r"rows\.csv") as refused:
        given_rows(path, EVENTS)
    assert sentence in str(refused.value)


@pytest.mark.parametrize("text", ["Tocorón “one”", "Ñandú’s", "SÃO PAULO", "Å", "â la", "É’ Ú”"])
def test_letters_with_accents_are_taken_for_what_they_are(tmp_path, text):
    path = tmp_path / "rows.csv"
    path.write_text(text_of(rows=(HEADER, [*ROW[:2], text, ""])), encoding="utf-8")
    assert given_rows(path, EVENTS).rows[0][2] == text


def test_what_is_no_file_is_refused(tmp_path):
    with pytest.raises(RefusedError, match="cannot be read"):
        given_rows(tmp_path, EVENTS)


def test_a_workbook_gives_days_and_numbers_as_the_tables_write_them(tmp_path):
    serial = 46357  # as spreadsheets count 1 December 2026
    header = [*HEADER, "end_date", "vessels"]
    path = workbook(tmp_path, header, [ROW[0], datetime(2026, 12, 1), ROW[2], 10.25, serial, 3.0], [None] * 6)
    assert given_rows(path, EVENTS).rows == [[*ROW, "2026-12-01", "3"]]


def test_days_are_counted_from_1904_where_the_workbook_counts_so(tmp_path):
    def count_from_1904(sheet):
        sheet.parent.epoch = CALENDAR_MAC_1904

    serial = 46357 - 1462  # the same day as above, counted from 1904
    header = [*HEADER, "end_date"]
    row = [ROW[0], datetime(2026, 12, 1), ROW[2], ROW[3], serial]
    path = workbook(tmp_path, header, row, change=count_from_1904)
    read = openpyxl.load_workbook(path)
    assert read.epoch == CALENDAR_MAC_1904
    assert [row[-1] for row in given_rows(path, EVENTS).rows] == ["2026-12-01"]


@pytest.mark.parametrize("number", [1, 0.5, 36525, 73051, 10**9, -3])
def test_a_number_that_is_no_day_of_this_century_is_refused(tmp_path, number):
    path = workbook(tmp_path, [*HEADER, "end_date"], [*ROW, number])
    with pytest.raises(RefusedError, match="is no day: write it YYYY-MM-DD"):
        given_rows(path, EVENTS)


def merge(sheet):
    sheet.merge_cells("B2:B3")


@pytest.mark.parametrize(
    ("row", "change", "sentence"),
    [
        ([*ROW[:3], "=1+1"], lambda _: None, "cell D2: holds a formula"),
        (ROW, merge, "the cells B2:B3 are merged"),
    ],
)
def test_formulas_and_merged_cells_are_refused_by_their_place(tmp_path, row, change, sentence):
    with pytest.raises(RefusedError, match=sentence):
        given_rows(workbook(tmp_path, HEADER, row, change=change), EVENTS)


def test_a_bomb_is_refused_before_it_unpacks(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w") as file,
    ):
        for _ in range(MOST_UNPACKED // 10_000_000 + 1):
            file.write(b"0" * 10_000_000)
    assert path.stat().st_size < 1_000_000
    with pytest.raises(RefusedError, match=r"would unpack to \d{3},\d{3},\d{3} bytes"):
        given_rows(path, EVENTS)
