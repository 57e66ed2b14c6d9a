"""Periods that readers compare: a span of months, or a phase of the crisis."""

from dataclasses import dataclass

import pandas as pd

from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.selection.months import MonthSpan, months_between
from data.text.formats import day_name, month_name, short_days_name
from data.text.matching import folded
from data.text.messages import say

PHASE = "phase:"


@dataclass(frozen=True)
class Period:
    """Days from `start` to `end`, both included, under the name that readers see; `parameter` is the value that means
    it in a link. One that `goes_on` ends with the data alone."""

    parameter: str
    name: str
    start: pd.Timestamp
    end: pd.Timestamp
    goes_on: bool = False

    def keep(self, events: pd.DataFrame) -> pd.DataFrame:
        """The events whose first day lies in the period, in the order they came."""
        return events[events.date.between(self.start, self.end)]

    @property
    def dates(self) -> str:
        """Its days in words: "2 September to 9 December 2025", or since when where it goes on."""
        return say("phases.since", day=day_name(self.start)) if self.goes_on else short_days_name(self.start, self.end)

    @property
    def dated_name(self) -> str:
        """Its name, a phase's with its dates."""
        is_phase = self.parameter.startswith(PHASE)
        return say("phases.dated", name=self.name, dates=self.dates) if is_phase else self.name

    @property
    def days(self) -> int:
        """How many days it holds."""
        return int((self.end - self.start).days) + 1


@once_per_package
def _type_names(package: Package) -> frozenset[str]:
    """The types of events as phases might be called."""
    return frozenset(_singular(name) for name in package["event_types"].label)


def read_period(value: str, package: Package) -> Period:
    """The period that the value of a parameter means: a month range as in `month=`, or "phase:" and a phase_id.

    Open ends reach to the first and last day of the data. Raises ValueError when the value means none.
    """
    if value.startswith(PHASE):
        return _phase(value, package)
    span = MonthSpan.read(value)
    start, end = span.days(package.first_day, package.last_day)
    if start > end:
        raise ValueError(f"{value} holds no day of the data")
    return Period(span.write(), _name(span), start, end)


def _name(span: MonthSpan) -> str:
    """The months as a name: "December 2025", "September 2025 to January 2026", "September 2025 on"."""
    if not span.first:
        return say("periods.until", last=month_name(str(span.last)))
    if not span.last:
        return say("periods.from", first=month_name(span.first))
    if span.first == span.last:
        return month_name(span.first)
    return say("periods.span", first=month_name(span.first), last=month_name(span.last))


def period_values(package: Package) -> list[str]:
    """The values that mean every phase and every month of the data, in time, phases first."""
    months = months_between(package.first_day, package.last_day)
    return [*(phase.parameter for phase in all_phases(package)), *months]


def last_complete_month(last_day: pd.Timestamp) -> str:
    """The newest month, written YYYY-MM, of which the data holds every day up to its end."""
    month = last_day.to_period("M")
    return str(month if last_day.normalize() == month.end_time.normalize() else month - 1)


def phase_on(package: Package, day: pd.Timestamp) -> Period | None:
    """The phase that holds a day, None when none does."""
    phases = package["phases"]
    found = phases[(phases.start <= day) & (phases.end.isna() | (phases.end >= day))]
    return None if found.empty else _phase(f"{PHASE}{found.phase_id.iloc[-1]}", package)


@once_per_package
def all_phases(package: Package) -> tuple[Period, ...]:
    """Every phase of the crisis, in time."""
    return tuple(_phase(f"{PHASE}{phase}", package) for phase in package["phases"].sort_values("start").phase_id)


def _phase_name(label: str, package: Package) -> str:
    """A phase as readers see it: one that is called as a type of events, but for a plural, is marked as a phase."""
    return say("phases.marked", name=label) if _singular(label) in _type_names(package) else label


def _singular(label: str) -> str:
    return " ".join(word.removesuffix("s") for word in folded(label).split())


def _phase(value: str, package: Package) -> Period:
    phases = package["phases"]
    found = phases[phases.phase_id == value.removeprefix(PHASE)]
    if found.empty:
        raise ValueError(f"no phase {value.removeprefix(PHASE)}")
    phase = found.iloc[0]
    goes_on = bool(pd.isna(phase.end))
    return Period(
        value, _phase_name(str(phase.label), package), phase.start, package.last_day if goes_on else phase.end, goes_on
    )
