"""Texts spelled so that words, days and numbers of licences are found in them however they were written.

A spelled text is a line of bare words with a space on either side of each. Behind it, each after a bar that no word
crosses, stand the other forms under which parts of it are found: "U.S." also as us, "anti-drug" as antidrug, "Sept. 2"
as 2 september, "General License 46A" as gl46a.
"""

import calendar
import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from data.text.matching import folded

WORD = re.compile(r"[^\W_]+")
POSSESSIVE = re.compile(r"(?<=[^\W\d_])['’]s\b")
BAR = "|"
MONTHS = [name.lower() for name in calendar.month_name]
_MONTH = "|".join(rf"{name[:3]}(?:{name[3:]})?" if name != "september" else "sept?(?:ember)?" for name in MONTHS[1:])
_TH, _YEAR = r"(?:st|nd|rd|th)?", r"\d{4}"
DATE = re.compile(
    rf"\b(?:(?P<y1>{_YEAR})-(?P<m1>\d\d)(?:-(?P<d1>\d\d))?"
    rf"|(?P<d2>\d\d?){_TH}(?: of)? (?P<m2>{_MONTH})\b\.?(?:,? (?P<y2>{_YEAR}))?"
    rf"|(?P<m3>{_MONTH})\b\.? (?P<d3>\d\d?){_TH}(?:,? (?P<y3>{_YEAR}))?"
    rf"|(?P<m4>{_MONTH})\b\.? (?P<y4>{_YEAR}))(?!\w)"
)
_NUMBER = r"\d{1,3}[a-z]?(?![^\W_])"
LICENCE = re.compile(
    r"\b(?:gls?|general licen[cs]es?|licencias? general(?:es)?)[ -]?(?:n(?:o|os|umber|umbers)\.? )?"
    rf"({_NUMBER}(?:(?:, and |, | and | or |/| & ){_NUMBER})*)"
)


def bare_text(text: str) -> str:
    """The text in small letters without accents and without the s of the possessive."""
    return POSSESSIVE.sub("", folded(text))


def spelled(text: str) -> str:
    """The text as words are looked for in it: its bare words, then the other forms of parts of it."""
    bare = bare_text(text)
    return f" {f' {BAR} '.join([' '.join(WORD.findall(bare)), *_other_forms(bare)])} "


def _other_forms(bare: str) -> Iterator[str]:
    for chunk in bare.split():
        if len(parts := WORD.findall(chunk)) > 1:
            yield "".join(parts)
    for date in DATE.finditer(bare):
        yield date_words(date)
    for licences in LICENCE.finditer(bare):
        yield from licence_words(licences)


def date_words(date: re.Match[str]) -> str:
    """A day or month that DATE found, as in "2 september 2025"; empty where the calendar has no such month."""
    given = {name[0]: value for name, value in date.groupdict().items() if value}
    month = int(given["m"]) if given["m"].isdigit() else _month_number(given["m"])
    if not 1 <= month < len(MONTHS):
        return ""
    day = str(int(given["d"])) if "d" in given else ""
    return " ".join(filter(None, (day, MONTHS[month], given.get("y", ""))))


def _month_number(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS) if month[:3] == name[:3])


def licence_words(licences: re.Match[str]) -> list[str]:
    """The licences that LICENCE found, as in gl46a."""
    return [f"gl{number}" for number in re.findall(_NUMBER, licences[1])]


def days_text(first: Any, last: Any) -> str:
    """Every day from the first to the last, as texts write days; empty where the first is not known. Both are
    timestamps that may be missing."""
    if pd.isna(first):
        return ""
    days = pd.date_range(first, last if pd.notna(last) else first)
    return "; ".join(f"{day.day} {MONTHS[day.month]} {day.year}" for day in days.to_list())
