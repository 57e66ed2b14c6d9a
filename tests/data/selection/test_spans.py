"""Spans of days, and the days that two spans share."""

import pandas as pd
import pytest

from data.selection.filters import Filters
from data.selection.months import MonthSpan
from data.selection.spans import DaySpan, shared_days
from tests.factory import shipped

DAYS = pd.Series(pd.to_datetime(["2025-10-17", "2025-10-18", "2025-10-22", "2025-10-23", None]))


@pytest.mark.parametrize("text", ["2025-10-18", "2025-10-18..2025-10-22", "..2025-10-22", "2025-10-18.."])
def test_a_span_of_days_is_read_and_written_alike(text):
    assert DaySpan.read(text).write() == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "2025",
        "2025-10",
        "2025-10-32",
        "2025-02-29",
        "0000-01-01",
        "2025-10-22..2025-10-18",
        "a..b",
        "x" * 5000,
    ],
)
def test_what_is_no_span_of_days_raises(text):
    with pytest.raises(ValueError, match=r".+"):
        DaySpan.read(text)


def test_both_days_are_included_and_an_open_end_is_open():
    assert list(DaySpan("2025-10-18", "2025-10-22").contains(DAYS)) == [False, True, True, False, False]
    assert list(DaySpan("2025-10-18", "2025-10-18").contains(DAYS)) == [False, True, False, False, False]
    assert list(DaySpan(None, "2025-10-18").contains(DAYS)) == [True, True, False, False, False]
    assert DaySpan().contains(DAYS).all()


def test_days_and_months_leave_what_lies_in_both():
    months, days = MonthSpan("2025-09", "2025-10"), DaySpan("2025-10-18", None)
    assert shared_days(months, days) == DaySpan("2025-10-18", "2025-10-31")
    assert shared_days(MonthSpan(), DaySpan()).is_open
    assert Filters(month=months, days=days).period == DaySpan("2025-10-18", "2025-10-31")


def test_nothing_touches_a_span_of_no_day():
    none = shared_days(MonthSpan("2025-01", "2025-01"), DaySpan("2025-03-01", None))
    assert not none.contains(DAYS).any()
    assert not none.overlaps(
        pd.Series(pd.to_datetime(["2024-12-01", None])), pd.Series(pd.to_datetime([None, None]))
    ).any()


def test_an_event_belongs_to_its_first_day():
    day = shipped()["events"].date.iloc[100].date().isoformat()
    found = Filters(days=DaySpan(day, day)).keep(shipped())
    assert list(found.index) == list(shipped()["events"].index[shipped()["events"].date == day])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-10-18", "on 18 October 2025"),
        ("2025-10-18..2025-10-22", "from 18 to 22 October 2025"),
        ("2025-08-07..2025-09-01", "from 7 August to 1 September 2025"),
        ("2025-12-10..2026-01-02", "from 10 December 2025 to 2 January 2026"),
        ("2026-01-08..", "since 8 January 2026"),
        ("..2025-10-22", "until 22 October 2025"),
    ],
)
def test_a_span_is_told_with_what_both_days_share_said_once(text, words):
    assert DaySpan.read(text).say() == words
