"""Dates and numbers as spreadsheets and people write them, and how the tables want them: a guess for each."""

import calendar
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta

# Day 0 of the serial numbers as which spreadsheets keep days; those from 1982 to 2064 can be told from years.
SERIAL_START = date(1899, 12, 30)
SERIAL = re.compile(r"[345]\d{4}")
NUMBERED = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})")
WORDY = ("%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y", "%d %b %y")
MONTHS = 12
YEAR_DIGITS = 4
MINUS_SIGNS = str.maketrans("−–—", "---")
POINT, COMMA = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?"), re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?")
SHORTENED = re.compile(r"-?\d[.,]?\d*[eE]\+?\d{1,3}")
DECIMAL_COMMA = re.compile(r"-?\d+,\d+")


def as_declared(kind: str, text: str) -> str:
    """How a text that is not of the kind should probably be written, as words for a curator; empty without a guess."""
    guesses: Mapping[str, Callable[[str], list[str]]] = {"date": _dates, "number": _numbers, "integer": _integers}
    bare = " ".join(text.split())
    if kind == "date" and (short := _too_late_in_the_month(bare)):
        return short
    if kind in ("number", "integer") and SHORTENED.fullmatch(bare):
        return "a spreadsheet has shortened it, so take all its digits from the source"
    found = dict.fromkeys(guess for guess in (guesses[kind](bare) if kind in guesses else ()) if guess != text)
    return f"write {' or '.join(found)}" if found else ""


def _too_late_in_the_month(text: str) -> str:
    """That the month is shorter, of a day that is well written and does not exist."""
    written = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text, re.ASCII)
    year, month, day = map(int, written.groups()) if written else (0, 0, 0)
    last = calendar.monthrange(year, month)[1] if year and 1 <= month <= MONTHS else day
    return "" if day <= last else f"{year}-{month:02}-{last} is the last day of that month"


def _dates(text: str) -> list[str]:
    text = re.split(r"[T ]\d{1,2}:", text)[0]
    if SERIAL.fullmatch(text):
        return [(SERIAL_START + timedelta(days=int(text))).isoformat()]
    if numbered := NUMBERED.fullmatch(text):
        first, middle, last = numbered.groups()
        if len(first) == YEAR_DIGITS:
            return _days((first, middle, last))
        return _days((last, middle, first), (last, first, middle))
    if re.fullmatch(r"\d{8}", text, re.ASCII):
        return _days((text[:4], text[4:6], text[6:]))
    return _words_of(re.sub(r"[-,. ]+", " ", text))


def _days(*written: tuple[str, str, str]) -> list[str]:
    """Those of the given years, months and days that exist. A year of two digits is of this century."""
    days = []
    for year, month, day in written:
        with suppress(ValueError):  # no such day: then the other order of day and month is meant
            days.append(date(int(year) if len(year) == YEAR_DIGITS else 2000 + int(year), int(month), int(day)))
    return [day.isoformat() for day in days]


def _words_of(text: str) -> list[str]:
    for form in WORDY:
        with suppress(ValueError):  # not of this form: the next one is tried
            return [datetime.strptime(text, form).date().isoformat()]
    return []


def _numbers(text: str) -> list[str]:
    text = re.sub(r"[\s'’_]", "", text).translate(MINUS_SIGNS).removeprefix("+")
    guesses = []
    if POINT.fullmatch(text):
        guesses.append(text.replace(",", ""))
    if COMMA.fullmatch(text):
        guesses.append(text.replace(".", "").replace(",", "."))
    if DECIMAL_COMMA.fullmatch(text):
        guesses.append(text.replace(",", "."))
    if re.fullmatch(r"-?\.\d+", text, re.ASCII):
        guesses.append(text.replace(".", "0."))
    if re.fullmatch(r"-?\d+(\.\d+)?", text, re.ASCII):
        guesses.append(text)
    return guesses


def _integers(text: str) -> list[str]:
    without = [re.sub(r"\.0+$", "", guess) for guess in _numbers(text)]
    whole = [guess for guess in without if re.fullmatch(r"-?\d{1,18}", guess)]
    return whole[:1]
