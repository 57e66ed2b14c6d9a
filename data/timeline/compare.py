"""Two periods side by side: what happened in each, counted the same way."""

from dataclasses import dataclass

import pandas as pd

from data.events.counts import by_value
from data.package.package import Package
from data.selection.periods import Period, last_complete_month
from data.timeline.escalation import acts, directions, summed
from data.timeline.toll import Toll, toll_at_sea

SEVERE = 3


@dataclass(frozen=True)
class Compared:
    """What one period holds. `by_type` are numbers of events by type; `sums` has one row a direction with negative and
    positive sums of scores in points and acts; `severe` are the acts with the lowest scores, with `score`."""

    period: Period
    events: int
    by_type: pd.Series
    toll: Toll
    sums: pd.DataFrame
    severe: pd.DataFrame


def compared(package: Package, events: pd.DataFrame, period: Period, scale: str, scope: str) -> Compared:
    """What `period` holds of `events`, with acts scored by `scale` in `scope` (keys of SCALES and SCOPES)."""
    own = period.keep(events)
    scored = acts(package, own, scale, scope)
    sums = summed(package, scored, period.start, period.end, "M").groupby("direction", sort=False)
    ranked = scored[scored.score < 0].sort_values(["score", "importance", "date"], kind="stable")
    return Compared(
        period=period,
        events=len(own),
        by_type=by_value(own, "event_type"),
        toll=toll_at_sea(own),
        sums=sums[["negative", "positive", "acts"]].sum().reindex(list(directions(package))),
        severe=ranked.head(SEVERE),
    )


def counts_side_by_side(package: Package, one: Compared, other: Compared) -> pd.DataFrame:
    """Numbers of events by type in both periods: index event_type in the vocabulary's order, int columns a and b.
    Types that occur in neither are left out."""
    types = package.choices("events", "event_type")
    both = pd.DataFrame({"a": one.by_type, "b": other.by_type}).reindex(list(types)).fillna(0).astype("int64")
    return both[both.sum(axis=1) > 0].rename_axis("event_type")


def first_periods(package: Package) -> tuple[str, str]:
    """The periods compared when a reader names none: the month with most pressure of either direction in the default
    scale and scope, and the last complete month of the data."""
    events = package["events"]
    scored = acts(package, events, "plover", "two_states")
    worst = summed(package, scored, events.date.min(), events.date.max(), "M").nsmallest(1, "negative").iloc[0]
    return f"{worst.bucket:%Y-%m}", last_complete_month(package.last_day)
