"""Counts of political prisoners: no count is lost, and no line crosses a month without one."""

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.detentions.prisoners import COUNTS, TALLY, TOTALS, prisoner_counts, with_gaps
from data.selection.months import MonthSpan
from tests.factory import shipped


def counts(*days):
    return pd.DataFrame({"as_of": pd.to_datetime(list(days)), "count": pd.array(range(len(days)), "Int64")})


@pytest.mark.parametrize(
    ("later", "joined"), [("2025-01-31", True), ("2025-02-28", True), ("2025-03-01", False), ("2026-02-01", False)]
)
def test_a_month_without_a_count_breaks_the_line(later, joined):
    line = with_gaps(counts("2025-01-01", later), "count")
    assert line["count"].isna().any() != joined


@settings(deadline=None)
@given(st.lists(st.dates(pd.Timestamp("2025-01-01").date(), pd.Timestamp("2026-12-31").date()), unique=True))
def test_every_count_stays_and_two_neighbours_on_the_line_are_never_more_than_a_month_apart(days):
    line = with_gaps(counts(*days), "count")
    assert line["count"].notna().sum() == len(days)
    for (_, one), (_, other) in pairwise(line.iterrows()):
        if pd.notna(one["count"]) and pd.notna(other["count"]):
            months = (other.as_of.year - one.as_of.year) * 12 + other.as_of.month - one.as_of.month
            assert months <= 1


def test_a_count_that_is_missing_is_no_point():
    line = with_gaps(counts("2025-01-01", "2025-01-08").assign(foreign=pd.array([5, None], "Int64")), "foreign")
    assert list(line.foreign) == [5]


def test_counts_of_both_tables_are_told_with_who_published_them():
    text = prisoner_counts(shipped(), MonthSpan())
    totals = shipped()[TOTALS]
    assert len(text) == len(shipped()[COUNTS]) + (totals.metric == TALLY).sum()
    assert text.as_of.is_monotonic_increasing
    assert (text.publisher != "").all()
    assert (text.url != "").all()
    assert text.of_which_foreign.isna().any()


def test_months_keep_the_counts_of_their_days():
    text = prisoner_counts(shipped(), MonthSpan.read("2026-01"))
    assert set(text.as_of.dt.strftime("%Y-%m")) == {"2026-01"}
    assert prisoner_counts(shipped(), MonthSpan.read("2020-01")).empty
