"""A file's cells are read as they stand in it, however many rows it has, and equal texts of a column are held once."""

import pandas as pd

from data.package.csv_text import ROWS_AT_ONCE, text_to_check
from tests.factory import shipped

TABLE = shipped().descriptor.table("former_ids")
ROWS = 5 * ROWS_AT_ONCE


def long_file(**texts_of):
    columns = [column.name for column in TABLE.columns]
    rows = pd.DataFrame({name: [texts_of.get(name, "same").format(row) for row in range(ROWS)] for name in columns})
    return rows, rows.to_csv(index=False, lineterminator="\n").encode()


def test_cells_are_those_of_the_file_whether_a_column_repeats_or_not():
    wanted, raw = long_file(former_id="id-{}", why="because of {}")
    texts, problems = text_to_check(TABLE, raw)
    assert problems == []
    assert texts.reset_index(drop=True).equals(wanted.astype("object"))


def test_a_text_that_stands_in_many_rows_of_a_column_is_held_once():
    texts, _ = text_to_check(TABLE, long_file(former_id="id-{}", why="a reason of many words")[1])
    assert len({id(text) for text in texts.why}) == 1


def test_a_change_of_the_frame_that_was_read_changes_no_other():
    _, raw = long_file()
    first, second = text_to_check(TABLE, raw)[0], text_to_check(TABLE, raw)[0]
    first.loc[first.index[0], "why"] = "another"
    assert second.why.iloc[0] == "same"
