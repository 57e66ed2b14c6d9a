"""What readers and programs ask for while the app is measured: every page and section, and views drawn at random."""

import random
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlencode

from components.view.view import PAGES
from data.package.package import Package, load_package
from data.selection.filters import Choice, Filters, filter_kinds
from data.selection.months import MonthSpan, months_between
from data.selection.period_kinds import EVENTS
from data.view.sections import SECTIONS

WORDS = ("", "", "", "drug", "Caracas", "tanker", "Maduro", "released", "Chevron", "navy")
TIMELINE = "timeline"


@dataclass(frozen=True)
class Place:
    """A page or one of its sections."""

    path: str
    title: str
    section: str = ""

    @property
    def address(self) -> str:
        """Where the app has it."""
        return f"/{self.path}" + (f"?section={self.section}" if self.section else "")

    @property
    def goal(self) -> str:
        """How much a click may send."""
        return "at most 60" if self.path == TIMELINE else "at most 40"


def places() -> list[Place]:
    """Every page without sections, and every section of the others."""
    found: list[Place] = []
    for page in PAGES:
        sections = SECTIONS.get(page.slug, ())
        found += [Place(page.slug, f"{page.title}, {section.title}", section.name) for section in sections]
        found += [] if sections else [Place(page.slug, page.title)]
    return found


def timeline() -> Place:
    """The section with the picture that is drawn elsewhere too."""
    return next(place for place in places() if place.path == TIMELINE)


@cache
def fullest_type() -> tuple[str, str]:
    """The event type that most events have, and its label: the filter that is clicked."""
    package = _tables()
    fullest = str(package["events"].event_type.mode()[0])
    return fullest, package.choices("events", "event_type")[fullest]


def visits(seed: int, number: int) -> list[tuple[str, str]]:
    """Where a reader goes, one place after the other: its path, and a query with one type of events or none."""
    draws, found, types = random.Random(seed), places(), ["", *_tables().choices("events", "event_type")]
    drawn = [(draws.choice(found), draws.choice(types)) for _ in range(number)]
    return [(place.path, urlencode(_written(place.section, chosen))) for place, chosen in drawn]


def _written(section: str, chosen: str) -> dict[str, str]:
    return ({"section": section} if section else {}) | ({"type": chosen} if chosen else {})


def random_queries(seed: int, number: int) -> list[str]:
    """The queries of so many different views; the same for the same seed."""
    package, draws = _tables(), random.Random(seed)
    months = months_between(package["events"].date.min(), package.last_day)
    found: dict[str, None] = {}
    while len(found) < number:
        chosen: dict[str, Any] = {}
        for name, kind in filter_kinds(EVENTS).items():
            if isinstance(kind, Choice):
                known = list(package.choices("events", kind.column))
                drawn = draws.sample(known, draws.choice([0, 0, 1, min(3, len(known))]))
                chosen[name] = tuple(value for value in known if value in drawn)
        first, last = sorted(draws.sample(months, 2))
        span = draws.choice([MonthSpan(), MonthSpan(first, last), MonthSpan(first, None)])
        filters = Filters(**chosen, month=span, q=draws.choice(WORDS))
        found[filters.query_string()] = None
    return list(found)


@cache
def _tables() -> Package:
    return load_package()
