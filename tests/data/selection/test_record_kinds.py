"""Every kind of record opens the rows of its table, and there is one error for the record that there is not."""

from dataclasses import astuple

import pytest

from components.view.view import PAGES
from data.publish.citation import record_text
from data.records.neighbours import position_of
from data.records.paragraphs import paragraph
from data.selection.filters import Filters
from data.selection.record_kinds import KINDS, NoSuchRecord, kind_of_table
from data.view.selection import Selection
from tests.factory import shipped

EVERY_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@EVERY_KIND
def test_a_kind_names_the_key_and_columns_of_its_table_and_a_page(kind):
    declared = shipped().descriptor.table(kind.table)
    assert declared.keys[0] == (kind.id_column,)
    assert declared.column(kind.name_column).kind == "string"
    assert declared.column(kind.sort_column).kind == "date"
    assert kind.page in {page.slug for page in PAGES}
    assert all(astuple(kind))


@EVERY_KIND
def test_every_row_is_found_by_its_id(kind):
    rows = shipped()[kind.table]
    for _, row in rows.iloc[:: max(1, len(rows) // 20)].iterrows():
        assert kind.known(row[kind.id_column], shipped())
        assert kind.row(shipped(), row[kind.id_column]).equals(row)


@EVERY_KIND
@pytest.mark.parametrize("row_id", ["nope", ""])
def test_whatever_asks_for_a_record_that_there_is_not_gets_the_one_error(kind, row_id):
    selection = Selection(shipped(), Filters())
    assert not kind.known(row_id, shipped())
    for ask in (kind.row, lambda package, requested: record_text(package, kind, requested)):
        with pytest.raises(NoSuchRecord, match=kind.table):
            ask(shipped(), row_id)
    with pytest.raises(NoSuchRecord):
        paragraph(shipped(), kind, row_id)
    with pytest.raises(NoSuchRecord):
        position_of(selection, kind, row_id)


def test_a_kind_is_found_by_its_table_and_a_table_without_records_has_none():
    assert [kind_of_table(kind.table) for kind in KINDS.values()] == list(KINDS.values())
    assert kind_of_table("claims") is None
