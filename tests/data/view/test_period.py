"""Days act on everything that months act on: the days of a month show what the month shows, in every figure."""

from dataclasses import replace

import pandas as pd
import pytest

from data.detentions.prisoners import prisoner_counts
from data.selection.filters import Filters
from data.selection.months import MonthSpan
from data.selection.record_kinds import KINDS
from data.selection.spans import DaySpan
from data.view.key_figures import key_figures
from data.view.monthly import monthly_series
from data.view.sanctions_figures import sanctions_figures
from data.view.selection import Selection
from tests.factory import shipped

MONTHS, DAYS = MonthSpan("2025-09", "2026-02"), DaySpan("2025-09-01", "2026-02-28")
BY_MONTH = Selection(shipped(), Filters(month=MONTHS))
BY_DAY = Selection(shipped(), Filters(days=DAYS))


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_days_of_months_leave_the_rows_that_the_months_leave(kind):
    assert list(BY_DAY.rows(kind).index) == list(BY_MONTH.rows(kind).index)


def test_the_days_of_months_give_the_figures_of_the_months():
    assert key_figures(BY_DAY) == key_figures(BY_MONTH)
    by_day = [replace(one, detail=one.detail.replace("by days", "by months")) for one in sanctions_figures(BY_DAY)]
    assert by_day == list(sanctions_figures(BY_MONTH))
    for one, other in zip(monthly_series(BY_DAY), monthly_series(BY_MONTH), strict=True):
        pd.testing.assert_series_equal(one, other)
    assert (BY_DAY.custody.first, BY_DAY.custody.last) == (BY_MONTH.custody.first, BY_MONTH.custody.last)
    counts = [prisoner_counts(shipped(), view.filters.period) for view in (BY_DAY, BY_MONTH)]
    pd.testing.assert_frame_equal(*counts)


def test_days_leave_less_than_their_month():
    days = Selection(shipped(), Filters(days=DaySpan("2025-10-18", "2025-10-22")))
    month = Selection(shipped(), Filters(month=MonthSpan("2025-10", "2025-10")))
    assert 0 < len(days.events) < len(month.events)
    assert set(days.events.date) <= set(pd.date_range("2025-10-18", "2025-10-22"))
    assert (days.custody.first, days.custody.last) == (pd.Timestamp("2025-10-18"), pd.Timestamp("2025-10-22"))


@pytest.mark.parametrize(("name", "column"), [("group", "category"), ("custody", "status")])
def test_group_and_custody_leave_people_alone_and_every_event(name, column):
    for value in shipped().choices("detainees", column):
        view = Selection(shipped(), Filters(**{name: (value,)}))
        assert set(view.custody.people[column]) == {value}
        assert set(view.custody.us_linked.person_id) <= set(view.custody.people.person_id)
        assert len(view.events) == len(shipped()["events"])
        assert len(view.targets.rows) == len(shipped()["sanctions_targets"])
