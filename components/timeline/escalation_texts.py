"""The texts of the escalation picture: its title, its marks, and how the two scales agree."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.look.escaping import escape_markdown
from data.package.package import Package
from data.package.rows import iterate_rows
from data.text.formats import day_name, lower_first, month_name, signed
from data.text.messages import say
from data.timeline.escalation import directions

EVERY_PART = "each_part"
# Steps: the one of weeks and the one that adds up; the others are of months.
WEEK, RUNNING = "week", "cumulative"


def bucket_names(step: str) -> Callable[[pd.Timestamp], str]:
    """What names a bar by its first day."""
    if step == WEEK:
        return lambda day: say("escalation.week", day=day_name(day))
    if step == RUNNING:
        return lambda day: say("escalation.through", month=month_name(day))
    return month_name


def title_of(package: Package, sums: pd.DataFrame, step: str) -> str:
    """What the picture says first: the bar with most pressure, or what a running sum has come to."""
    worst = sums.nsmallest(1, "negative").iloc[0]
    if step == RUNNING:
        final = sums[sums.bucket == sums.bucket.max()].sort_values("negative").iloc[0]
        sides = {"pressure": signed(final.negative), "easing": signed(final.positive)}
        return say("escalation.title_running", **sides, **_title_values(package, final, step))
    if not worst.negative:
        return say("escalation.easing_only")
    values = _title_values(package, worst, step)
    return say("escalation.title_week", **values) if step == WEEK else say("escalation.title", **values)


def _title_values(package: Package, sums: pd.Series, step: str) -> dict[str, str]:
    """What a title says of one bar."""
    name = bucket_names(step)(sums.bucket)
    in_sentence = name if step not in (WEEK, RUNNING) else lower_first(name)
    return {"bucket": in_sentence, "direction": directions(package)[sums.direction]}


def alt_of(package: Package, sums: pd.DataFrame, step: str) -> str:
    """The picture in words: its span, and the lowest and highest bar of each direction."""
    parts = []
    for direction, label in directions(package).items():
        own = sums[sums.direction == direction]
        low, high = own.nsmallest(1, "negative").iloc[0], own.nlargest(1, "positive").iloc[0]
        part = say(
            "escalation.alt_direction",
            direction=label,
            pressure=signed(low.negative),
            worst=bucket_names(step)(low.bucket),
            easing=signed(high.positive),
            best=bucket_names(step)(high.bucket),
        )
        parts.append(part)
    first, last = month_name(sums.bucket.min()), month_name(sums.bucket.max())
    return say("escalation.alt", first=first, last=last, directions="; ".join(parts))


@dataclass(frozen=True)
class BundleMark:
    """An act that bundles others, in its month (the first day) and direction. `other` is what the pressure of the month
    would be, in points, were the act counted the other way (None: not to be drawn); `text` says so."""

    month: pd.Timestamp
    direction: str
    other: float | None
    text: str


def bundle_marks(bundles: pd.DataFrame, monthly: pd.DataFrame, scope: str) -> list[BundleMark]:
    """The marks of `bundles` (rows of `data.timeline.escalation.bundled`); `monthly` are the sums by month in
    `scope`."""
    return [_mark(bundle, _month_of(bundle, monthly), scope) for bundle in iterate_rows(bundles)]


def _month_of(bundle: Any, monthly: pd.DataFrame) -> pd.Series:
    own: pd.DataFrame = monthly[(monthly.bucket == bundle.bucket) & (monthly.direction == bundle.direction)]
    return own.iloc[0]


def _mark(bundle: Any, month: pd.Series, scope: str) -> BundleMark:
    event, name = bundle.short_title, month_name(bundle.bucket)
    if scope == EVERY_PART:
        other, counted = bundle.one_negative, acts_text(bundle.one_acts)
        here, points = acts_text(bundle.parts + 1), signed(other)
        text = say("escalation.mark_as_one", event=event, acts=here, month=name, pressure=points, other_acts=counted)
    else:
        other = month.negative + bundle.separate_negative - bundle.one_negative
        counted, points = acts_text(month.acts + bundle.separate_acts - bundle.one_acts), signed(other)
        text = say("escalation.mark_by_site", event=event, month=name, pressure=points, other_acts=counted)
    return BundleMark(bundle.bucket, bundle.direction, float(other), text)


def acts_text(number: float) -> str:
    """A number of acts: "1 act", "12 acts"."""
    return say("escalation.acts", count=int(number))


def agreement_of(package: Package, correlation: dict[str, float]) -> str:
    """How the two scales rank the months, as one Markdown sentence, with the warning that belongs to it."""
    labels = directions(package)
    texts = (
        say(
            "escalation.agreement_of",
            direction=escape_markdown(labels[direction]),
            correlation=say("escalation.not_defined") if math.isnan(value) else f"{value:.3f}",
        )
        for direction, value in correlation.items()
    )
    return say("escalation.agreement", text="; ".join(texts))
