"""Who was held on a day: hand-made people for each precision and status, and what must hold for any people."""

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from data.custody import Range, custody_in, held_band, held_on, in_view, life_courses, most_held, us_linked
from data.custody_figures import found_wrongful, freed_in_exchanges, held_at_the_end, most_held_at_once, people_in_group
from data.months import MonthSpan

DAYS = ("detained_on", "detained_latest", "last_known_held_on", "released_on", "free_by")
GROUPS = ("us_citizen", "us_resident", "other_foreigner")
TEXTS = {
    "name": "A person",
    "category": "us_citizen",
    "detained_precision": "day",
    "released_precision": "day",
    "status": "unknown",
    "wrongful_detention": "unknown",
    "detained_place": "",
    "held_at": "",
    "alleged_grounds": "",
    "release_context": "",
    "notes": "",
    "possibly_same_as": "",
}
FIRST, LAST = pd.Timestamp("2025-01-20"), pd.Timestamp("2026-10-04")


def make_people(*rows):
    """People as the package loads them, named p0, p1, ...; days that a row does not give are not known."""
    whole = [
        {"person_id": f"p{place}", **TEXTS, "event_ids": (), **dict.fromkeys(DAYS), **row}
        for place, row in enumerate(rows)
    ]
    types = dict.fromkeys(["person_id", *TEXTS], "str") | {"event_ids": "object"} | dict.fromkeys(DAYS, "datetime64[s]")
    return pd.DataFrame({name: pd.Series([row[name] for row in whole], dtype=kind) for name, kind in types.items()})


def held(row, day):
    return held_on(make_people(row), pd.Timestamp(day))


def dated(detained_on=None, detained_latest=None, last_known_held_on=None, free_by=None, **more):
    return {
        "detained_on": detained_on,
        "detained_latest": detained_latest,
        "last_known_held_on": last_known_held_on,
        "free_by": free_by,
        **more,
    }


KNOWN = dated("2025-03-10", "2025-03-10", "2025-07-17", "2025-07-18")
MONTH = dated("2025-03-01", "2025-03-31", "2025-07-17", "2025-07-18", detained_precision="month")
BETWEEN = dated("2025-10-01", "2025-12-31", "2026-01-02", "2026-01-30", detained_precision="approx")
START_UNKNOWN = dated(None, None, "2025-01-30", "2025-01-31")
FREED_THE_DAY_SEEN = dated("2025-03-10", "2025-03-10", "2025-07-18", "2025-07-18")
STILL_HELD = dated("2025-05-21", "2025-05-23", "2026-03-08", None)
NEVER_HEARD_OF_AGAIN = dated("2024-10-27", "2024-10-27", None, None)
UNDATED = dated()
# A loaded machine is no failure; what looks at every day of a span needs fewer examples.
PATIENT, FEW = settings(deadline=None), settings(deadline=None, max_examples=settings.default.max_examples // 3)
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


def days(first=0, last=60):
    return st.sampled_from(pd.date_range("2025-01-01", periods=last + 1).to_list()[first:])


@st.composite
def people_rows(draw, most=6):
    """Rows whose known days come in order, any of them missing, some pointing at another row."""
    rows = []
    for place in range(draw(st.integers(0, most))):
        moments = sorted(draw(st.lists(days(), min_size=4, max_size=4)))
        moments[3] = max(moments[3], moments[2] + pd.Timedelta(days=1))
        known = draw(st.lists(st.booleans(), min_size=4, max_size=4))
        row = dated(*(moment if keep else None for moment, keep in zip(moments, known, strict=True)))
        others = [f"p{other}" for other in range(most) if other != place]
        row["possibly_same_as"] = draw(st.sampled_from(["", "", *others]))
        row["category"] = draw(st.sampled_from(GROUPS))
        rows.append(row)
    return rows


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


@FEW
@given(people_rows(), days(), days())
def test_the_band_says_for_every_day_what_held_on_says(rows, first, last):
    people = make_people(*rows)
    band = held_band(people, first, last)
    for day in pd.date_range(first, last):
        row = band[band.day <= day].iloc[-1]
        assert Range(row.low, row.high) == held_on(people, day)


@FEW
@given(people_rows(), days(), days())
def test_the_band_has_a_row_only_where_a_number_changes(rows, first, last):
    band = held_band(make_people(*rows), first, last)
    assert band.day.is_unique
    assert (band[["low", "high"]].diff().iloc[1:].abs().sum(axis=1) > 0).all()


def test_a_band_that_ends_before_it_starts_is_empty():
    assert held_band(make_people(KNOWN), LAST, FIRST).empty


def test_most_were_held_on_the_first_day_with_the_highest_high_and_then_the_highest_low():
    band = held_band(make_people(KNOWN, MONTH), FIRST, LAST)
    assert most_held(band) == (pd.Timestamp("2025-03-31"), Range(2, 2))


def test_a_life_course_is_sure_between_the_latest_detention_and_the_last_sign():
    course = life_courses(make_people(MONTH), GROUPS).iloc[0]
    assert [course.known_from, course.known_until] == [pd.Timestamp("2025-03-01"), pd.Timestamp("2025-07-18")]
    assert [course.sure_from, course.sure_until] == [pd.Timestamp("2025-03-31"), pd.Timestamp("2025-07-17")]
    assert not course.open_start
    assert not course.open_end


@pytest.mark.parametrize("row", [START_UNKNOWN, dated("2025-01-01", "2025-02-28", "2025-01-30", "2025-01-31")])
def test_without_a_bound_on_detention_a_life_course_is_sure_on_the_last_sign_alone(row):
    course = life_courses(make_people(row), GROUPS).iloc[0]
    assert course.sure_from == course.sure_until == pd.Timestamp("2025-01-30")


def test_ends_that_no_source_gives_are_open():
    courses = life_courses(make_people(START_UNKNOWN, STILL_HELD), GROUPS).set_index("person_id")
    assert courses.open_start.to_dict() == {"p0": True, "p1": False}
    assert courses.open_end.to_dict() == {"p0": False, "p1": True}


def test_a_person_without_any_day_keeps_a_row():
    course = life_courses(make_people(UNDATED), GROUPS).iloc[0]
    assert pd.isna(course.known_from)
    assert course.open_start
    assert course.open_end


@FEW
@given(people_rows(), days())
def test_a_person_is_surely_held_on_just_the_days_that_the_life_course_shows_as_sure(rows, day):
    for _, course in life_courses(make_people(*rows), GROUPS).iterrows():
        surely = held_on(pd.DataFrame([course]), day).low == 1
        assert surely == (course.sure_from <= day <= course.sure_until)


@FEW
@given(people_rows())
def test_life_courses_keep_everybody_and_leave_the_people_alone(rows):
    people = make_people(*rows)
    before = people.copy()
    assert sorted(life_courses(people, GROUPS).person_id) == sorted(people.person_id)
    pd.testing.assert_frame_equal(people, before)


def test_life_courses_come_by_group_and_then_by_detention_with_unknown_ones_last():
    people = make_people(
        {**KNOWN, "category": "other_foreigner"}, START_UNKNOWN, BETWEEN, KNOWN, {**MONTH, "category": "us_resident"}
    )
    assert list(life_courses(people, GROUPS).person_id) == ["p3", "p2", "p1", "p4", "p0"]


def test_us_linked_people_are_citizens_and_residents():
    people = make_people(*({**KNOWN, "category": group} for group in GROUPS))
    assert list(us_linked(people).person_id) == ["p0", "p1"]


def test_months_keep_people_whose_custody_touches_them_and_words_search_their_rows():
    people = make_people({**KNOWN, "held_at": "Tocorón"}, BETWEEN, NEVER_HEARD_OF_AGAIN)
    assert list(in_view(people, MonthSpan.read("2025-10"), "").person_id) == ["p1", "p2"]
    assert list(in_view(people, MonthSpan(), "tocoron").person_id) == ["p0"]


def test_people_are_counted_on_the_chosen_days_that_the_data_covers():
    chosen = custody_in(make_people(KNOWN), MonthSpan.read("2024-10..2025-02"), "", FIRST, LAST)
    assert (chosen.first, chosen.last) == (FIRST, pd.Timestamp("2025-02-28"))
    assert chosen.is_covered


@pytest.mark.parametrize("months", ["..2024-12", "2027-01.."])
def test_nobody_is_counted_in_months_that_the_data_does_not_cover(months):
    chosen = custody_in(make_people(NEVER_HEARD_OF_AGAIN), MonthSpan.read(months), "", FIRST, LAST)
    assert not chosen.is_covered
    assert [held_at_the_end(chosen)[1], most_held_at_once(chosen)[1]] == ["–", "–"]


def test_the_figures_say_number_day_and_group():
    people = make_people(
        {**KNOWN, "wrongful_detention": "designated", "event_ids": ("a",)},
        {**MONTH, "event_ids": ("c", "b")},
        {**BETWEEN, "category": "other_foreigner"},
    )
    custody = custody_in(people, MonthSpan(), "", FIRST, pd.Timestamp("2025-07-17"))
    assert people_in_group(custody, "us_citizen", "US citizen") == ("US citizen", "2", "of 3 people in this view")
    assert held_at_the_end(custody)[1:] == ("2", "on 17 July 2025")
    assert most_held_at_once(custody)[1:] == ("2", "on 31 March 2025")
    assert found_wrongful(custody)[1:] == ("1", "0 under review")
    exchanges = pd.DataFrame({"event_id": ["a", "b", "x"]})
    assert freed_in_exchanges(custody, exchanges)[1:] == ("2", "in 2 of 3 exchanges")


def test_with_nobody_in_view_the_figures_are_zero():
    custody = custody_in(make_people(), MonthSpan(), "", FIRST, LAST)
    assert [held_at_the_end(custody)[1], most_held_at_once(custody)[1], found_wrongful(custody)[1]] == ["0", "0", "0"]
    assert freed_in_exchanges(custody, pd.DataFrame({"event_id": ["a"]}))[1:] == ("0", "in 0 of 1 exchanges")
