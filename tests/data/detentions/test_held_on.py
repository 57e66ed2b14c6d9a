"""Who was held on a day: hand-made people for each precision and status, and what must hold for any people."""

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from data.detentions.custody import Range, held_on
from tests.people import (
    BETWEEN,
    FREED_THE_DAY_SEEN,
    KNOWN,
    MONTH,
    NEVER_HEARD_OF_AGAIN,
    PATIENT,
    START_UNKNOWN,
    STILL_HELD,
    UNDATED,
    dated,
    days,
    make_people,
    people_rows,
)


def held(row, day):
    return held_on(make_people(row), pd.Timestamp(day))


SURE, MAYBE, NOT = Range(1, 1), Range(0, 1), Range(0, 0)


@pytest.mark.parametrize(
    ("row", "day", "expected"),
    [
        (KNOWN, "2025-03-09", NOT),
        (KNOWN, "2025-03-10", SURE),
        (KNOWN, "2025-07-17", SURE),
        (KNOWN, "2025-07-18", NOT),
        (MONTH, "2025-03-01", MAYBE),
        (MONTH, "2025-03-31", SURE),
        (BETWEEN, "2025-09-30", NOT),
        (BETWEEN, "2025-12-30", MAYBE),
        (BETWEEN, "2026-01-02", SURE),
        (BETWEEN, "2026-01-29", MAYBE),
        (BETWEEN, "2026-01-30", NOT),
        (START_UNKNOWN, "2025-01-29", MAYBE),
        (START_UNKNOWN, "2025-01-30", SURE),
        (START_UNKNOWN, "2025-01-31", NOT),
        (FREED_THE_DAY_SEEN, "2025-07-18", SURE),
        (FREED_THE_DAY_SEEN, "2025-07-19", NOT),
        (STILL_HELD, "2026-03-08", SURE),
        (STILL_HELD, "2026-03-09", MAYBE),
        (NEVER_HEARD_OF_AGAIN, "2024-10-26", NOT),
        (NEVER_HEARD_OF_AGAIN, "2026-10-04", MAYBE),
        (UNDATED, "2025-06-01", MAYBE),
    ],
)
def test_a_person_is_held_on_a_day_as_far_as_the_days_say(row, day, expected):
    assert held(row, day) == expected


# Eight people linked to the United States on 2 January 2026: two freed later on a known day, four of whom only an
# embassy says that all are free by a later day (one may be one of the first two), two of whom nobody says either way.
JANUARY = (
    dated("2025-12-08", "2025-12-31", "2026-01-12", "2026-01-13", released_on="2026-01-13", status="released"),
    dated("2025-11-29", "2025-11-29", "2026-01-29", "2026-01-30", released_on="2026-01-30", status="released"),
    *(dated("2025-10-01", "2025-12-31", "2026-01-02", "2026-01-30", status="released") for _ in range(3)),
    dated("2025-10-01", "2025-12-31", "2026-01-02", "2026-01-30", status="released", possibly_same_as="p1"),
    dated("2024-12-24", "2024-12-24", "2026-01-07", None, status="unknown"),
    dated("2024-10-27", "2024-10-27", None, None, status="unknown"),
)


def test_a_naive_count_of_eight_is_six_to_eight():
    people = make_people(*JANUARY)
    assert (people.detained_on <= "2026-01-02").sum() == 8
    assert held_on(people, pd.Timestamp("2026-01-02")) == Range(6, 8)


@pytest.mark.parametrize(("day", "expected"), [("2026-01-03", (3, 8)), ("2026-01-29", (1, 7)), ("2026-01-30", (0, 2))])
def test_nobody_whose_release_has_no_day_is_held_for_ever_or_dropped(day, expected):
    assert held_on(make_people(*JANUARY), pd.Timestamp(day)) == Range(*expected)


@pytest.mark.parametrize("status", ["held", "released", "unknown"])
@pytest.mark.parametrize("row", [KNOWN, MONTH, BETWEEN, START_UNKNOWN, STILL_HELD, NEVER_HEARD_OF_AGAIN])
def test_the_days_decide_and_not_the_status(row, status):
    day = pd.Timestamp("2025-01-30")
    assert held_on(make_people({**row, "status": status}), day) == held_on(make_people(row), day)


def test_a_second_custody_of_one_person_is_a_second_row_and_counts_on_its_own_days():
    twice = make_people(KNOWN, {**KNOWN, **dated("2026-02-01", "2026-02-01", "2026-02-05", "2026-02-06")})
    assert held_on(twice, pd.Timestamp("2025-04-01")) == Range(1, 1)
    assert held_on(twice, pd.Timestamp("2026-02-03")) == Range(1, 1)
    assert held_on(twice, pd.Timestamp("2025-12-01")) == Range(0, 0)


def test_a_pair_that_may_be_one_person_counts_as_one_to_two():
    pair = make_people(KNOWN, {**KNOWN, "possibly_same_as": "p0"})
    assert held_on(pair, pd.Timestamp("2025-04-01")) == Range(1, 2)


def test_a_pair_of_which_one_is_surely_held_still_counts_that_one():
    pair = make_people(KNOWN, {**BETWEEN, "possibly_same_as": "p0"})
    assert held_on(pair, pd.Timestamp("2025-04-01")) == Range(1, 1)


def test_rows_that_may_all_be_one_person_never_count_as_nobody():
    ring = make_people(*({**KNOWN, "possibly_same_as": other} for other in ("p1", "p2", "p0")))
    assert held_on(ring, pd.Timestamp("2025-04-01")) == Range(1, 3)


def test_a_range_says_one_number_when_both_ends_are_equal():
    assert str(Range(6, 8)) == "6 to 8"
    assert str(Range(2, 2)) == "2"


@PATIENT
@given(people_rows(), days())
def test_low_is_never_above_high_nor_negative_and_high_never_above_the_number_of_people(rows, day):
    number = held_on(make_people(*rows), day)
    assert 0 <= number.low <= number.high <= len(rows)


@PATIENT
@given(people_rows(), days(), st.randoms())
def test_the_order_of_rows_changes_nothing(rows, day, chance):
    people = make_people(*rows)
    order = list(range(len(people)))
    chance.shuffle(order)
    assert held_on(people.iloc[order], day) == held_on(people, day)


@PATIENT
@given(people_rows(), days(), st.data())
def test_widening_a_persons_days_never_narrows_the_band(rows, day, data):
    assume(rows)
    before = held_on(make_people(*rows), day)
    place = data.draw(st.integers(0, len(rows) - 1))
    rows[place] = data.draw(widened(rows[place]))
    after = held_on(make_people(*rows), day)
    assert after.low <= before.low
    assert after.high >= before.high


@st.composite
def widened(draw, row):
    """The row with less known: custody may begin earlier or end later, and is surely known for fewer days.

    `last_known_held_on` moves earlier only as far as custody had surely begun: a source for an earlier day would be
    news of that day, not less knowledge.
    """
    shift = st.integers(0, 10).map(lambda number: pd.Timedelta(days=number))
    first, latest, last, free = (
        row[name] for name in ("detained_on", "detained_latest", "last_known_held_on", "free_by")
    )
    surely = [(latest, last), (None, last), (latest, None), (None, None)]
    if latest and last:
        later = min(last, latest + draw(shift))
        surely.append((later, max(later, last - draw(shift))))
    wide_latest, wide_last = draw(st.sampled_from(surely))
    wide_first = draw(st.sampled_from([None, first and first - draw(shift)]))
    wide_free = draw(st.sampled_from([None, free and free + draw(shift)]))
    return {**row, **dated(wide_first, wide_latest, wide_last, wide_free)}
