"""Spans of months."""

import pandas as pd
import pytest

from data.selection.months import MonthSpan, month_end, month_start, months_between
from data.text.formats import day_name

DAYS = pd.Series(pd.to_datetime(["2025-08-31", "2025-09-01", "2025-12-31", "2026-01-01", None]))


@pytest.mark.parametrize("text", ["2025-12", "2025-09..2026-01", "..2025-08", "2026-01.."])
def test_the_words_of_a_span_are_read_and_written_alike(text):
    assert MonthSpan.read(text).write() == text


@pytest.mark.parametrize(
    "text", ["", "..", "2025", "2025-1", "2025-00", "2025-13", "0000-01", "2026-01..2025-12", "a..b", "٢٠٢٥-٠١"]
)
def test_words_that_are_no_span_raise(text):
    with pytest.raises(ValueError, match=r".+"):
        MonthSpan.read(text)


def test_both_ends_are_included():
    assert list(MonthSpan("2025-09", "2025-12").contains(DAYS)) == [False, True, True, False, False]


def test_an_open_end_is_open_and_a_missing_day_is_only_in_the_open_span():
    assert list(MonthSpan(None, "2025-08").contains(DAYS)) == [True, False, False, False, False]
    assert list(MonthSpan("2026-01", None).contains(DAYS)) == [False, False, False, True, False]
    assert MonthSpan().contains(DAYS).all()


def test_a_time_overlaps_a_month_that_it_touches_and_a_missing_end_is_open():
    starts = pd.Series(pd.to_datetime(["2025-01-15", "2025-01-15", None, "2025-03-01"]))
    ends = pd.Series(pd.to_datetime(["2025-02-01", None, "2025-01-31", None]))
    assert list(MonthSpan("2025-02", "2025-02").overlaps(starts, ends)) == [True, True, False, False]


def test_months_and_days_in_english():
    assert MonthSpan("2025-12", "2025-12").say() == "in December 2025"
    assert MonthSpan(None, "2025-08").say() == "until August 2025"
    assert day_name(pd.Timestamp("2025-09-02")) == "2 September 2025"
    assert months_between(pd.Timestamp("2025-11-30"), pd.Timestamp("2026-01-01")) == ["2025-11", "2025-12", "2026-01"]


def test_a_month_has_a_first_and_a_last_day():
    assert month_start("2024-02") == pd.Timestamp("2024-02-01")
    assert month_end("2024-02") == month_end(pd.Timestamp("2024-02-10")) == pd.Timestamp("2024-02-29")


def test_a_span_begins_and_ends_with_its_months_and_an_open_end_with_the_day_that_is_given():
    first, last = pd.Timestamp("2025-01-20"), pd.Timestamp("2026-10-04")
    assert MonthSpan("2025-09", "2026-02").days(first, last) == (month_start("2025-09"), month_end("2026-02"))
    assert MonthSpan().days(first, last) == (first, last)
    assert MonthSpan(None, "2024-12").days(first, last) == (first, month_end("2024-12"))
