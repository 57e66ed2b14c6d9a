"""The words of the map: what a place, a mark and the whole picture say."""

from typing import Any

import pandas as pd

from data.package import Package
from data.rows import each
from data.shapes import COUNTRY_FILES
from data.style import day_name, month_name, spoken

# From this many on, a ring says its strikes in words.
TOLD_IN_WORDS = 10


def map_alt(places: pd.DataFrame) -> str:
    """What the map shows, in words: how many events and places, and the places with most events."""
    most = "; ".join(f"{place.name} {place.events}" for place in each(places.head(3)))
    areas = int(places.is_area.sum())
    return (
        f"Map of {places.events.sum()} events at {len(places)} places, {areas} of them areas drawn as rings or shapes. "
        f"Most events: {most}."
    )


def mark_text(place: Any) -> str:
    """What stands in a mark: its number of events; for many strikes at sea strikes and their events in words; a shape
    says its name too, but for a state with a single event. A single event in a symbol needs no number."""
    if place.shapes and (place.events > 1 or place.shapes[0].file in COUNTRY_FILES):
        return f"{place.name}\n{place.events}"
    if place.strikes >= TOLD_IN_WORDS:
        return f"{place.strikes} strikes\nin {place.strike_events} events"
    return str(place.events) if place.events > 1 or place.is_area else ""


def counted(place: Any) -> str:
    """The events of a place in words: their days, their number and their toll."""
    days = {day_name(place.first): None, day_name(place.last): None}
    return f"{' to '.join(days)}: {tallied(place)}"


def tallied(place: Any) -> str:
    """The events of a place in words: their number and their toll."""
    said = [_number(place.events, "event")]
    if place.strikes:
        events = "" if place.strikes == place.strike_events else f" in {_number(place.strike_events, 'event')}"
        said.append(f"{_number(place.strikes, 'strike')} at sea{events}")
    if place.killed_high or place.strikes:
        said.append(f"{spoken(place.killed_low, place.killed_high)} killed")
    return "; ".join(said)


def counted_people(site: Any) -> str:
    """The people held at a place in words."""
    return (
        f"{site.people:,} " + ("person of the table was" if site.people == 1 else "people of the table were") + " held"
    )


def known_prison() -> str:
    """How exactly a place of detention is known."""
    return "Place of detention; the point stands for it, to about a kilometre"


def known(package: Package, place: Any) -> str:
    """How exactly the place is known, in words, and how it is drawn."""
    label = str(package.choices("events", "geo_precision")[place.geo_precision])
    if place.shapes:
        return f"{label}: where in it is not known, or all of it is meant"
    if pd.isna(place.radius_km):
        return label
    return f"{label}: the ring of {place.radius_km:.0f} km stands for it"


def map_title(places: pd.DataFrame, month: str = "") -> str:
    """What the map says first: how many events it holds, and where most of them were."""
    when = f"{month_name(month)}: " if month else ""
    if places.empty:
        return f"{when}no event on the map"
    most = next(each(places))
    events = f"{when}{_number(int(places.events.sum()), 'event')}"
    if len(places) == 1:
        return f"{events}, at one place: {most.name}"
    return f"{events} at {len(places)} places, {most.events} of them at one: {most.name}"


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
