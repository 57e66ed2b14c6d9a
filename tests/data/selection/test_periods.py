"""Periods: what their words mean, and which events they hold."""

import pandas as pd
import pytest

from data.selection.periods import read_period
from tests.factory import make_events, shipped


def test_a_month_is_its_first_to_its_last_day():
    period = read_period("2025-11", shipped())
    assert (period.start, period.end, period.days) == (pd.Timestamp("2025-11-01"), pd.Timestamp("2025-11-30"), 30)
    assert period.name == "November 2025"


def test_open_ends_reach_to_the_ends_of_the_data():
    assert read_period("2026-01..", shipped()).end == shipped().last_day
    assert read_period("..2025-03", shipped()).start == shipped()["events"].date.min()


def test_a_phase_has_its_own_days_and_an_open_one_ends_with_the_data():
    phases = shipped()["phases"]
    closed, unended = phases[phases.end.notna()].iloc[0], phases[phases.end.isna()].iloc[0]
    assert read_period(f"phase:{closed.phase_id}", shipped()).end == closed.end
    assert read_period(f"phase:{unended.phase_id}", shipped()).end == shipped().last_day
    assert read_period(f"phase:{closed.phase_id}", shipped()).name == closed.label


@pytest.mark.parametrize("parameter", ["", "..", "phase:", "phase:nope", "2025-13", "2031-01..", "..2001-01"])
def test_a_word_that_means_no_period_is_refused(parameter):
    with pytest.raises(ValueError, match=r".+"):
        read_period(parameter, shipped())


def test_a_period_keeps_the_events_whose_first_day_lies_in_it():
    events = make_events({"date": "2025-10-31"}, {"date": "2025-11-01"}, {"date": "2025-11-30"}, {"date": "2025-12-01"})
    assert list(read_period("2025-11", shipped()).keep(events).index) == [1, 2]
