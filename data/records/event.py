"""What the record of an event says in words: when and where, how exactly that is known, what it is linked to."""

import pandas as pd

from data.geo.locations import precisions_of
from data.package.package import Package
from data.text.formats import known_days, lower_first, spoken
from data.text.matching import mentions_name
from data.text.messages import say

# An approximate day names no width. It is drawn as a week, three days either side, and the picture says so.
UNSURE = pd.Timedelta(days=3)


def when(event: pd.Series) -> str:
    """The event's days in English, as exactly as they are known: "February 2025", "about 24 December 2025"."""
    return known_days(event.date, event.end_date, event.date_precision)


def where(package: Package, event: pd.Series) -> str:
    """The event's place as reported, and how exactly it is known. An area of the sea needs no country."""
    precision = package.choices("events", "geo_precision")[event.geo_precision]
    at_sea = event.place and precisions_of(package)[event.geo_precision].at_sea
    country = "" if at_sea else package.choices("events", "country").get(event.country, "")
    place = event.place if not country or _is_mentioned(country, event.place) else f"{event.place}, {country}"
    return f"{place or say('records.no_place')} ({lower_first(precision)})"


def _is_mentioned(country: str, place: str) -> bool:
    """Whether the place names its country already, also as in "Venezuelan waters"."""
    return mentions_name(country, place) or mentions_name(f"{country}n", place)


def whole_of(package: Package, event: pd.Series) -> pd.DataFrame:
    """The larger event that the event is part of: one row, or none."""
    events = package["events"]
    whole: pd.DataFrame = events[events.event_id == event.part_of]
    return whole


def parts_of(package: Package, event_id: str) -> pd.DataFrame:
    """The events that are part of the event, in time."""
    events = package["events"]
    return events[events.part_of == event_id].sort_values("date", kind="stable")


def maybe_the_same_event(package: Package, event: pd.Series) -> pd.DataFrame:
    """The events that may be the event itself, reported again: the one that it names, and those that name it."""
    events = package["events"]
    pair = (events.event_id == event.possibly_same_as) | (events.possibly_same_as == event.event_id)
    same: pd.DataFrame = events[pair]
    return same


def related_to(package: Package, event: pd.Series) -> pd.DataFrame:
    """The events that the event names as linked, or that name it, in time; without its whole and its parts."""
    events = package["events"]
    names_it = events.related.map(lambda linked: event.event_id in linked)
    linked = events[events.event_id.isin(event.related) | names_it]
    apart: pd.DataFrame = linked[linked.part_of != event.event_id]
    return apart.sort_values("date", kind="stable")


def killed(event: pd.Series) -> str:
    """The dead as a range in words; empty when no number is known."""
    return "" if pd.isna(event.killed_low) else spoken(event.killed_low, event.killed_high)


def drawn_days(events: pd.DataFrame) -> pd.DataFrame:
    """For each event the first and last day drawn (columns first, last) and whether they are unsure (column unsure).

    A month's precision is the whole month; an approximate day without an end is a week around it; an event with an
    end runs from its first to its last day. All others are one day. The index is that of `events`.
    """
    monthly, approximate = events.date_precision == "month", events.date_precision == "approx"
    last = events.end_date.fillna(events.date)
    alone = approximate & events.end_date.isna()
    return pd.DataFrame(
        {
            "first": events.date.where(~alone, events.date - UNSURE),
            "last": last.where(~alone, last + UNSURE).where(~monthly, events.date + pd.offsets.MonthEnd(0)),
            "unsure": monthly | approximate,
        }
    )
