"""The band of people held: what it says for every day, and the day on which most were held."""

import pandas as pd
from hypothesis import given

from data.detentions.custody import Range, held_band, held_on, most_held
from tests.people import BETWEEN, FEW, FIRST, KNOWN, LAST, MONTH, dated, days, make_people, people_rows


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


def test_a_person_is_no_longer_surely_held_on_the_day_after_the_last_sign():
    band = held_band(make_people(BETWEEN), FIRST, LAST)
    assert list(band.itertuples(index=True, name=None)) == [
        (0, FIRST, 0, 0),
        (1, pd.Timestamp("2025-10-01"), 0, 1),
        (2, pd.Timestamp("2025-12-31"), 1, 1),
        (3, pd.Timestamp("2026-01-03"), 0, 1),
        (4, pd.Timestamp("2026-01-30"), 0, 0),
    ]


def test_a_band_that_ends_before_it_starts_is_empty_and_has_columns_of_the_same_kinds():
    band = held_band(make_people(KNOWN), LAST, FIRST)
    assert band.empty
    assert dict(band.dtypes) == {"day": "datetime64[s]", "low": "int64", "high": "int64"}


def test_most_were_held_on_the_first_day_with_the_highest_high_and_then_the_highest_low():
    band = held_band(make_people(KNOWN, MONTH), FIRST, LAST)
    assert most_held(band) == (pd.Timestamp("2025-03-31"), Range(2, 2))


def test_of_days_on_which_equally_many_were_held_the_first_is_named():
    again = dated("2026-02-01", "2026-02-01", "2026-02-05", "2026-02-06")
    band = held_band(make_people(again, KNOWN), FIRST, LAST)
    assert list(band.high) == [0, 1, 0, 1, 0]
    assert most_held(band) == (pd.Timestamp("2025-03-10"), Range(1, 1))
