"""What the days of a person's custody say in words, with how exactly they are known."""

import pandas as pd

from data.detentions.custody import PEOPLE
from data.package.package import Package
from data.selection.months import month_end
from data.text.formats import day_name, lower_first, month_name
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
    """The day of detention, or the days between which it lies, with the precision where it is not the day."""
    first, latest = person.detained_on, person.detained_latest
    if pd.isna(first):
        return say("custody.detained_by", day=day_name(latest)) if pd.notna(latest) else say("custody.unknown")
    is_month = _is(package, "detained_precision", person, "month")
    if is_month and pd.notna(latest) and latest <= month_end(first):
        days = month_name(first)
    elif pd.notna(latest) and latest > first:
        return say("custody.between", first=day_name(first), last=day_name(latest))
    else:
        days = day_name(first)
    return days + _precision(package, "detained_precision", person)


def release_text(package: Package, person: pd.Series) -> str:
    """The day of release with its precision, or the first day by which the person is said to be free."""
    if pd.notna(person.released_on):
        day = day_name(person.released_on)
        return day + _precision(package, "released_precision", person)
    return say("custody.free_by", day=day_name(person.free_by)) if pd.notna(person.free_by) else say("custody.unknown")


def _is(package: Package, column: str, person: pd.Series, tally: str) -> bool:
    return person[column] in package.counted_as(PEOPLE, column, tally)


def _precision(package: Package, column: str, person: pd.Series) -> str:
    label = package.choices(PEOPLE, column).get(person[column], "")
    return f" ({lower_first(label)})" if label and not _is(package, column, person, "exact") else ""
