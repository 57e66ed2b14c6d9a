"""Events in short: first, last, most in a day and longest pause are those of the rows, and each fact opens its rows."""

import pandas as pd

from data.events.in_short import count_facts, day_with_most, event_facts, longest_pause
from data.selection.filters import Filters
from data.text.formats import spoken
from tests.factory import make_events, shipped


def dated(*days):
    return make_events(*({"date": day, "event_id": f"{day}-{place}"} for place, day in enumerate(days)))


def test_the_day_with_most_is_the_last_of_equals():
    assert day_with_most(dated("2025-09-02", "2025-09-02", "2025-09-05").date) == (
        pd.Timestamp("2025-09-02"),
        2,
        "2 September 2025",
    )
    assert day_with_most(dated("2025-09-02", "2025-09-05").date) is None
    assert day_with_most(dated(*["2025-09-02"] * 2, *["2025-09-05"] * 2).date) == (
        pd.Timestamp("2025-09-05"),
        2,
        "2 days, the last 5 September 2025",
    )
    assert day_with_most(dated("2025-09-02").iloc[:0].date) is None


def test_the_longest_pause_lies_between_two_days_that_follow_each_other():
    days = dated("2025-09-20", "2025-09-02", "2025-09-02", "2025-09-05").date
    assert longest_pause(days) == (pd.Timestamp("2025-09-05"), pd.Timestamp("2025-09-20"))
    assert longest_pause(dated("2025-09-02", "2025-09-02").date) is None


def test_the_facts_are_in_words_and_open_their_rows():
    events = dated("2025-09-02", "2025-09-12", "2025-09-12")
    first, last, most, pause = event_facts(events)
    assert first.parameters == {"event": "2025-09-02-0"}
    assert last.parameters == {"event": "2025-09-12-2"}
    assert most.text == "Most in a day: 2 events, 12 September 2025"
    assert most.parameters["days"] == "2025-09-12..2025-09-12"
    assert pause.text == "Longest pause: 9 days without an event between 2 September 2025 and 12 September 2025"


def test_one_event_has_one_fact_and_days_in_a_row_have_no_pause():
    assert len(event_facts(dated("2025-09-02"))) == 1
    assert len(event_facts(dated("2025-09-02", "2025-09-03"))) == 2
    assert event_facts(shipped()["events"].iloc[:0]) == []


def test_the_rows_that_a_fact_of_days_opens_are_as_many_as_it_says():
    events = shipped()["events"]
    most = next(fact for fact in event_facts(events) if fact.text.startswith("Most"))
    first, _, last = str(most.parameters["days"]).partition("..")
    rows = events[events.date.between(first, last) & events.event_type.isin(most.parameters["type"])]
    assert f" {len(rows)} events" in most.text


def test_counts_name_the_month_and_the_type_that_stand_alone_and_open_their_rows():
    events = shipped()["events"]
    for fact in count_facts(shipped(), events):
        query = {name: [str(value)] for name, value in fact.parameters.items() if name != "section"}
        filters, ignored = Filters.from_query(query, shipped())
        rows = filters.keep(shipped())
        assert not ignored
        if "killed" in fact.text:
            own = rows[rows.part_of == ""]
            assert spoken(int(own.killed_low.sum()), int(own.killed_high.sum())) in fact.text
        else:
            assert f"{len(rows)} events" in fact.text


def test_of_two_months_and_types_that_are_equal_none_is_named():
    equal = make_events({"date": "2025-09-02", "event_type": "statement"}, {"date": "2025-10-02"})
    assert count_facts(shipped(), equal) == []
    assert count_facts(shipped(), equal.iloc[:1]) == []
