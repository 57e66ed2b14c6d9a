"""The filters by time: by month and by day."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from data.package.package import Package
from data.selection.months import MonthSpan
from data.selection.spans import DaySpan

EVENTS = "events"


@dataclass(frozen=True)
class Months:
    """A span of calendar months: 2025-12, 2025-09..2026-01, ..2025-08 or 2026-01.. Of an event's first day."""

    column: str
    table: str = EVENTS
    span: type[MonthSpan] | type[DaySpan] = MonthSpan

    def keep(self, package: Package, rows: pd.DataFrame, value: MonthSpan | DaySpan) -> pd.Series:
        """An event belongs to its first day, and to the month of it."""
        return value.contains(rows[self.column])

    def read(self, given: Sequence[str], package: Package) -> tuple[MonthSpan | DaySpan, list[str]]:
        """The first value; further ones are returned as not used."""
        if not given:
            return self.span(), []
        try:
            return self.span.read(given[0]), list(given[1:])
        except ValueError:
            return self.span(), list(given)

    def write(self, value: MonthSpan | DaySpan) -> list[str]:
        """One value, or none for the span that is open at both ends."""
        return [] if value.is_open else [value.write()]

    def say(self, value: MonthSpan | DaySpan, package: Package) -> str:
        """As in "from September 2025 to January 2026"."""
        return value.say()


@dataclass(frozen=True)
class Days(Months):
    """A span of days: 2025-10-18, 2025-10-18..2025-10-22, ..2025-10-22 or 2025-10-18.. Of an event's first day."""

    span: type[MonthSpan] | type[DaySpan] = DaySpan
