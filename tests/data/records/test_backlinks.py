"""What rests on a source: all rows that name it and no other, each in words and with the record that shows it."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.events.sources import SOURCES
from data.package.rules.corrections import CORRECTIONS
from data.package.rules.sources import TABLES_WITH_SOURCES
from data.records.backlinks import NAMES, backlinks_of_source
from data.selection.record_kinds import KINDS, kind_of_table
from tests.factory import shipped

TABLES = [table for table in TABLES_WITH_SOURCES if table != SOURCES]
IDS = list(shipped()[SOURCES].source_id)


@cache
def sources_by_row(table):
    """The sources that each row of a table names."""
    rows = shipped()[table].iterrows()
    return {row: {*texts.get("source_ids", ()), texts.get("source_id")} for row, texts in rows}


def test_every_table_that_points_at_sources_is_searched_and_can_be_told():
    pointing = {
        table.name
        for table in shipped().descriptor.tables
        for column in table.columns
        # A correction stands in the record that it corrects, and no row of the world rests on it.
        if column.reference and column.reference.table == SOURCES and table.name != CORRECTIONS
    }
    assert pointing == set(TABLES)
    assert {table for table in TABLES if table in NAMES or kind_of_table(table)} == set(TABLES)


@settings(deadline=None, max_examples=20)
@given(st.sampled_from(IDS))
def test_all_rows_that_name_a_source_are_found_and_no_other(source_id):
    found = {table: list(rows.index) for table, rows in backlinks_of_source(shipped(), source_id).items()}
    expected = {
        table: [row for row, sources in sources_by_row(table).items() if source_id in sources] for table in TABLES
    }
    assert found == {table: rows for table, rows in expected.items() if rows}


def test_every_source_has_a_row_that_rests_on_it():
    found = set()
    for table in TABLES:
        rows = shipped()[table]
        found |= {one for ids in rows.get("source_ids", ()) for one in ids} | set(rows.get("source_id", ()))
    assert set(IDS) <= found


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_told_in_words_and_its_record_exists(table):
    rows = shipped()[table]
    column = rows.get("source_ids")
    first = column.iloc[0][0] if column is not None else rows.source_id[rows.source_id != ""].iloc[0]
    for text in backlinks_of_source(shipped(), first)[table].itertuples():
        assert text.name.strip()
        assert bool(text.parameter) == bool(text.row_id)
        assert not text.parameter or KINDS[text.parameter].known(text.row_id, shipped())
