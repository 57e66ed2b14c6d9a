"""The toll at sea and how published totals compare with it."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from data.timeline.published_totals import compared_totals, numbered
from data.timeline.toll import announced_unknown, cumulative_toll, first_strike, toll_at_sea
from tests.factory import make_events, make_rows

STRIKE = {"strikes": 1, "vessels": 1, "killed_low": 3, "killed_high": 4}


def test_only_strikes_at_sea_are_counted_and_parts_are_left_out():
    events = make_events(
        {**STRIKE, "date": "2025-09-02"},
        {**STRIKE, "date": "2025-09-03", "strikes": 2, "vessels": 2},
        {**STRIKE, "date": "2025-09-03", "part_of": "2025-09-02-1"},
        {"date": "2025-09-04", "killed_low": 50, "killed_high": 60},
    )
    toll = toll_at_sea(events)
    assert (toll.events, toll.strikes, toll.vessels, toll.killed_low, toll.killed_high) == (2, 3, 3, 6, 8)
    assert toll_at_sea(events, until=pd.Timestamp("2025-09-02")).strikes == 1


def test_no_strike_is_a_toll_of_zero():
    assert toll_at_sea(make_events({})).killed_high == 0


@settings(max_examples=50, deadline=None)
@given(st.permutations(range(4)))
def test_the_order_of_rows_does_not_change_the_toll(order):
    events = make_events(*({**STRIKE, "killed_high": 4 + number} for number in range(4)))
    assert toll_at_sea(events.iloc[order]) == toll_at_sea(events)


def test_a_published_total_is_within_a_floor_or_differs():
    events = make_events({**STRIKE, "date": "2025-09-02"}, {**STRIKE, "date": "2025-09-10"})
    day = {"as_of": "2025-09-11", "metric": "killed"}
    totals = make_rows(
        "published_totals",
        [
            {**day, "value": 6, "qualifier": "exact"},
            {**day, "value": 8, "qualifier": "exact"},
            {**day, "value": 5, "qualifier": "exact"},
            {**day, "value": 5, "qualifier": "at_least"},
            {**day, "value": 9, "qualifier": "at_least"},
            {**day, "value": 9, "metric": "survivors"},
        ],
    )
    compared = compared_totals(totals, events)
    assert list(compared.agreement) == ["within", "within", "differs", "floor", "differs"]
    assert set(zip(compared.our_low, compared.our_high, strict=True)) == {(6, 8)}


def test_a_total_of_the_day_of_a_strike_may_or_may_not_hold_it():
    events = make_events({**STRIKE, "date": "2025-09-02"})
    totals = make_rows(
        "published_totals", [{"as_of": "2025-09-02", "metric": "strikes", "value": 0, "qualifier": "exact"}]
    )
    compared = compared_totals(totals, events).iloc[0]
    assert (compared.our_low, compared.our_high, compared.agreement) == (0, 1, "within")


def test_the_course_adds_up_day_by_day_by_the_day_that_is_asked_for():
    events = make_events(
        {**STRIKE, "date": "2025-09-02", "announced_on": "2025-09-05"},
        {**STRIKE, "date": "2025-09-03", "announced_on": "2025-09-03"},
        {**STRIKE, "date": "2025-09-04"},
        {**STRIKE, "date": "2025-09-04", "part_of": "x"},
    )
    happened, announced = cumulative_toll(events, "happened"), cumulative_toll(events, "announced")
    assert list(happened.strikes) == [1, 2, 3]
    assert list(announced.day) == [pd.Timestamp(day) for day in ("2025-09-03", "2025-09-04", "2025-09-05")]
    assert list(announced.killed_low) == [3, 6, 9]
    assert announced_unknown(events) == 1
    counts = announced.drop(columns="day")
    assert list(counts.columns) == ["strikes", "vessels", "killed_low", "killed_high"]
    assert set(counts.dtypes) == {pd.Series([0]).dtype}


def test_the_first_strike_is_the_earliest_day_of_a_strike_at_sea_and_none_has_no_day():
    earlier = {"date": "2025-08-01"}
    events = make_events(
        *({**STRIKE, "date": "2025-09-03"}, {**STRIKE, "date": "2025-09-02"}, earlier),
        {**STRIKE, **earlier, "part_of": "x"},
    )
    assert first_strike(events) == pd.Timestamp("2025-09-02")
    assert pd.isna(first_strike(make_events(earlier)))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 28), st.integers(1, 28), st.integers(0, 5)), min_size=1, max_size=12))
def test_either_course_ends_at_the_toll_and_never_falls(strikes):
    events = make_events(
        *(
            {**STRIKE, "date": f"2025-09-{day:02}", "announced_on": f"2025-10-{text:02}", "killed_high": 3 + more}
            for day, text, more in strikes
        )
    )
    toll = toll_at_sea(events)
    for by in ("happened", "announced"):
        series = cumulative_toll(events, by)
        assert tuple(series[["strikes", "killed_low", "killed_high"]].iloc[-1]) == (
            *(toll.strikes, toll.killed_low, toll.killed_high),
        )
        assert (series.strikes.diff().dropna() >= 0).all()
        assert (series.killed_low <= series.killed_high).all()


def test_totals_that_differ_are_numbered_in_time_and_say_by_how_much():
    events = make_events({**STRIKE, "date": "2025-09-02"})
    rows = [("2025-09-20", 9), ("2025-09-10", 1), ("2025-09-15", 3)]
    totals = make_rows(
        "published_totals",
        [{"as_of": day, "metric": "killed", "value": value, "qualifier": "exact"} for day, value in rows],
    )
    text = numbered(compared_totals(totals, events))
    assert list(zip(text.value, text.number, text.difference, strict=True)) == [(1, 1, -2), (3, 0, 0), (9, 2, 5)]
