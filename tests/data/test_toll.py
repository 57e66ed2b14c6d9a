"""The toll at sea and how published totals compare with it."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from data.toll import compared_totals, toll_at_sea
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
