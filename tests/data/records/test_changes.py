"""Changes are told in words: a row by its name, a code by its label, and each leads to a record."""

import pandas as pd
import pytest

from data.records.changes import by_table, change_headings, changes_text, records_of_changes
from data.text.messages import say
from data.versions.changes import COLUMNS
from tests.factory import shipped

EVENT, SOURCE = shipped()["events"].iloc[0], shipped()["sources"].iloc[0]
CLAIM = f"{EVENT.event_id} · cause ·  · US government"
CHANGES = [
    ("events", EVENT.event_id, "changed", "verification", "official", "disputed", "Denied since", SOURCE.source_id),
    ("events", "2025-01-21-gone", "removed", "", "", "", "Twice", ""),
    ("claims", CLAIM, "changed", "value", "one", "another", "", ""),
    ("plover_scores", "ASSAULT · ", "changed", "score", "-9", "-8.5", "As printed", "no-such-source"),
    ("no_such_table", "a · b", "removed", "", "", "", "", ""),
]


@pytest.fixture
def found() -> pd.DataFrame:
    return pd.DataFrame(CHANGES, columns=COLUMNS, dtype="str")


def test_rows_have_names_and_codes_have_labels(found):
    text = changes_text(shipped(), shipped(), found)
    labels = shipped().choices("events", "verification")
    assert list(text) == ["table", "row", "change", "field", "before", "after", "why"]
    why = f"Denied since ({SOURCE.publisher})"
    assert text.why.tolist() == [why, "Twice", "", "As printed (no-such-source)", ""]
    assert list(text.loc[0]) == [
        "Events",
        EVENT.title,
        "Corrected",
        shipped().column("events", "verification").title,
        labels["official"],
        labels["disputed"],
        why,
    ]
    assert list(text.row[1:4]) == ["2025-01-21-gone", f"{EVENT.title} · cause · US government", "ASSAULT"]


def test_columns_have_names_that_no_language_changes_and_headings_for_the_screen(found):
    text = changes_text(shipped(), shipped(), found)
    assert set(text) == set(change_headings())
    assert change_headings()["row"] == say("changes.column.row")


def test_a_change_leads_to_its_own_record_or_to_the_one_that_its_key_names(found):
    event = ("event", EVENT.event_id)
    assert records_of_changes(shipped(), found) == [event, ("", ""), event, ("", ""), ("", "")]


def test_rows_are_counted_by_table_once_however_many_fields_changed(found):
    assert by_table(shipped(), pd.concat([found, found])).startswith("Events 2, Claims 1, PLOVER scores 1")
