"""The words of the escalation picture: its title, its marks, and how the two scales agree."""

import math
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.plain import plain
from data.escalation import directions
from data.package import Package
from data.rows import each
from data.style import signed

EVERY_PART = "each_part"


def bucket_names(step: str) -> str:
    """How a bar's first day is said, as a strftime format."""
    return {"week": "Week from %-d %B %Y", "cumulative": "Through %B %Y"}.get(step, "%B %Y")


def title_of(package: Package, sums: pd.DataFrame, marks: list["Mark"], step: str) -> str:
    """What the picture says first: the bar with most pressure, and the month that would hold more were its bundling
    act counted the other way; or what a running sum has come to."""
    labels = directions(package)
    worst = sums.nsmallest(1, "negative").iloc[0]
    when, whose = f"{worst.bucket:{bucket_names(step)}}", labels[worst.direction]
    if step == "cumulative":
        final = sums[sums.bucket == sums.bucket.max()].sort_values("negative").iloc[0]
        reached = f"pressure adds up to {signed(final.negative)} and easing to {signed(final.positive)} points"
        return f"{final.bucket:{bucket_names(step)}}, {reached}: {labels[final.direction]}"
    if not worst.negative:
        return "Only easing in this view"
    lower = [f" ({mark.otherwise})" for mark in marks if mark.other is not None and mark.other < worst.negative]
    return f"Most pressure: {when}, {signed(worst.negative)} points, {whose}{''.join(lower)}"


def alt_of(package: Package, sums: pd.DataFrame, step: str) -> str:
    """The picture in words: its span, and the lowest and highest bar of each direction."""
    first, last = (f"{day:%B %Y}" for day in (sums.bucket.min(), sums.bucket.max()))
    parts = []
    for direction, label in directions(package).items():
        own = sums[sums.direction == direction]
        low, high = own.nsmallest(1, "negative").iloc[0], own.nlargest(1, "positive").iloc[0]
        names = (f"{day:{bucket_names(step)}}" for day in (low.bucket, high.bucket))
        parts.append(
            f"{label}: most pressure {signed(low.negative)} ({next(names)}), "
            f"most easing {signed(high.positive)} ({next(names)})"
        )
    return f"Escalation from {first} to {last}, bars down for pressure and up for easing. {'; '.join(parts)}."


@dataclass(frozen=True)
class Mark:
    """An act that bundles others, in its month (the first day) and direction. `other` is what the pressure of the month
    would be, in points, were the act counted the other way (None: not to be drawn); `told` says so, and `otherwise` in
    a few words."""

    month: pd.Timestamp
    direction: str
    other: float | None
    told: str
    otherwise: str


def marks_of(bundles: pd.DataFrame, monthly: pd.DataFrame, scope: str) -> list[Mark]:
    """The marks of `bundles` (rows of `data.escalation.bundled`); `monthly` are the sums by month in `scope`."""
    return [_mark(bundle, _month_of(bundle, monthly), scope) for bundle in each(bundles)]


def _month_of(bundle: Any, monthly: pd.DataFrame) -> pd.Series:
    own: pd.DataFrame = monthly[(monthly.bucket == bundle.bucket) & (monthly.direction == bundle.direction)]
    return own.iloc[0]


def _mark(bundle: Any, month: pd.Series, scope: str) -> Mark:
    name = f"{bundle.bucket:%B %Y}"
    if scope == EVERY_PART:
        other, acts = bundle.one_negative, bundle.one_acts
        told = (f"{bundle.parts + 1} acts here, one a part and the whole", "As one act")
    else:
        other = month.negative + bundle.each_negative - bundle.one_negative
        acts = month.acts + bundle.each_acts - bundle.one_acts
        told = ("ONE act here", "Counted by site")
    said = f"{bundle.short_title}: {told[0]}. {told[1]}, {name} would be {signed(other)} ({acts} acts)."
    otherwise = f"{told[1].lower()}, {name}: {signed(other)}"
    return Mark(bundle.bucket, bundle.direction, float(other), said, otherwise)


def agreement_of(package: Package, correlation: dict[str, float]) -> str:
    """How the two scales rank the months, as one Markdown sentence, with the warning that belongs to it."""
    labels = directions(package)
    told = ", ".join(
        f"{plain(labels[direction])} " + ("not defined" if math.isnan(value) else f"{value:.3f}")
        for direction, value in correlation.items()
    )
    return (
        "**Do the two scales agree?** Spearman's rank correlation of PLOVER and Goldstein, of the pressure of every "
        f"month (zeros kept, average ranks): {told}. Both rest on one coding by crosswalk: agreement says that the "
        "scales rank acts alike, not that the coding is right."
    )
