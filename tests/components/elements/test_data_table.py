"""What a table says of its columns is shown as the package declares it."""

import pandas as pd
import pytest

from components.elements import data_table
from components.elements.data_table import MOST_SENT, TableWhenOpened, column_settings, draw_frame, opened_table
from tests.factory import shipped
from tests.shown import as_shown


def test_the_help_of_a_column_is_its_description_escaped_for_the_markdown_that_help_is_read_as():
    declared = shipped().descriptor.table("claims").columns
    settings = column_settings(shipped(), "claims", [column.name for column in declared])
    assert {name: as_shown(setting["help"]) for name, setting in settings.items()} == {
        column.name: column.description for column in declared
    }
    assert all(setting["help"].endswith(r"\.") for setting in settings.values())


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
