"""A record of any kind says what its row holds, leads only to what there is, and names nobody twice in a row."""

import re

import pytest

from data.records.record import line_text
from data.records.record_of import record_of
from data.records.target_facts import relation_line
from data.sanctions.ties import relation_text
from data.selection.record_kinds import KINDS, TARGET, NoSuchRecord
from tests.factory import DAY, shipped

SOME = [
    (kind, row_id)
    for kind in KINDS.values()
    for row_id in shipped()[kind.table][kind.id_column].iloc[:: max(1, len(shipped()[kind.table]) // 12)]
]
# The same two words or more, twice in a row.
TWICE = re.compile(r"\b(\w+(?: \w+)+) \1\b")


def lines_of(record):
    for part in record.parts:
        yield from part.paragraphs
        yield from (found for _, found in part.facts)
        yield from part.items
        yield from (cell for row in part.rows for cell in row)
        yield from part.notes


@pytest.mark.parametrize(("kind", "row_id"), SOME, ids=lambda item: getattr(item, "parameter", item))
def test_a_record_has_parts_with_something_to_say_and_leads_to_records_that_there_are(kind, row_id):
    record = record_of(shipped(), kind, row_id, DAY)
    assert record.title == kind.row(shipped(), row_id)[kind.name_column]
    assert not any(part.is_empty for part in record.parts)
    assert all(line_text(found).strip() for found in lines_of(record))
    assert all(other.known(other_id, shipped()) for other, other_id in record.linked)
    assert all(TWICE.search(line_text(found)) is None for found in lines_of(record))


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_an_unknown_id_is_no_record(kind):
    with pytest.raises(NoSuchRecord):
        record_of(shipped(), kind, "no-such-record", DAY)


def test_no_relation_names_anybody_twice_and_each_leads_to_the_one_it_names():
    targets = shipped()["sanctions_targets"]
    for _, target in targets[targets.linked_to != ""].iterrows():
        text = relation_line(shipped(), target)
        assert TWICE.search(line_text(text)) is None
        assert [phrase.record for phrase in text if phrase.record] == [(TARGET, target.linked_to)]


@pytest.mark.parametrize(
    ("relation", "other", "text"),
    [
        ("wife of", "Bo Rojas", "wife of Bo Rojas"),
        ("sister of Bo Rojas", "Bo Rojas", "sister of Bo Rojas"),
        ("sister of Bo Rojas; aunt of Cy", "Bo Rojas", "sister of Bo Rojas; aunt of Cy"),
        ("owned by Corniola, run by Krape", "Corniola Limited", "owned by Corniola, run by Krape"),
        ("said to be led by Di", "", "said to be led by Di"),
        ("", "Bo Rojas", "Bo Rojas"),
    ],
)
def test_a_relation_names_the_other_once(relation, other, text):
    assert relation_text(relation, other) == text
