"""How numbers, days, ranges and what is uncertain are written: alike on every page and in every file."""

from functools import lru_cache
from typing import Any

import pandas as pd

# As pictures are told to write them; `%-d` leaves the leading zero out.
DAY, MONTH = "%-d %B %Y", "%B %Y"
# As columns of tables are told to write a day: "2 Sep 2025".
DAY_IN_TABLE = "D MMM YYYY"
MINUS = "−"
# Each choice of a month writes all of them, at every run.
MONTHS_IN_CACHE = 1024


def number(value: float) -> str:
    """A number with commas at the thousands and no more decimals than it has: "1,250", "2.5"."""
    return f"{value:,.10g}".replace("-", MINUS)


def spoken(low: int, high: int) -> str:
    """A range in words: "212 to 235", or the one number."""
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def signed(points: float) -> str:
    """A sum of scores with its sign and one decimal: "−93.5", "+1.5", "0"."""
    return f"{points:+,.1f}".replace("-", MINUS) if points else "0"


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number with its noun, as in "1 event" and "1,250 events". `plural` is given where it is not the noun with s."""
    return f"{number(count)} {noun if count == 1 else plural or noun + 's'}"


def day_name(day: pd.Timestamp) -> str:
    """A day in English, without a leading zero: "2 September 2025"."""
    return f"{day.day} {day:{MONTH}}"


def days_name(first: pd.Timestamp, last: pd.Timestamp) -> str:
    """A span of days: "2 September 2025 to 4 October 2026", "29 May to 23 September 2026", "2 to 4 May 2026", or
    the one day."""
    if first == last:
        return day_name(first)
    if first.year != last.year:
        return f"{day_name(first)} to {day_name(last)}"
    return f"{first.day}{'' if first.month == last.month else f' {first:%B}'} to {day_name(last)}"


def known_days(first: pd.Timestamp, last: Any, precision: str) -> str:
    """The days from `first` to `last` (missing: the one day), as exactly as they are known: "February 2025" of the
    precision month, "about 24 December 2025" of the precision approx, else the days."""
    last = first if pd.isna(last) else last
    if precision == "month":
        start, end = month_name(first), month_name(last)
        return start if start == end else f"{start} to {end}"
    return f"about {days_name(first, last)}" if precision == "approx" else days_name(first, last)


def short_days_name(first: pd.Timestamp, last: pd.Timestamp) -> str:
    """A span of days, what both share said once: "18 to 22 October 2025", "7 August to 1 September 2025"."""
    if first == last or first.year != last.year:
        return days_name(first, last)
    start = f"{first.day}" if first.month == last.month else f"{first.day} {first:%B}"
    return f"{start} to {day_name(last)}"


def lower_first(text: str) -> str:
    """The text as inside a sentence, with a small first letter; an abbreviation, as "US", "E.O." or "F-35", is kept."""
    first = text.partition(" ")[0]
    is_abbreviation = any(sign.isupper() or sign.isdigit() for sign in first[1:])
    return text if is_abbreviation else f"{text[:1].lower()}{text[1:]}"


@lru_cache(maxsize=MONTHS_IN_CACHE)
def short_month_name(month: str) -> str:
    """A month in short, given as 2025-12: "Dec 2025"."""
    return f"{pd.Timestamp(month):%b %Y}"


@lru_cache(maxsize=MONTHS_IN_CACHE)
def month_name(month: str | pd.Timestamp) -> str:
    """A month in English, given as 2025-12 or as a day in it: "December 2025"."""
    return f"{pd.Timestamp(month):{MONTH}}"
