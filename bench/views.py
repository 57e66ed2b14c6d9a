"""Views drawn at random: what readers and programs ask for while the app is measured."""

import random
from functools import cache
from typing import Any

from data.package.package import Package, load_package
from data.selection.filters import Choice, Filters, filter_kinds
from data.selection.months import MonthSpan, months_between
from data.selection.period_kinds import EVENTS

WORDS = ("", "", "", "drug", "Caracas", "tanker", "Maduro", "released", "Chevron", "navy")


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
