"""Numbers, days and ranges are written one way."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.text.formats import counted, day_name, days_name, known_days, lower_first, month_name, number, signed, spoken


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (1250, "1,250"), (2.5, "2.5"), (3.0, "3"), (-3, "−3"), (1_234_567, "1,234,567")]
)
def test_a_number_has_commas_and_no_needless_decimals(value, text):
    assert number(value) == text


@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_can_be_read_back(value):
    assert int(number(value).replace(",", "").replace("−", "-")) == value


@pytest.mark.parametrize(("low", "high", "text"), [(212, 235, "212 to 235"), (3, 3, "3"), (999, 1000, "999 to 1,000")])
def test_a_range_is_both_its_ends_or_the_one_number(low, high, text):
    assert spoken(low, high) == text


@pytest.mark.parametrize(
    ("points", "text"), [(-93.5, "−93.5"), (1.5, "+1.5"), (0, "0"), (-1234.56, "−1,234.6"), (-0.0, "0")]
)
def test_a_score_has_its_sign(points, text):
    assert signed(points) == text


def test_a_noun_agrees_with_its_number():
    assert counted(1, "event") == "1 event"
    assert counted(1250, "event") == "1,250 events"
    assert counted(2, "person", "people") == "2 people"


def test_days_and_months_are_in_words():
    first, last = pd.Timestamp("2025-09-02"), pd.Timestamp("2026-10-04")
    assert day_name(first) == "2 September 2025"
    assert days_name(first, last) == "2 September 2025 to 4 October 2026"
    assert days_name(first, first) == "2 September 2025"
    assert month_name("2025-12") == month_name(pd.Timestamp("2025-12-31")) == "December 2025"


@pytest.mark.parametrize(
    ("first", "last", "precision", "text"),
    [
        ("2025-02-01", None, "month", "February 2025"),
        ("2025-02-01", "2025-04-30", "month", "February 2025 to April 2025"),
        ("2025-12-24", None, "approx", "about 24 December 2025"),
        ("2025-10-01", "2025-12-31", "approx", "about 1 October to 31 December 2025"),
        ("2026-05-29", "2026-09-23", "day", "29 May to 23 September 2026"),
        ("2026-01-03", "2026-01-05", "day", "3 to 5 January 2026"),
        ("2025-12-30", "2026-01-02", "day", "30 December 2025 to 2 January 2026"),
        ("2026-01-03", None, "day", "3 January 2026"),
    ],
)
def test_days_are_written_as_exactly_as_they_are_known(first, last, precision, text):
    assert known_days(pd.Timestamp(first), pd.Timestamp(last) if last else pd.NaT, precision) == text


@pytest.mark.parametrize(
    ("label", "inside"),
    [
        ("At least", "at least"),
        ("Returned to Venezuela", "returned to Venezuela"),
        ("US-linked resident", "US-linked resident"),
        ("OFAC's list", "OFAC's list"),
        ("E.O. 13692", "E.O. 13692"),
        ("F-35 aircraft", "F-35 aircraft"),
        ("A ship of 2 owners", "a ship of 2 owners"),
        ("", ""),
    ],
)
def test_a_label_inside_a_sentence_begins_small_and_spares_abbreviations(label, inside):
    assert lower_first(label) == inside
