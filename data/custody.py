"""Who was held when: what the days of custody say, and how many people were held on a day, at least and at most."""

from dataclasses import dataclass

import pandas as pd

from data.months import MonthSpan
from data.words import mentions

US_LINKED = ("us_citizen", "us_resident")
SEARCHED = ("name", "detained_place", "held_at", "alleged_grounds", "release_context", "notes")


@dataclass(frozen=True)
class Range:
    """A number known only between `low` and `high`, both included."""

    low: int
    high: int

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low} to {self.high}"


def us_linked(people: pd.DataFrame) -> pd.DataFrame:
    """US citizens, and US residents or people linked to the United States."""
    return people[people.category.isin(US_LINKED)]


def held_on(people: pd.DataFrame, day: pd.Timestamp) -> Range:
    """How many of `people` were held on `day`.

    Low, surely held: the day is `last_known_held_on`, or lies from `detained_latest` to `last_known_held_on`.
    High, could have been held: `detained_on` is empty or not after the day, and `free_by` is empty or after it.
    Two rows that may be one person (`possibly_same_as`) count as one in the low and as two in the high.
    """
    surely = (people.last_known_held_on == day) | ((people.detained_latest <= day) & (day <= people.last_known_held_on))
    possibly = (people.detained_on.isna() | (people.detained_on <= day)) & (
        people.free_by.isna() | (people.free_by > day)
    )
    return Range(_persons_at_least(people[surely]), int((surely | possibly).sum()))


def _persons_at_least(people: pd.DataFrame) -> int:
    """The number of rows, less one for every pair of them that may be one person."""
    present = set(people.person_id)
    pairs = {
        frozenset((one, other))
        for one, other in zip(people.person_id, people.possibly_same_as, strict=True)
        if other in present
    }
    return len(people) - len(pairs)


def held_band(people: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Columns day, low, high: the days from `first` to `last` on which either number differs from the day before."""
    days = pd.date_range(first, last)
    ranges = [held_on(people, day) for day in days]
    band = pd.DataFrame({"day": days, "low": [each.low for each in ranges], "high": [each.high for each in ranges]})
    numbers = band[["low", "high"]]
    return band[(numbers != numbers.shift()).any(axis=1)].reset_index(drop=True)


def in_view(people: pd.DataFrame, months: MonthSpan, words: str) -> pd.DataFrame:
    """The people whose custody, as far as it is known, touches the months, and whose row holds the words."""
    return people[months.overlaps(people.detained_on, people.free_by) & mentions(people, SEARCHED, words)]
