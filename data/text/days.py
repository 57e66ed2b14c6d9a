"""Days of the calendar, as tables and links write them, and which day it is."""

import re
from datetime import UTC, date, datetime

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def is_day(text: str) -> bool:
    """Whether the text is a day of the calendar, written YYYY-MM-DD."""
    try:
        return DAY.fullmatch(text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False


def today() -> date:
    """The day that it is, in universal time, as releases are dated: all that depends on the day asks here."""
    return _now().date()


def _now() -> datetime:
    """The moment, which tests and the record of pages set."""
    return datetime.now(UTC)
