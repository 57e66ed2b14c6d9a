"""Very many rows are sent bit by bit, and a table is made when it is opened."""

import pandas as pd
import pytest

from components.elements import data_table
from components.elements.data_table import MOST_SENT, TableWhenOpened, draw_frame, opened_table


@pytest.mark.parametrize(("count", "lazy"), [(MOST_SENT, None), (MOST_SENT + 1, True)])
def test_very_many_rows_are_sent_as_they_are_scrolled_to(monkeypatch, count, lazy):
    drawn = []
    monkeypatch.setattr(data_table.st, "dataframe", lambda rows, **options: drawn.append((len(rows), options["lazy"])))
    draw_frame(pd.DataFrame({"a": range(count)}))
    assert drawn == [(count, lazy)]


def test_a_table_is_made_when_it_is_opened_and_its_length_is_known_before():
    made = []
    table = TableWhenOpened(3, lambda: made.append(1) or pd.DataFrame({"a": [1, 2, 3]}))
    assert len(table) == 3
    assert made == []
    assert len(opened_table(table)) == 3
    assert made == [1]
