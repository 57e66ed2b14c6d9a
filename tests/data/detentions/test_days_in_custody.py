"""Days in custody are as exact as the days that bound them; verified releases stand under who counted them."""

import pandas as pd
import pytest

from data.detentions.custody import PEOPLE, days_in_custody
from data.detentions.custody_texts import days_texts
from data.detentions.published_held import held_by_group
from data.detentions.verified_releases import METRIC, most_counted, verified_releases
from tests.factory import shipped
from tests.people import make_people

LAST = shipped().last_day


DAYS = ("detained_on", "detained_latest", "last_known_held_on", "free_by")


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (("2024-09-09", "2024-09-09", "2025-01-30", "2025-01-31"), "144"),
        (("2024-09-01", "2024-09-30", "2025-01-30", "2025-01-31"), "123 to 152"),
        (("2025-05-21", "2025-05-23", "2026-03-08", None), "at least 290"),
        (("2025-05-21", "2025-05-23", None, "2025-05-31"), "at most 10"),
        (("2025-05-21", "2025-05-24", "2025-05-23", "2025-05-31"), "at most 10"),
        (("2025-05-21", "2025-05-23", "2025-05-23", "2025-05-31"), "1 to 10"),
        ((None, None, "2025-01-30", "2025-01-31"), ""),
    ],
)
def test_days_in_custody_are_a_range_where_their_ends_are_not_exact(days, text):
    person = dict(zip(DAYS, days, strict=True))
    assert list(days_texts(days_in_custody(make_people(person)))) == [text]


def test_days_in_custody_stand_at_the_people_that_they_are_of():
    people = shipped()[PEOPLE]
    all_days, some = days_in_custody(people), people.iloc[3:6]
    assert days_in_custody(some).equals(all_days.loc[some.index])
    assert set(all_days.dtypes.astype(str)) == {"Int64"}


def test_nobody_was_surely_held_for_longer_than_possibly():
    days = days_in_custody(shipped()[PEOPLE]).dropna()
    assert (days.low <= days.high).all()
    assert (days.low > 0).all()


def test_citizens_and_residents_are_counted_apart():
    people, day = shipped()[PEOPLE], pd.Timestamp("2025-07-17")
    labels = shipped().choices(PEOPLE, "category")
    held = held_by_group(shipped(), people, day)
    assert list(held) == [labels["us_citizen"], labels["us_resident"]]
    assert all(found.high > 0 for found in held.values())


def test_a_verified_total_stands_under_who_counted_it_whoever_passed_it_on():
    counts = verified_releases(shipped(), shipped()["events"].date.min(), LAST)
    assert set(counts.metric) == {METRIC}
    assert counts.as_of.is_monotonic_increasing
    passed_on = counts[counts.publisher.str.contains(" via ")]
    assert not passed_on.empty
    assert not counts.organisation.str.contains(" via ").any()
    assert most_counted(counts) == counts.organisation.mode().iloc[0]
