"""Rows read back from each file are the rows that were written, and no text in them is a formula."""

import csv
import io
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.publish.citation import cite
from data.publish.export import about_rows, csv_of, excel_of, json_of, parquet_of
from data.text.formulas import is_formula, unguarded
from tests.factory import make_events, shipped

DAY = date(2026, 11, 25)
ABOUT = about_rows(shipped(), "events", cite(shipped(), "Events by US", "https://example.org/events?side=US", DAY))
TABLES = [table.name for table in shipped().descriptor.tables]
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''-1", "=HYPERLINK(A1)", " =1", "\xa0=1", "a;=1"]
FORMULAS += ["\ufeff=1", "＝1"]
# What is read back cannot hold: half a surrogate pair, and the byte at which pandas ends a cell.
TEXT = st.one_of(
    st.sampled_from(FORMULAS),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20),
)


def read(csv):
    """The CSV as pandas reads it, each cell as text and without the guard."""
    frame = pd.read_csv(io.BytesIO(csv), dtype=str, keep_default_na=False)
    return frame.rename(columns=unguarded).map(unguarded)


def as_text(value):
    if isinstance(value, tuple):
        return ";".join(value)
    if pd.isna(value):
        return ""
    return f"{value:%Y-%m-%d}" if isinstance(value, pd.Timestamp) else str(value)


def flat_value(value):
    if isinstance(value, tuple):
        return list(value)
    if pd.isna(value):
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value


def opened(rows, about=ABOUT):
    return openpyxl.load_workbook(io.BytesIO(excel_of(rows, about)))


@pytest.mark.parametrize("table", TABLES)
def test_the_csv_of_a_shipped_table_reads_back_as_the_table(table):
    rows = shipped()[table]
    assert read(csv_of(rows)).to_dict("list") == rows.map(as_text).to_dict("list")


@given(st.lists(st.tuples(TEXT, TEXT, st.none() | st.integers(-5, 5)), max_size=4), TEXT.filter(bool))
def test_any_text_comes_back_from_csv(rows, heading):
    names = ["killed_low", heading] if heading not in ("title", "killed_low") else ["killed_low", "other"]
    frame = pd.DataFrame(rows, columns=["title", names[1], names[0]]).astype({names[0]: "Int64"})
    assert read(csv_of(frame)).to_dict("list") == frame.map(as_text).to_dict("list")


@given(TEXT)
def test_no_text_of_a_csv_begins_as_a_formula(text):
    frame = pd.DataFrame({"a": [text], "b": [(text, "x")], "c": [("x", text)], "d": pd.Categorical([text])})
    texts = pd.read_csv(io.BytesIO(csv_of(frame)), dtype=str, keep_default_na=False).iloc[0]
    assert not [cell for cell in texts if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert not [cell for cell in texts if is_formula(cell.replace("'", "a"))]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_heading_of_a_csv_is_no_formula_either(text):
    heading = csv_of(pd.DataFrame({text: [1]})).decode().removesuffix("\r\n1\r\n")
    assert next(csv.reader([heading], strict=True)) != [text]
    assert not is_formula(heading.replace("'", "a"))


def test_each_item_of_a_list_is_guarded_and_comes_back_by_itself():
    cell = csv_of(pd.DataFrame({"a": [("=1", "plain", " +2", "'-3")]})).decode().split("\r\n")[1]
    assert cell == "'=1;plain;' +2;''-3"
    assert [unguarded(item) for item in cell.split(";")] == ["=1", "plain", " +2", "'-3"]


def test_a_spreadsheet_that_splits_at_semicolons_finds_no_formula_in_the_tables_of_pictures():
    frame = pd.DataFrame({"Act": pd.Categorical(["strike;=1+1"]), "Words": ["a\t@SUM(A1)"], "Days": [-3]})
    assert csv_of(frame) == b"Act,Words,Days\r\nstrike;'=1+1,a\t'@SUM(A1),-3\r\n"


def test_numbers_below_zero_stay_numbers():
    frame = pd.DataFrame({"score": [-7.5], "count": pd.Series([-3], dtype="Int64")})
    assert csv_of(frame) == b"score,count\r\n-7.5,-3\r\n"


@pytest.mark.parametrize("table", TABLES)
def test_excel_keeps_days_as_days_numbers_as_numbers_and_texts_as_texts(table):
    rows = shipped()[table]
    sheet = opened(rows)["Rows"]
    kinds = {"integer": (int, float), "number": (int, float), "date": datetime}
    columns = shipped().descriptor.table(table).columns
    assert [cell.value for cell in sheet[1]] == [column.name for column in columns]
    for column, texts in zip(columns, sheet.iter_cols(min_row=2, max_row=len(rows) + 1), strict=True):
        filled = [cell.value for cell in texts if cell.value is not None]
        assert all(isinstance(value, kinds.get(column.kind, str)) for value in filled)
        assert len(filled) == (rows[column.name].map(as_text) != "").sum()


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_of_excel_is_never_a_formula(text):
    cell = opened(make_events({"title": text}))["Rows"]["F2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    # A carriage return is a line break in the XML of a workbook.
    assert cell.value.replace("_x000D_", "\r").replace("\n", "\r") == text


def test_headings_and_words_about_the_rows_are_no_formulas_of_excel():
    book = opened(pd.DataFrame({"=1+1": [1]}), {**ABOUT, "filter": " =1+1"})
    words = {name.value: text for name, text in book["About"].iter_rows()}
    assert [(cell.data_type, cell.quotePrefix) for cell in (book["Rows"]["A1"], words["Filter"])] == [("s", True)] * 2


def test_a_second_sheet_of_excel_says_which_view_and_release_it_is():
    rows = dict(opened(make_events())["About"].iter_rows(values_only=True))
    assert rows["Filter"] == "Events by US"
    assert rows["Release"] == shipped().release
    assert rows["Link"] == "https://example.org/events?side=US"
    assert "CC-BY-4.0" in rows["Licence"]


def test_a_text_too_long_for_excel_is_refused_and_not_cut():
    with pytest.raises(ValueError, match="cannot be written"):
        excel_of(make_events({"summary": "x" * 40_000}), ABOUT)


def test_files_made_at_the_same_time_are_each_whole_and_the_same():
    rows, declared = shipped()["events"].head(40), shipped().descriptor.table("events")
    with ThreadPoolExecutor(4) as readers:
        workbooks = list(readers.map(lambda _: excel_of(rows, ABOUT), range(8)))
        parquets = list(readers.map(lambda _: parquet_of(declared, rows, ABOUT), range(8)))
    assert set(workbooks) == {excel_of(rows, ABOUT)}
    assert set(parquets) == {parquet_of(declared, rows, ABOUT)}


@pytest.mark.parametrize("table", TABLES)
def test_parquet_comes_back_typed_and_equal(table):
    declared, rows = shipped().descriptor.table(table), shipped()[table]
    read_back = pq.read_table(io.BytesIO(parquet_of(declared, rows, ABOUT)))
    assert read_back.schema.metadata[b"filter"] == b"Events by US"
    assert read_back.column_names == [column.name for column in declared.columns]
    for name in read_back.column_names:
        assert read_back[name].to_pylist() == [flat_value(value) for value in rows[name]]


def test_parquet_of_no_rows_keeps_its_types():
    schema = pq.read_schema(io.BytesIO(parquet_of(shipped().descriptor.table("events"), make_events(), ABOUT)))
    assert str(schema.field("date").type) == "date32[day]"
    assert str(schema.field("killed_low").type) == "int64"
    assert str(schema.field("source_ids").type).startswith("list<")


def test_json_holds_the_rows_and_what_they_are():
    rows = make_events({"killed_low": 3, "source_ids": ("a", "b")})
    written = json.loads(json_of(rows, ABOUT))
    assert (written["release"], written["filter"]) == (shipped().release, "Events by US")
    row = written["rows"][0]
    assert (row["date"], row["killed_low"], row["end_date"], row["source_ids"]) == ("2025-09-02", 3, None, ["a", "b"])
    assert list(row) == list(rows.columns)
