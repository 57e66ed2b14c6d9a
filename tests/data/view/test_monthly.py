"""The course of the key figures: every month of the view, sums that are the figures, complete months compared."""

import pytest

from data.selection.filters import Filters
from data.timeline.toll import toll_at_sea
from data.view.monthly import last_two_months, monthly_series
from data.view.selection import Selection
from tests.factory import shipped

LINKS = [{}, {"month": ["2025-09..2026-01"]}, {"type": ["vessel_strike"]}, {"q": ["zzzz"]}, {"month": ["2031-01.."]}]


def selected(query: dict) -> Selection:
    filters, _ = Filters.from_query(query, shipped())
    return Selection(shipped(), filters)


@pytest.mark.parametrize("query", LINKS, ids=str)
def test_every_course_has_the_same_months_without_a_gap(query):
    found = monthly_series(selected(query))
    months = list(found[0].index)
    assert all(list(series.index) == months for series in found)
    assert months == sorted(set(months))
    assert all((series >= 0).all() for series in found)


@pytest.mark.parametrize("query", LINKS, ids=str)
def test_the_strikes_by_month_add_up_to_the_figure(query):
    assert monthly_series(selected(query))[0].sum() == toll_at_sea(selected(query).events).strikes


def test_the_last_two_complete_months_are_compared_only_where_both_are_shown():
    last, before = last_two_months(selected({}))
    assert before < last < f"{shipped().last_day:%Y-%m}"
    assert last_two_months(selected({"month": [last]})) is None
    assert last_two_months(selected({"month": [f"{before}..{last}"]})) == (last, before)
