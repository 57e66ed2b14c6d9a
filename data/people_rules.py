"""Rules of people, of targets of sanctions and of ships: days in order, and numbers that check."""

from collections.abc import Iterator

from data.problems import Problem
from data.rows import Frames, named

IMO_DIGITS = 7


def custody_days(frames: Frames) -> Iterator[Problem]:
    """A person's days come in order: detained, last known held, free."""
    people = frames["detainees"]
    for early, late in (
        ("detained_on", "detained_latest"),
        ("detained_on", "released_on"),
        ("detained_latest", "last_known_held_on"),
        ("last_known_held_on", "free_by"),
        ("released_on", "free_by"),
    ):
        wrong = people[people[late] < people[early]]
        yield from named(wrong, "detainees", late, f"must not be before {early}")
    oneself = people[people.possibly_same_as == people.person_id]
    yield from named(oneself, "detainees", "possibly_same_as", "must be another person's row")


def listing_days(frames: Frames) -> Iterator[Problem]:
    """A target is taken off a list no earlier than it was put on it."""
    targets = frames["sanctions_targets"]
    wrong = targets[targets.delisted_on < targets.listed_on]
    yield from named(wrong, "sanctions_targets", "delisted_on", "must not be before listed_on")


def imo_check_digits(frames: Frames) -> Iterator[Problem]:
    """IMO ship numbers carry a check digit (IMO resolution A.1117(30))."""
    for table in ("ships", "sanctions_targets"):
        frame = frames[table]
        wrong = frame[(frame.imo != "") & ~frame.imo.map(is_imo_number).astype(bool)]
        yield from named(wrong, table, "imo", "must be an IMO number: seven digits with a right check digit")


def is_imo_number(text: str) -> bool:
    """Whether the seven digits end in their check digit: the last digit of 7a+6b+5c+4d+3e+2f."""
    if len(text) != IMO_DIGITS or not (text.isascii() and text.isdigit()):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, range(IMO_DIGITS, 1, -1), strict=False))
    return total % 10 == int(text[-1])
