"""Records forget no column: each is told by a fact or apart, and a fact changes with every column that it names."""

import pandas as pd
import pytest

from data.records import event_facts, person_facts, ship_facts, source_facts, target_facts
from data.records.event_facts import EVENT_FACTS
from data.records.facts import Fact, Group, code_line, fact_part, value_text, with_meaning
from data.records.person_facts import PERSON_FACTS
from data.records.ship_facts import SHIP_FACTS
from data.records.source_facts import SOURCE_FACTS
from data.records.target_facts import TARGET_FACTS
from data.selection.record_kinds import KINDS
from tests.factory import make_events, shipped
from tests.shown import fact_texts

RECORDS = {
    "events": (EVENT_FACTS, event_facts.APART),
    "detainees": (PERSON_FACTS, person_facts.APART),
    "sanctions_targets": (TARGET_FACTS, target_facts.APART),
    "ships": (SHIP_FACTS, ship_facts.APART),
    "sources": ((SOURCE_FACTS,), source_facts.APART),
}
FACTS = [
    (table, group, fact, column)
    for table, (groups, _) in RECORDS.items()
    for group in groups
    for fact in group.facts
    for column in fact.columns
]


def filled(values: pd.Series) -> pd.Series:
    """The values that are not empty."""
    return values[values.map(len) > 0] if isinstance(values.iloc[0], str | tuple) else values.dropna()


def test_every_table_with_records_has_its_facts():
    assert set(RECORDS) == {kind.table for kind in KINDS.values()}


@pytest.mark.parametrize("table", RECORDS)
def test_every_column_is_told_once_by_a_fact_or_apart(table):
    groups, apart = RECORDS[table]
    columns = {column.name for column in shipped().descriptor.table(table).columns}
    facts = [column for group in groups for fact in group.facts for column in fact.columns]
    assert set(facts) | set(apart) == columns
    assert set(facts) & set(apart) == set()


@pytest.mark.parametrize(("table", "group", "fact", "column"), FACTS, ids=[f"{item[0]}.{item[3]}" for item in FACTS])
def test_a_fact_says_something_else_when_a_column_it_tells_has_another_value(table, group, fact, column):
    values = filled(shipped()[table][column])
    row = shipped()[table].loc[values.index[0]].copy()
    alone = Group(group.heading, (fact,))
    before = fact_texts(shipped(), table, alone, row)
    assert before
    text = []
    others = list(values.drop_duplicates().head(60))
    # Where all that have a value have the same one, a row without it differs.
    for value in others if len(others) > 1 else [*others, *shipped()[table][column].drop(values.index).head(1)]:
        changed = row.copy()
        changed[column] = value
        try:
            text.append(fact_texts(shipped(), table, alone, changed))
        except KeyError:  # a code and a mode that do not go together have no score
            continue
    assert len({str(item) for item in text}) > 1


@pytest.mark.parametrize("table", RECORDS)
def test_no_row_has_a_hole_in_its_facts(table):
    rows = shipped()[table]
    for _, row in rows.iloc[:: max(1, len(rows) // 60)].iterrows():
        for group in RECORDS[table][0]:
            for heading, words in fact_texts(shipped(), table, group, row):
                assert heading
                assert words.strip()
                assert not {"nan", "NaT", "<NA>", "None"} & set(words.replace(",", " ").split())


def test_codes_lists_and_days_are_told_in_words():
    assert value_text(shipped(), "events", "date", pd.Timestamp("2026-01-03")) == "3 January 2026"
    assert value_text(shipped(), "detainees", "nationality", ("US", "VE")) == "; ".join(
        shipped().choices("detainees", "nationality")[code] for code in ("US", "VE")
    )
    assert value_text(shipped(), "events", "end_date", pd.NaT) == ""


def test_a_code_is_told_with_what_its_table_or_its_categories_say_that_it_means():
    verifications = shipped()["verifications"].set_index("verification")
    for code, row in verifications.iterrows():
        assert with_meaning(shipped(), "events", "verification", code) == f"{row.label}. {row.description}"
    column = shipped().column("sources", "basis")
    for code, label in column.labels.items():
        assert with_meaning(shipped(), "sources", "basis", code) == f"{label}. {column.meanings[code]}"


def test_a_code_opens_what_it_means_and_else_what_the_glossary_says_of_its_scheme():
    verified = code_line(shipped(), "events", "verification", "disputed")[0]
    meaning = shipped()["verifications"].set_index("verification").description["disputed"]
    assert (verified.text, verified.meaning) == ("Disputed", meaning)
    glossary = shipped()["glossary"].set_index("term").meaning
    event = shipped()["events"].set_index("cameo", drop=False).loc["0841"].iloc[0]
    codes = {phrase.meaning for group in EVENT_FACTS for _, text in opened(group, event) for phrase in text}
    assert {glossary["CAMEO"], glossary["PLOVER"]} <= codes
    target = shipped()["sanctions_targets"].iloc[0]
    listing = dict(fact_part("facts", shipped(), "sanctions_targets", TARGET_FACTS[1], target).facts)
    assert {phrase.meaning for phrase in listing["Programme"]} - {""} == {glossary["Programme"]}


def opened(group, event):
    return fact_part("facts", shipped(), "events", group, event).facts


def test_a_fact_without_a_value_is_left_out_or_said_to_be_unknown():
    event = make_events({}).iloc[0]
    group = Group("Counts", (Fact(("injured",)),))
    assert fact_texts(shipped(), "events", group, event) == []
    assert fact_texts(shipped(), "events", group, event, "not known") == [("Injured", "not known")]
