"""The words of the map: what a place, a ring and the whole picture say."""

from typing import Any

import pandas as pd

from data.figures import spoken
from data.months import day_name
from data.package import Package
from data.places import each

# From this many on, a ring says its strikes in words.
TOLD_IN_WORDS = 10


def map_alt(places: pd.DataFrame) -> str:
    """What the map shows, in words: how many events and places, and the places with most events."""
    most = "; ".join(f"{place.name} {place.events}" for place in each(places.head(3)))
    areas = int(places.is_area.sum())
    return (
        f"Map of {places.events.sum()} events at {len(places)} places, {areas} of them areas drawn as rings. "
        f"Most events: {most}."
    )


def ring_text(place: Any) -> str:
    """What stands in a ring: its number of events or, for many strikes at sea, strikes and their events in words."""
    if place.strikes < TOLD_IN_WORDS:
        return str(place.events)
    strikes = f"{place.strikes} strikes"
    return strikes if place.strikes == place.strike_events else f"{strikes}\nin {place.strike_events} events"


def counted(place: Any) -> str:
    """The events of a place in words: their number, their days and the toll of the strikes at sea."""
    events = f"{place.events} event" + ("s" if place.events > 1 else "")
    days = {day_name(place.first): None, day_name(place.last): None}
    said = f"{events}, {' to '.join(days)}"
    if not place.strikes:
        return said
    strikes = f"{place.strikes} strike" + ("s" if place.strikes > 1 else "")
    return f"{said}; {strikes} at sea, {spoken(place.killed_low, place.killed_high)} killed"


def known(package: Package, place: Any) -> str:
    """How exactly the place is known, in words, with the radius where one is stated."""
    label = str(package.choices("events", "geo_precision")[place.geo_precision])
    return label if pd.isna(place.radius_km) else f"{label}: somewhere within about {place.radius_km:.0f} km"


def map_title(places: pd.DataFrame) -> str:
    """What the map says first: how many events it holds, and where most of them were."""
    most = next(each(places))
    events = f"{places.events.sum()} event" + ("s" if places.events.sum() > 1 else "")
    if len(places) == 1:
        return f"{events}, at one place: {most.name}"
    return f"{events} at {len(places)} places, {most.events} of them at one: {most.name}"
