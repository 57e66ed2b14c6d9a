"""Rules of people, of targets of sanctions and of ships: days in order, and numbers that check."""

from collections.abc import Iterator

import pandas as pd

from data.package.problems import Problem
from data.package.rows import Frames, problems_in_rows, rows_where
from data.text.suggestions import did_you_mean

IMO_DIGITS = 7
DAYS = ("detained_on", "detained_latest", "last_known_held_on", "free_by")
CUSTODY = (
    "detained_on",
    "detained_latest",
    "detained_precision",
    "last_known_held_on",
    "released_on",
    "released_precision",
    "free_by",
    "release_context",
)
FREED, NOT_FREED = "must be released for a person with", "must be empty for a person who was not released"
HELD = "must be given for a person who is still held"
ONE_DETENTION = 'must not be day where detained_latest is "{detained_latest}" and detained_on "{detained_on}"'
ONE_RELEASE = 'must not be day where free_by is "{free_by}" and released_on "{released_on}"'


def custody_days_in_order(frames: Frames) -> Iterator[Problem]:
    """A person's days come in order: detained, last known held, free."""
    people = frames["detainees"]
    for early, late in (
        ("detained_on", "detained_latest"),
        ("detained_on", "released_on"),
        ("detained_on", "last_known_held_on"),
        ("detained_on", "free_by"),
        ("detained_latest", "last_known_held_on"),
        ("last_known_held_on", "free_by"),
        ("released_on", "free_by"),
    ):
        wrong = rows_where(people, people[late] < people[early])
        yield from problems_in_rows(wrong, "detainees", late, f'must not be before {early} "{{{early}}}"')
    oneself = people[people.possibly_same_as == people.person_id]
    yield from problems_in_rows(
        oneself, "detainees", "possibly_same_as", "must be another person's row, not the row's own {person_id}"
    )


def custody_is_bounded(frames: Frames) -> Iterator[Problem]:
    """A person has a date, and whoever is said to be released is free by a day: nobody is counted as held for ever."""
    people = frames["detainees"]
    undated = people[people[list(DAYS)].isna().all(axis=1)]
    rule = f"a person must have a date: fill in one of {', '.join(DAYS)}"
    yield from problems_in_rows(undated, "detainees", "detained_on", rule, *DAYS)
    released = (people.status == "released") | people.released_on.notna()
    lasting = people[released & people.free_by.isna()].drop(undated.index, errors="ignore")
    by_day = lasting.released_on.notna()
    rule = "must be given for a person who was released"
    yield from problems_in_rows(
        lasting[by_day], "detainees", "free_by", f'{rule}: released_on is "{{released_on}}"', "status"
    )
    yield from problems_in_rows(
        lasting[~by_day], "detainees", "free_by", f'{rule}: status is "{{status}}"', "released_on"
    )
    freed = people[(people.status == "held") & people.free_by.notna()]
    rule = 'must be empty for a person who is still held: status is "{status}"'
    yield from problems_in_rows(freed, "detainees", "free_by", rule)


def custody_columns_go_together(frames: Frames) -> Iterator[Problem]:
    """A day and its precision stand together, and the status of a person says which days there are.

    Valid are: detained_on, detained_latest and detained_precision all or none; released_on and released_precision both
    or neither; free_by with the status released and with no other; a day of release or its context only with that
    status; held only with last_known_held_on. A precision of a day means one day alone.
    """
    people = frames["detainees"]
    given = pd.DataFrame({name: people[name].notna() & (people[name] != "") for name in CUSTODY})
    released, held = people.status == "released", people.status == "held"
    for column, wrong, rule in (
        ("detained_latest", given.detained_latest != given.detained_on, _together("detained_on")),
        ("detained_precision", given.detained_precision != given.detained_on, _together("detained_on")),
        ("released_precision", given.released_precision != given.released_on, _together("released_on")),
        ("status", ~released & given.released_on, f"{FREED} released_on: {_is('released_on')}"),
        ("status", ~released & ~held & given.free_by & ~given.released_on, f"{FREED} free_by: {_is('free_by')}"),
        ("release_context", ~released & given.release_context, f"{NOT_FREED}: {_is('status')}"),
        ("last_known_held_on", held & ~given.last_known_held_on, f"{HELD}: {_is('status')}"),
        (
            "detained_precision",
            _no_one_day(people, "detained_precision", "detained_on", "detained_latest"),
            ONE_DETENTION,
        ),
        ("released_precision", _no_one_day(people, "released_precision", "released_on", "free_by"), ONE_RELEASE),
    ):
        yield from problems_in_rows(rows_where(people, wrong), "detainees", column, rule)


def _is(column: str) -> str:
    return f'{column} is "{{{column}}}"'


def _together(other: str) -> str:
    return f"must be given where {other} is, and empty where it is not: {_is(other)}"


def _no_one_day(people: pd.DataFrame, precision: str, first: str, last: str) -> pd.Series:
    """Whose day is said to be known although the day by which it was is a later one."""
    return (people[precision] == "day") & (people[last] > people[first])


def claimants_have_a_role(frames: Frames) -> Iterator[Problem]:
    """Who says how many were released is known as an authority, a rights group or another, so rivals stand apart."""
    claims, known = frames["claims"], set(frames["claimants"].claimant)
    unknown = claims[(claims.field == "released") & ~claims.claimant.isin(known)]
    hinted = unknown.assign(hint=[did_you_mean(claimant, known) for claimant in unknown.claimant])
    rule = 'who claims a number released must stand in table claimants: "{claimant}" does not'
    yield from problems_in_rows(hinted, "claims", "claimant", rule, "field", "claimants.claimant", hint="{hint}")


def listing_days_in_order(frames: Frames) -> Iterator[Problem]:
    """A target is taken off a list no earlier than it was put on it."""
    targets = frames["sanctions_targets"]
    wrong = targets[targets.delisted_on < targets.listed_on]
    yield from problems_in_rows(wrong, "sanctions_targets", "delisted_on", 'must not be before listed_on "{listed_on}"')


def imo_check_digits(frames: Frames) -> Iterator[Problem]:
    """IMO ship numbers carry a check digit (IMO resolution A.1117(30))."""
    for table in ("ships", "sanctions_targets"):
        frame = frames[table]
        wrong = frame[(frame.imo != "") & ~frame.imo.map(is_imo_number).astype(bool)]
        yield from problems_in_rows(
            wrong.assign(why=wrong.imo.map(_why_no_imo)), table, "imo", "must be an IMO number: {why}"
        )


def is_imo_number(text: str) -> bool:
    """Whether the seven digits end in their check digit: the last digit of 7a+6b+5c+4d+3e+2f."""
    return _has_imo_digits(text) and text[-1] == _check_digit(text)


def _has_imo_digits(text: str) -> bool:
    return len(text) == IMO_DIGITS and text.isascii() and text.isdigit()


def _check_digit(text: str) -> str:
    return str(sum(int(digit) * weight for digit, weight in zip(text, range(IMO_DIGITS, 1, -1), strict=False)) % 10)


def _why_no_imo(text: str) -> str:
    if _has_imo_digits(text):
        return f"the check digit of {text} must be {_check_digit(text)}, or another digit is wrong"
    return f"has {len(text)} characters and must have seven digits"
