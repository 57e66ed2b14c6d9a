"""Who was held when: what the days of custody say, and how many people were held on a day, at least and at most."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.search.searched_rows import SearchedRows, columns_of, days_of, labels_of
from data.selection.filters import Filters
from data.selection.spans import Span

PEOPLE = "detainees"
US_LINKED = "us_linked"
SEARCHED = {
    "name": ("name",),
    "place": ("detained_place", "held_at"),
    "grounds": ("alleged_grounds",),
    "release": ("release_context",),
    "note": ("notes",),
}
DAYS = ["detained_on", "detained_latest", "last_known_held_on", "free_by"]
ONE_DAY = pd.Timedelta(days=1)


@dataclass(frozen=True)
class Range:
    """A number known only between `low` and `high`, both included."""

    low: int
    high: int

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low} to {self.high}"


@dataclass(frozen=True)
class Custody:
    """The people in a view (rows of the table of detained persons), those `us_linked` among them, and the days over
    which they can be counted.

    `first` to `last` are the chosen period as far as the data covers it; `first` after `last` means not at all.
    """

    people: pd.DataFrame
    us_linked: pd.DataFrame
    first: pd.Timestamp
    last: pd.Timestamp

    @property
    def is_covered(self) -> bool:
        """Whether there is a day to count on."""
        return self.first <= self.last


def custody_in(package: Package, filters: Filters) -> Custody:
    """What the filters leave of the people, and the days that both the months and days chosen and the data cover.

    Before the first event nobody is counted: who was freed earlier is not in the table, so a count would be too low.
    """
    period, first, last = filters.period, package.first_day, package.last_day
    start, end = period.days(first, last)
    people = people_in_view(package, filters.keep(package, PEOPLE), period, filters.q)
    return Custody(people, us_linked(package, people), max(start, first), min(end, last))


def people_in_view(package: Package, people: pd.DataFrame, period: Span, words: str) -> pd.DataFrame:
    """The people whose custody, as far as it is known, touches the period, and whose row holds the words. They are rows
    of the package."""
    found = searched_people(package).mention(package, words).reindex(people.index)
    return people[period.overlaps(people.detained_on, people.free_by) & found]


@once_per_package
def searched_people(package: Package) -> SearchedRows:
    """The people by the place in which words are looked for, their name first."""
    people = package[PEOPLE]
    places = {place: columns_of(people, *columns) for place, columns in SEARCHED.items()}
    days = days_of(people, "detained_on", "released_on")
    group = labels_of(package, PEOPLE, "category")
    return SearchedRows.of(people.index, {**places, "group": group, "day": days})


def us_linked(package: Package, people: pd.DataFrame) -> pd.DataFrame:
    """US citizens, and US residents or people linked to the United States: the groups that the package tallies so."""
    return people[people.category.isin(package.counted_as(PEOPLE, "category", US_LINKED))]


def held_on(people: pd.DataFrame, day: pd.Timestamp) -> Range:
    """How many of `people` were held on `day`.

    Low, surely held: the day is `last_known_held_on`, or lies from `detained_latest` to `last_known_held_on`.
    High, could have been held: `detained_on` is empty or not after the day, and `free_by` is empty or after it.
    Rows that may be one person (`possibly_same_as`) count as one in the low and as several in the high.
    """
    surely = (people.last_known_held_on == day) | ((people.detained_latest <= day) & (day <= people.last_known_held_on))
    possibly = (people.detained_on.isna() | (people.detained_on <= day)) & (
        people.free_by.isna() | (people.free_by > day)
    )
    persons = _possible_persons(people)
    return Range(len({persons[row] for row in people[surely].person_id}), int((surely | possibly).sum()))


def _possible_persons(people: pd.DataFrame) -> dict[str, str]:
    """For each row's id one id that all rows share which, directly or by way of others, may be the same person."""
    shared = {person: person for person in (*people.person_id, *people.possibly_same_as)}
    for one, other in zip(people.person_id, people.possibly_same_as, strict=True):
        if other:
            into, dropped = shared[one], shared[other]
            shared = {person: into if group == dropped else group for person, group in shared.items()}
    return shared


def held_band(people: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Columns day, low, high: the days from `first` to `last` on which either number differs from the day before.

    The first day is always a row; `first` after `last` gives no row.
    """
    turns = {first, *pd.concat([*(people[name] for name in DAYS), people.last_known_held_on + ONE_DAY]).dropna()}
    days = sorted(day for day in turns if first <= day <= last)
    ranges = [held_on(people, day) for day in days]
    band = pd.DataFrame(
        {
            "day": pd.Series(days, dtype="datetime64[s]"),
            "low": pd.Series([people.low for people in ranges], dtype="int64"),
            "high": pd.Series([people.high for people in ranges], dtype="int64"),
        }
    )
    numbers = band[["low", "high"]]
    return band[(numbers != numbers.shift()).any(axis=1)].reset_index(drop=True)


def most_held(band: pd.DataFrame) -> tuple[pd.Timestamp, Range]:
    """The first day of a band on which most were held, by the high and then by the low number. The band has a row."""
    peak = band.sort_values(["high", "low", "day"], ascending=[False, False, True]).iloc[0]
    return peak.day, Range(int(peak.low), int(peak.high))


def days_in_custody(people: pd.DataFrame) -> pd.DataFrame:
    """For how many days each of `people` was held, at least (`low`) and at most (`high`), the first day counted and the
    day of release not; missing where the days that bound it are not known. The index is that of `people`."""
    low = (people.last_known_held_on - people.detained_latest).dt.days + 1
    high = (people.free_by - people.detained_on).dt.days
    return pd.DataFrame({"low": low.where(low > 0), "high": high}).astype("Int64")


def custody_spans(people: pd.DataFrame, groups: Iterable[str]) -> pd.DataFrame:
    """The rows of `people` by group, in the order of `groups`, and by day of detention, unknown ones last, with what a
    line of time can show of each.

    Adds days (missing where unknown) and flags: `known_from` and `known_until`, the first and last day that the row
    names, between which the person may have been held; `sure_from` and `sure_until`, between which the person surely
    was (see `held_on`); `open_start`, `open_end`: no day is known from which on, or by which, custody can be bounded.
    """
    bounded = people.detained_latest <= people.last_known_held_on
    spans = people.assign(
        known_from=people[DAYS].min(axis=1),
        known_until=people[DAYS].max(axis=1),
        sure_from=people.detained_latest.where(bounded, people.last_known_held_on),
        sure_until=people.last_known_held_on,
        open_start=people.detained_on.isna(),
        open_end=people.free_by.isna(),
    )
    rank = {group: place for place, group in enumerate(groups)}
    by_day = spans.sort_values(["detained_on", "known_from", "name"], kind="stable")
    return by_day.sort_values("category", key=lambda group: group.map(rank), kind="stable")
