"""The descriptor says all that the tables, the dictionary and the checks need."""

import csv
from dataclasses import replace

import pytest

from data.package.descriptor import FOLDER
from data.package.rules.sanctions import DELISTED, VESSEL
from data.package.rules.terms import IN_FORCE
from data.sanctions.ships import TANKER
from data.sanctions.ties import KIN
from tests.factory import shipped

TABLES = shipped().descriptor.tables
COLUMNS = [(table, column) for table in TABLES for column in table.columns]


def test_every_table_that_ships_is_declared():
    assert {table.path for table in TABLES} == {path.name for path in FOLDER.glob("*.csv")}


def undeclared(table):
    """What a table has not that every table has."""
    with (FOLDER / table.path).open(encoding="utf-8", newline="") as file:
        in_order = next(csv.reader(file)) == [column.name for column in table.columns]
    return [
        *([] if in_order else ["its columns in the order of the file"]),
        *([] if table.licences else ["a licence"]),
        *([] if table.description else ["a description"]),
    ]


def test_every_table_has_its_columns_in_the_order_of_the_file_a_licence_and_a_description():
    found = {table.name: undeclared(table) for table in TABLES}
    assert {name: missing for name, missing in found.items() if missing} == {}


def lacking(column):
    """What a column has not that every column has."""
    target = column.reference and shipped().column(column.reference.table, column.reference.column)
    return [
        *([] if column.title else ["a heading"]),
        *([] if column.description else ["a meaning"]),
        *([] if column.kind in ("string", "integer", "number", "date", "list") else ["a known type"]),
        *([] if (column.kind == "list") == bool(column.delimiter) else ["a delimiter just where it is a list"]),
        *([] if not target or target.name == column.reference.column else ["a column that it points at"]),
    ]


def test_every_column_has_a_heading_a_meaning_and_a_known_type():
    found = {f"{table.name}.{column.name}": lacking(column) for table, column in COLUMNS}
    assert {name: missing for name, missing in found.items() if missing} == {}


def test_every_value_of_an_enumeration_has_its_label():
    listed = [(table, column) for table, column in COLUMNS if "enum" in column.constraints]
    assert len(listed) > 20
    for table, column in listed:
        assert list(column.labels) == column.constraints["enum"], f"{table.name}.{column.name}"
        assert all(column.labels.values()), f"{table.name}.{column.name}"


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("licences", "status", IN_FORCE),
        ("sanctions_targets", "status", DELISTED),
        ("sanctions_targets", "target_type", VESSEL),
        ("ships", "ship_class", TANKER),
        ("sanctions_relations", "kind", KIN),
    ],
)
def test_the_few_values_that_rules_and_counts_ask_for_are_declared(table, column, value):
    assert value in shipped().column(table, column).labels


def test_choices_come_labelled_and_in_reading_order():
    types = shipped().choices("events", "event_type")
    assert list(types) == list(shipped()["event_types"].sort_values("order").event_type)
    assert shipped().choices("events", "verification")
    assert shipped().choices("events", "plover_event")


def test_values_are_counted_as_their_categories_say():
    assert shipped().counted_as("detainees", "category", "us_linked") == ["us_citizen", "us_resident"]
    with pytest.raises(KeyError):
        shipped().counted_as("detainees", "category", "no such tally")


def test_a_description_of_one_sentence_has_no_remarks():
    licences = shipped().descriptor.table("licences")
    assert licences.description.endswith(f". {licences.remarks}")
    assert replace(licences, description="One version of a general licence.").remarks == ""
    assert replace(licences, description="One row. As of today. And more.").remarks == "As of today. And more."
