"""Who was held when: what the days of custody say, and how many people were held on a day, at least and at most."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from data.months import MonthSpan, day_name
from data.package import Package
from data.words import mentions

PEOPLE = "detainees"
US_LINKED = ("us_citizen", "us_resident")
FOUND, REVIEWED = "designated", "under_review"
SEARCHED = ("name", "detained_place", "held_at", "alleged_grounds", "release_context", "notes")
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
    """The people in a view (rows of the table of detained persons) and the days over which they can be counted.

    `first` to `last` are the chosen months as far as the data covers them; `first` after `last` means not at all.
    """

    people: pd.DataFrame
    first: pd.Timestamp
    last: pd.Timestamp

    @property
    def is_covered(self) -> bool:
        """Whether there is a day to count on."""
        return self.first <= self.last


def custody_in(people: pd.DataFrame, months: MonthSpan, words: str, first: pd.Timestamp, last: pd.Timestamp) -> Custody:
    """What months and words leave of `people`; the data covers the days from `first` to `last`.

    Before `first` nobody is counted: who was freed earlier is not in the table, so a count would be too low.
    """
    start = max(pd.Timestamp(f"{months.first}-01"), first) if months.first else first
    end = min(pd.Timestamp(f"{months.last}-01") + pd.offsets.MonthEnd(0), last) if months.last else last
    return Custody(in_view(people, months, words), start, end)


def in_view(people: pd.DataFrame, months: MonthSpan, words: str) -> pd.DataFrame:
    """The people whose custody, as far as it is known, touches the months, and whose row holds the words."""
    return people[months.overlaps(people.detained_on, people.free_by) & mentions(people, SEARCHED, words)]


def us_linked(people: pd.DataFrame) -> pd.DataFrame:
    """US citizens, and US residents or people linked to the United States."""
    return people[people.category.isin(US_LINKED)]


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
            kept, dropped = shared[one], shared[other]
            shared = {person: kept if group == dropped else group for person, group in shared.items()}
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
            "low": pd.Series([each.low for each in ranges], dtype="int64"),
            "high": pd.Series([each.high for each in ranges], dtype="int64"),
        }
    )
    numbers = band[["low", "high"]]
    return band[(numbers != numbers.shift()).any(axis=1)].reset_index(drop=True)


def most_held(band: pd.DataFrame) -> tuple[pd.Timestamp, Range]:
    """The first day of a band on which most were held, by the high and then by the low number. The band has a row."""
    peak = band.sort_values(["high", "low", "day"], ascending=[False, False, True]).iloc[0]
    return peak.day, Range(int(peak.low), int(peak.high))


def life_courses(people: pd.DataFrame, groups: Iterable[str]) -> pd.DataFrame:
    """The rows of `people` by group, in the order of `groups`, and by day of detention, unknown ones last, with what a
    line of time can show of each.

    Adds days (missing where unknown) and flags: `known_from` and `known_until`, the first and last day that the row
    names, between which the person may have been held; `sure_from` and `sure_until`, between which the person surely
    was (see `held_on`); `open_start`, `open_end`: no day is known from which on, or by which, custody can be bounded.
    """
    bounded = people.detained_latest <= people.last_known_held_on
    courses = people.assign(
        known_from=people[DAYS].min(axis=1),
        known_until=people[DAYS].max(axis=1),
        sure_from=people.detained_latest.where(bounded, people.last_known_held_on),
        sure_until=people.last_known_held_on,
        open_start=people.detained_on.isna(),
        open_end=people.free_by.isna(),
    )
    rank = {group: place for place, group in enumerate(groups)}
    by_day = courses.sort_values(["detained_on", "known_from", "name"], kind="stable")
    return by_day.sort_values("category", key=lambda group: group.map(rank), kind="stable")


def detention_in_words(package: Package, person: pd.Series) -> str:
    """The day of detention, or the days between which it lies, with the precision where it is not the day."""
    first, latest = person.detained_on, person.detained_latest
    if pd.isna(first):
        return f"not known, by {day_name(latest)}" if pd.notna(latest) else "not known"
    if person.detained_precision == "month" and pd.notna(latest) and latest <= first + pd.offsets.MonthEnd(0):
        days = f"{first:%B %Y}"
    elif pd.notna(latest) and latest > first:
        days = f"{day_name(first)} to {day_name(latest)}"
    else:
        days = day_name(first)
    return days + _precision(package, "detained_precision", person.detained_precision)


def release_in_words(package: Package, person: pd.Series) -> str:
    """The day of release with its precision, or the first day by which the person is said to be free."""
    if pd.notna(person.released_on):
        day = day_name(person.released_on)
        return day + _precision(package, "released_precision", person.released_precision)
    return f"day not known, free by {day_name(person.free_by)}" if pd.notna(person.free_by) else "not known"


def _precision(package: Package, column: str, precision: str) -> str:
    label = package.choices(PEOPLE, column).get(precision, "")
    return f" ({label[0].lower()}{label[1:]})" if label and precision != "day" else ""


def people_in_group(custody: Custody, group: str, label: str) -> tuple[str, str, str]:
    """People of this group in this view: held in Venezuela, with a foreign nationality or a link to the United States,
    and publicly known. Months keep those whose custody may have touched them; words search their rows. Two rows that
    may be one person count as two here."""
    number = int((custody.people.category == group).sum())
    everybody = len(custody.people)
    return label, str(number), f"of {everybody} {'person' if everybody == 1 else 'people'} in this view"


def held_at_the_end(custody: Custody) -> tuple[str, str, str]:
    """US citizens and US-linked residents, of the people in this view, held on its last day. The low figure counts
    those surely held that day, the high figure also those who could have been, because no source says that they are
    free."""
    label = "US nationals and residents held"
    if not custody.is_covered:
        return label, "–", "no day that the data covers"
    return label, str(held_on(us_linked(custody.people), custody.last)), f"on {day_name(custody.last)}"


def most_held_at_once(custody: Custody) -> tuple[str, str, str]:
    """The day of this view on which most US citizens and US-linked residents, of the people in it, were held: first by
    the high figure (could have been held), then by the low one (surely held); of equal days the first."""
    label = "Most of them held at once"
    if not custody.is_covered:
        return label, "–", "no day that the data covers"
    day, most = most_held(held_band(us_linked(custody.people), custody.first, custody.last))
    return label, str(most), f"on {day_name(day)}" if most.high else "on no day"


def found_wrongful(custody: Custody) -> tuple[str, str, str]:
    """People in this view whom the United States named wrongfully detained, as far as the sources say. For most rows
    nothing about a finding was published."""
    findings = custody.people.wrongful_detention
    detail = f"{int((findings == REVIEWED).sum())} under review"
    return "Wrongful-detention findings", str(int((findings == FOUND).sum())), detail
