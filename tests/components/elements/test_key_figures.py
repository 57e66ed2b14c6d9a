"""The small bars under key figures: as many and as high as their numbers, told in words and held by a table."""

import re

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from components.elements.key_figures import HEIGHT, LEAST, bars, series_table, series_text
from data.selection.key_figure import KeyFigure

STRIKES = KeyFigure("Strikes", "5", "none killed", "Events.")
all_series = st.lists(st.integers(0, 10_000), min_size=2, max_size=40)


def series(numbers):
    months = pd.period_range("2025-01", periods=len(numbers), freq="M").astype(str)
    return pd.Series(numbers, index=months)


@given(all_series)
def test_a_bar_a_month_and_the_highest_fills_the_picture(numbers):
    heights = [float(height) for height in re.findall(r'<rect [^>]* height="([\d.]+)"', bars(series(numbers)))]
    assert len(heights) == len(numbers)
    assert all(LEAST <= height <= HEIGHT for height in heights)
    if max(numbers):
        assert heights[numbers.index(max(numbers))] == HEIGHT


def test_a_course_is_told_in_words():
    text = series_text(STRIKES, series([1, 0, 1250, 3]))
    assert text.startswith("Strikes by month: 1 in January 2025, at most 1,250 in March 2025, 3 in April 2025.")


@given(all_series)
def test_the_table_holds_every_number(numbers):
    table = series_table([STRIKES], [series(numbers)])
    assert list(table["Strikes"]) == numbers
    assert table["Month"].iloc[0] == "January 2025"
