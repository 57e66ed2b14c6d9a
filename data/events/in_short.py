"""Events in short: the first and the last, the day with most of them, and the longest pause."""

from typing import Any

import pandas as pd

from data.package.package import Package
from data.package.rows import iterate_rows
from data.selection.short_fact import ShortFact
from data.text.formats import day_name, known_days
from data.text.messages import say

EVENTS = "events"


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


def vote_facts(package: Package, events: pd.DataFrame) -> list[ShortFact]:
    """How many recorded votes of Congress the events tell, and the closest of them with its tally."""
    votes = package["votes"]
    votes = votes[votes.event_id.isin(events.event_id)]
    if votes.empty:
        return []
    closest = next(iterate_rows(votes.assign(gap=(votes["yes"] - votes["no"]).abs()).sort_values("gap", kind="stable")))
    text = say(
        "votes.in_short",
        count=len(votes),
        yes=closest.yes,
        no=closest.no,
        chamber=package.choices("votes", "chamber")[closest.chamber],
        day=day_name(closest.day),
    )
    return [ShortFact(text, {"event": closest.event_id})]


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
    first, last = map(day_name, pause)
    text = say(f"in_short.pause.{subject}", count=days, first=first, last=last)
    return [ShortFact(text, _rows(events, *pause), EVENTS)]


def _rows(events: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> dict[str, str | list[str]]:
    """What shows those of the events from the first day to the last: the days, and their types."""
    within = events[events.date.between(first, last)]
    return {"days": f"{first:%Y-%m-%d}..{last:%Y-%m-%d}", "type": sorted(set(within.event_type))}
