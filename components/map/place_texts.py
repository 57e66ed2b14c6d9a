"""The texts of the map: what a place, a mark and the whole picture say."""

from typing import Any

import pandas as pd

from data.geo.shapes import COUNTRY_FILES
from data.package.package import Package
from data.package.rows import iterate_rows
from data.text.formats import days_name, month_name, number, spoken
from data.text.messages import say

# From this many on, a ring says its strikes in words.
LISTED_IN_TEXT = 10


def map_alt(places: pd.DataFrame) -> str:
    """What the map shows, in words: how many events and places, and the places with most events."""
    most = "; ".join(f"{place.name} {number(place.events)}" for place in iterate_rows(places.head(3)))
    areas = int(places.is_area.sum())
    events = say("frame.events", count=int(places.events.sum()))
    return say("places.alt", count=len(places), events=events, areas=number(areas), most=most)


def mark_text(place: Any) -> str:
    """What stands in a mark: its number of events; for many strikes at sea strikes and their events in words; a shape
    says its name too, but for a state with a single event. A single event in a symbol needs no number."""
    if place.shapes and (place.events > 1 or place.shapes[0].file in COUNTRY_FILES):
        return f"{place.name}\n{number(place.events)}"
    if place.strikes >= LISTED_IN_TEXT:
        events = say("frame.events", count=place.strike_events)
        return f"{say('places.mark_strikes', count=place.strikes)}\n{say('places.mark_events', events=events)}"
    return number(place.events) if place.events > 1 or place.is_area else ""


def events_at_place(place: Any) -> str:
    """The events of a place in words: their days, their number and their toll."""
    return say("places.in_days", days=days_name(place.first, place.last), tally=tallied(place))


def tallied(place: Any) -> str:
    """The events of a place in words: their number and their toll."""
    parts = [say("frame.events", count=place.events)]
    if place.strikes:
        parts.append(_strikes(place))
    if place.killed_high or place.strikes:
        parts.append(say("places.killed", dead=spoken(place.killed_low, place.killed_high)))
    return "; ".join(parts)


def _strikes(place: Any) -> str:
    if place.strikes == place.strike_events:
        return say("places.strikes", count=place.strikes)
    events = say("frame.events", count=place.strike_events)
    return say("places.strikes_in_events", count=place.strikes, events=events)


def counted_people(site: Any) -> str:
    """The people held at a place in words."""
    return say("places.people", count=site.people)


def known_prison() -> str:
    """How exactly a place of detention is known."""
    return say("places.prison")


def known(package: Package, place: Any) -> str:
    """How exactly the place is known, in words, and how it is drawn."""
    label = str(package.choices("events", "geo_precision")[place.geo_precision])
    if place.shapes:
        return say("places.known_in", precision=label)
    if pd.isna(place.radius_km):
        return label
    return say("places.known_ring", precision=label, radius=place.radius_km)


def map_title(places: pd.DataFrame, month: str = "") -> str:
    """What the map says first: how many events it holds, and at how many places."""
    title = _title(places)
    return say("places.in_month", month=month_name(month), title=title) if month else title


def _title(places: pd.DataFrame) -> str:
    if places.empty:
        return say("places.none")
    events = say("frame.events", count=int(places.events.sum()))
    return say("places.title", count=len(places), events=events)
