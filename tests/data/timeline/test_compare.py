"""Two periods side by side: each counts its own events, and what a reader gets who names none."""

import pandas as pd

from data.selection.periods import last_complete_month, phase_on, read_period
from data.timeline.compare import compared, counts_side_by_side, first_periods
from tests.factory import make_events, shipped

STRIKE = {"event_type": "vessel_strike", "strikes": 1, "vessels": 1, "killed_low": 3, "killed_high": 4}


def in_period(parameter: str, events: pd.DataFrame):
    return compared(shipped(), events, read_period(parameter, shipped()), "plover", "two_states")


def test_each_period_counts_its_own_events():
    events = make_events(
        STRIKE | {"date": "2025-10-31"}, STRIKE | {"date": "2025-11-01"}, {"date": "2025-11-30"}, {"date": "2025-12-01"}
    )
    one, other = in_period("2025-11", events), in_period("2025-12", events)
    assert (one.events, one.toll.strikes, one.toll.killed_low, other.toll.strikes) == (2, 1, 3, 0)
    counts = counts_side_by_side(shipped(), one, other)
    assert counts.to_dict("index") == {"vessel_strike": {"a": 1, "b": 0}, "statement": {"a": 1, "b": 1}}


def test_the_most_severe_acts_come_first_and_an_empty_period_has_none():
    code = {"plover_event": "COERCE", "cameo": "172", "dyad": "us_to_ve", "date": "2025-11-05"}
    worse = code | {"plover_event": "ASSAULT", "plover_mode": "aerial", "cameo": "195", "event_id": "worse"}
    one, other = in_period("2025-11", make_events(code, worse)), in_period("2025-12", make_events(code))
    assert one.severe.event_id.iloc[0] == "worse"
    assert one.sums.acts.sum() == 2
    assert other.severe.empty
    assert other.sums.negative.sum() == 0


def test_without_a_choice_two_months_that_the_data_holds_whole_are_compared():
    for parameter in first_periods(shipped()):
        assert read_period(parameter, shipped()).end <= shipped().last_day


def test_a_month_that_holds_a_few_days_is_not_complete():
    assert last_complete_month(pd.Timestamp("2026-10-04")) == "2026-09"
    assert last_complete_month(pd.Timestamp("2026-10-31")) == "2026-10"
    assert last_complete_month(pd.Timestamp("2026-01-30")) == "2025-12"


def test_every_day_of_the_phases_is_in_one():
    phases = shipped()["phases"]
    assert phase_on(shipped(), phases.start.iloc[1]).name == phases.label.iloc[1]
    assert phase_on(shipped(), phases.start.min() - pd.Timedelta(days=1)) is None
    assert phase_on(shipped(), pd.Timestamp("2100-01-01")).name == phases[phases.end.isna()].label.iloc[0]
