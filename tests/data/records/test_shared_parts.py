"""A chain of events runs in time, and the record's own days stand in it, as exactly as they are known."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from data.records.record import Phrase, line_text
from data.records.shared_parts import chain_part, publishers_line, source_line
from data.records.target_facts import tie_line
from data.selection.record_kinds import EVENT, SOURCE, TARGET
from data.text.formats import day_name
from tests.factory import make_events, shipped

DAYS = st.sampled_from(list(pd.date_range("2025-01-20", periods=40)))
TIES, TARGETS, SOURCES = (shipped()[table] for table in ("sanctions_relations", "sanctions_targets", "sources"))


@settings(deadline=None)
@given(st.lists(DAYS, min_size=1, max_size=6), DAYS)
def test_lines_come_by_day_and_the_own_one_before_events_of_its_day(days, own):
    events = make_events(*({"date": day, "date_precision": "day"} for day in sorted(days)))
    part = chain_part(shipped(), "linked", "Events", events, [(own, day_name(own), "Happened")])
    texts = [line_text(item) for item in part.items]
    shown = [pd.Timestamp(text.split(":")[0]) for text in texts]
    assert shown == sorted([*days, own])
    at = next(place for place, text in enumerate(texts) if "this record" in text)
    assert all(day < own for day in shown[:at])


def test_an_own_day_is_said_with_its_precision_and_leads_nowhere():
    own = (pd.Timestamp("2025-03-01"), "between 1 March 2025 and 4 March 2025", "Detained")
    event = {"event_id": "2025-09-02-example", "date": pd.Timestamp("2025-09-02"), "date_precision": "day"}
    first, last = chain_part(shipped(), "linked", "Events", make_events(event), [own]).items
    assert line_text(first) == "Between 1 March 2025 and 4 March 2025: Detained (this record)"
    assert [phrase.record for phrase in first if phrase.record] == []
    assert [phrase.record for phrase in last if phrase.record] == [(EVENT, "2025-09-02-example")]


def test_without_an_event_there_is_no_chain():
    assert chain_part(shipped(), "linked", "Events", make_events(), [(pd.Timestamp("2025-03-01"), "a", "b")]).is_empty


def test_a_day_of_which_only_the_month_is_known_is_no_day():
    events = make_events({"date": pd.Timestamp("2025-02-01"), "date_precision": "month"})
    (item,) = chain_part(shipped(), "linked", "Events", events).items
    assert line_text(item).startswith("February 2025: ")


def test_a_tie_says_who_says_so_and_each_publisher_leads_to_the_source():
    publishers = dict(zip(SOURCES.source_id, SOURCES.publisher, strict=True))
    for _, tie in TIES.iterrows():
        text = tie_line(shipped(), tie, "")
        assert line_text(text).endswith(f"({', '.join(publishers[source] for source in tie.source_ids)})")
        assert [phrase.record[1] for phrase in text if phrase.record and phrase.record[0] is SOURCE] == list(
            tie.source_ids
        )
    assert publishers_line(shipped(), ()) == ()


def test_an_end_of_a_tie_leads_to_its_record_but_not_to_the_one_that_is_read():
    tie = TIES[TIES.from_target_id_or_name.isin(TARGETS.target_id)].iloc[0]
    here = tie.from_target_id_or_name
    assert (TARGET, here) in [phrase.record for phrase in tie_line(shipped(), tie, "")]
    assert (TARGET, here) not in [phrase.record for phrase in tie_line(shipped(), tie, here)]


def test_a_source_has_its_page_its_kind_its_day_and_its_record():
    for _, source in SOURCES.drop_duplicates(["source_type", "basis"]).iterrows():
        text = source_line(shipped(), source)
        assert text[0] == Phrase(source.title, address=source.url)
        assert text[-1].record == (SOURCE, source.source_id)
        for column in ("source_type", "basis"):
            label = shipped().choices("sources", column)[source[column]]
            meaning = shipped().column("sources", column).meanings[source[column]]
            assert (label, meaning) in [(phrase.text, phrase.meaning) for phrase in text]
