"""Events in short: the first and the last, the day with most of them, and the longest pause."""

from typing import Any

import pandas as pd

from data.events.counts import by_value, fullest_month, killed_by_month
from data.package.package import Package
from data.package.rows import iterate_rows
from data.selection.short_fact import ShortFact
from data.text.formats import day_name, known_days, month_name, spoken
from data.text.messages import say

EVENTS, TABLE = "events", "table"
BEST_KNOWN_FIRST = ("day", "approx", "month")


def day_with_most(days: pd.Series) -> tuple[pd.Timestamp, int, str] | None:
    """The day that occurs most often, the last of equals, how often, and in words; None where none occurs twice."""
    counts = days.value_counts().sort_index()
    most = counts[counts == counts.max()]
    if most.empty or most.iloc[-1] == 1:
        return None
    day = pd.Timestamp(most.index[-1])
    text = day_name(day) if len(most) == 1 else say("in_short.last_on", count=len(most), day=day_name(day))
    return day, int(most.iloc[-1]), text


def longest_pause(days: pd.Series) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """The two days in a row that are farthest apart, the first of equals; None where fewer than two days differ."""
    ordered = days.dropna().drop_duplicates().sort_values(ignore_index=True)
    if len(ordered) < 2:
        return None
    at = int(ordered.diff().argmax())
    return ordered[at - 1], ordered[at]


def event_facts(events: pd.DataFrame, subject: str = EVENTS) -> list[ShortFact]:
    """First and last of the events, the day with most of them and the longest pause, as far as there are such.

    `subject` names the sentences: events, or what kind of them these are.
    """
    if events.empty:
        return []
    ordered = list(iterate_rows(events.sort_values("date", kind="stable")))
    facts = [_of_one("first", ordered[0])]
    if len(ordered) > 1:
        facts += [
            _of_one("last", ordered[-1]),
            *_most_in_a_day(events, subject),
            *pause_facts(events, subject),
        ]
    return facts


def _of_one(which: str, event: Any) -> ShortFact:
    day = known_days(event.date, event.end_date, event.date_precision)
    text = say(f"in_short_event.{which}", day=day, title=event.title)
    return ShortFact(text, {"event": event.event_id})


def _most_in_a_day(events: pd.DataFrame, subject: str) -> list[ShortFact]:
    if not (most := day_with_most(events.date)):
        return []
    day, count, text = most
    return [ShortFact(say(f"in_short.most.{subject}", count=count, day=text), _rows(events, day, day), EVENTS)]


def pause_facts(events: pd.DataFrame, subject: str) -> list[ShortFact]:
    """The longest time without one of the events, in days between the two; none where none lies between."""
    pause = longest_pause(events.date)
    if not pause or (days := int((pause[1] - pause[0]).days) - 1) < 1:
        return []
    first, last = (_known_day(events, day) for day in pause)
    text = say(f"in_short.pause.{subject}", count=days, first=first, last=last)
    return [ShortFact(text, _rows(events, *pause), EVENTS)]


def _known_day(events: pd.DataFrame, day: pd.Timestamp) -> str:
    """A day on which at least one of the events began, as exactly as it is known by the best known of them."""
    known = set(events[events.date == day].date_precision)
    return known_days(day, pd.NaT, next(precision for precision in BEST_KNOWN_FIRST if precision in known))


def _rows(events: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> dict[str, str | list[str]]:
    """What shows those of the events from the first day to the last: the days, and their types."""
    within = events[events.date.between(first, last)]
    return {"days": f"{first:%Y-%m-%d}..{last:%Y-%m-%d}", "type": sorted(set(within.event_type))}


def count_facts(package: Package, events: pd.DataFrame) -> list[ShortFact]:
    """The month with most events, the type with most and the month with most people killed, each where it
    stands alone among several."""
    facts = []
    fullest = fullest_month(events)
    if fullest.is_only and fullest.events < len(events):
        text = say("in_short.fullest", month=month_name(fullest.month), count=fullest.events)
        facts.append(ShortFact(text, {"month": fullest.month, "section": TABLE}))
    by_type = by_value(events, "event_type")
    if len(by_type) > 1 and by_type.iloc[0] > by_type.iloc[1]:
        code, label = str(by_type.index[0]), package.choices("events", "event_type")[str(by_type.index[0])]
        text = say("in_short.commonest", type=label, count=int(by_type.iloc[0]))
        facts.append(ShortFact(text, {"type": code, "section": TABLE}))
    killed = killed_by_month(events)
    most_killed = killed[killed.killed_high == killed.killed_high.max()] if len(killed) > 1 else killed.iloc[:0]
    if len(most_killed) == 1:
        (month, low, high), *_ = most_killed.itertuples(name=None)
        text = say("in_short.deadliest_month", month=month_name(month), killed=spoken(low, high))
        facts.append(ShortFact(text, {"month": month, "section": TABLE}))
    return facts
