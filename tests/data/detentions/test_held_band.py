"""The band of people held: what it says for every day, and the day on which most were held."""

import pandas as pd
from hypothesis import given

from data.detentions.custody import Range, held_band, held_on, most_held
from tests.people import FEW, FIRST, KNOWN, LAST, MONTH, days, make_people, people_rows


@FEW
@given(people_rows(), days(), days())
def test_the_band_says_for_every_day_what_held_on_says(rows, first, last):
    people = make_people(*rows)
    band = held_band(people, first, last)
    for day in pd.date_range(first, last):
        row = band[band.day <= day].iloc[-1]
        assert Range(row.low, row.high) == held_on(people, day)


@FEW
@given(people_rows(), days(), days())
def test_the_band_has_a_row_only_where_a_number_changes(rows, first, last):
    band = held_band(make_people(*rows), first, last)
    assert band.day.is_unique
    assert (band[["low", "high"]].diff().iloc[1:].abs().sum(axis=1) > 0).all()


def test_a_band_that_ends_before_it_starts_is_empty():
    assert held_band(make_people(KNOWN), LAST, FIRST).empty


def test_most_were_held_on_the_first_day_with_the_highest_high_and_then_the_highest_low():
    band = held_band(make_people(KNOWN, MONTH), FIRST, LAST)
    assert most_held(band) == (pd.Timestamp("2025-03-31"), Range(2, 2))
