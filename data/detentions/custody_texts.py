"""What the days of a person's custody say in words, with how exactly they are known."""

from typing import Any

import pandas as pd

from data.detentions.custody import PEOPLE
from data.package.package import Package
from data.selection.months import month_end
from data.text.formats import day_name, known_days, lower_first, month_name, number, spoken
from data.text.messages import say


def events_of(package: Package, person: pd.Series) -> pd.DataFrame:
    """The events that the person's row names, in time."""
    events = package["events"]
    return events[events.event_id.isin(person.event_ids)].sort_values("date", kind="stable")


def maybe_the_same(package: Package, person: pd.Series) -> pd.DataFrame:
    """The rows that may be the same person: the one that the row names, and those that name it."""
    people = package[PEOPLE]
    others: pd.DataFrame = people[
        (people.person_id == person.possibly_same_as) | (people.possibly_same_as == person.person_id)
    ]
    return others


def custody_days(package: Package, person: pd.Series) -> list[tuple[pd.Timestamp, str, str]]:
    """The person's detention and release, where a day or a bound of it is known: the day by which they are sorted, the
    day in words with its precision, and what happened."""
    first = person.detained_on if pd.notna(person.detained_on) else person.detained_latest
    last = person.released_on if pd.notna(person.released_on) else person.free_by
    days = [
        (first, detention_text(package, person), say("custody.detained")),
        (last, release_text(package, person), say("custody.released")),
    ]
    return [(day, text, happened) for day, text, happened in days if pd.notna(day)]


def place_text(package: Package, person: pd.Series) -> str:
    """The place of detention as reported, and how exactly it is known."""
    precision = str(package.choices(PEOPLE, "geo_precision")[person.geo_precision])
    if not person.detained_place:
        return say("custody.unknown")
    return say("custody.place", place=person.detained_place, precision=lower_first(precision))


def about_text(package: Package, person: pd.Series) -> str:
    """The person's group and nationalities in one line."""
    countries = package.choices(PEOPLE, "nationality")
    held = ", ".join(str(countries[code]) for code in person.nationality)
    group = package.choices(PEOPLE, "category")[person.category]
    return say("custody.about", group=group, nationality=held or say("custody.unknown"))


def detention_text(package: Package, person: pd.Series) -> str:
    """The day of detention, or the days between which it lies, as exactly as they are known."""
    first, latest = person.detained_on, person.detained_latest
    if pd.isna(first):
        return say("custody.detained_by", day=day_name(latest)) if pd.notna(latest) else say("custody.unknown")
    is_month = person.detained_precision in package.counted_as(PEOPLE, "detained_precision", "month")
    if is_month and pd.notna(latest) and latest <= month_end(first):
        return month_name(first)
    if pd.notna(latest) and latest > first:
        return say("custody.between", first=day_name(first), last=day_name(latest))
    return known_days(first, pd.NaT, person.detained_precision)


def release_text(package: Package, person: pd.Series) -> str:
    """The day of release as exactly as it is known, or the first day by which the person is said to be free."""
    if pd.notna(person.released_on):
        return known_days(person.released_on, pd.NaT, person.released_precision)
    return say("custody.free_by", day=day_name(person.free_by)) if pd.notna(person.free_by) else say("custody.unknown")


def days_texts(days: pd.DataFrame) -> pd.Series:
    """The numbers of days of `days_in_custody` in words: "144", "93 to 139", "at least 271"; empty where neither end is
    known."""
    return pd.Series([_days_text(low, high) for low, high in zip(days.low, days.high, strict=True)], days.index)


def _days_text(low: Any, high: Any) -> str:
    if pd.isna(low):
        return "" if pd.isna(high) else say("custody.at_most", number=number(high))
    return say("custody.at_least", number=number(low)) if pd.isna(high) else spoken(low, high)
