"""Life courses: what a line of time shows of each person, in which order, and that nobody is lost."""

import pandas as pd
import pytest
from hypothesis import given

from data.detentions.custody import custody_spans, held_on
from tests.people import (
    BETWEEN,
    FEW,
    GROUPS,
    KNOWN,
    MONTH,
    START_UNKNOWN,
    STILL_HELD,
    UNDATED,
    dated,
    days,
    make_people,
    people_rows,
)


def test_a_life_course_is_sure_between_the_latest_detention_and_the_last_sign():
    span = custody_spans(make_people(MONTH), GROUPS).iloc[0]
    assert [span.known_from, span.known_until] == [pd.Timestamp("2025-03-01"), pd.Timestamp("2025-07-18")]
    assert [span.sure_from, span.sure_until] == [pd.Timestamp("2025-03-31"), pd.Timestamp("2025-07-17")]
    assert not span.open_start
    assert not span.open_end


@pytest.mark.parametrize("row", [START_UNKNOWN, dated("2025-01-01", "2025-02-28", "2025-01-30", "2025-01-31")])
def test_without_a_bound_on_detention_a_life_course_is_sure_on_the_last_sign_alone(row):
    span = custody_spans(make_people(row), GROUPS).iloc[0]
    assert span.sure_from == span.sure_until == pd.Timestamp("2025-01-30")


def test_ends_that_no_source_gives_are_open():
    spans = custody_spans(make_people(START_UNKNOWN, STILL_HELD), GROUPS).set_index("person_id")
    assert spans.open_start.to_dict() == {"p0": True, "p1": False}
    assert spans.open_end.to_dict() == {"p0": False, "p1": True}


def test_a_person_without_any_day_keeps_a_row():
    span = custody_spans(make_people(UNDATED), GROUPS).iloc[0]
    assert pd.isna(span.known_from)
    assert span.open_start
    assert span.open_end


@FEW
@given(people_rows(), days())
def test_a_person_is_surely_held_on_just_the_days_that_the_life_course_shows_as_sure(rows, day):
    for _, span in custody_spans(make_people(*rows), GROUPS).iterrows():
        surely = held_on(pd.DataFrame([span]), day).low == 1
        assert surely == (span.sure_from <= day <= span.sure_until)


@FEW
@given(people_rows())
def test_life_courses_keep_everybody_and_leave_the_people_alone(rows):
    people = make_people(*rows)
    before = people.copy()
    assert sorted(custody_spans(people, GROUPS).person_id) == sorted(people.person_id)
    pd.testing.assert_frame_equal(people, before)


def test_life_courses_come_by_group_and_then_by_detention_with_unknown_ones_last():
    people = make_people(
        {**KNOWN, "category": "other_foreigner"}, START_UNKNOWN, BETWEEN, KNOWN, {**MONTH, "category": "us_resident"}
    )
    assert list(custody_spans(people, GROUPS).person_id) == ["p3", "p2", "p1", "p4", "p0"]


def test_each_course_is_bounded_by_the_days_of_its_own_row():
    spans = custody_spans(make_people(KNOWN, STILL_HELD), GROUPS).set_index("person_id")
    assert list(spans.known_from) == [pd.Timestamp("2025-03-10"), pd.Timestamp("2025-05-21")]
    assert list(spans.known_until) == [pd.Timestamp("2025-07-18"), pd.Timestamp("2026-03-08")]


def test_within_a_group_however_large_people_come_by_detention():
    many = [dated(f"2025-{1 + place % 9:02}-{1 + place:02}", category=GROUPS[place % 2]) for place in range(28)]
    spans = custody_spans(make_people(*many, *many), GROUPS)
    days = [list(spans[spans.category == group].detained_on) for group in GROUPS[:2]]
    assert list(spans.category) == [group for group, found in zip(GROUPS, days, strict=False) for _ in found]
    assert [sorted(found) for found in days] == days
