"""The places of events: all that share a point, a ring or a shape are one place, with its count, toll and days.

Only claims that nobody confirmed are a place of their own there.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.events.origins import uncertain
from data.geo.locations import Location, locations_of
from data.map.layers import LAYERS, separate_layer
from data.package.package import Package
from data.package.rows import iterate_rows
from data.text.formats import lower_first
from data.timeline.toll import sea_strikes, without_parts

STRIKES, KILLED = "strikes", ["killed_low", "killed_high"]
NEEDED = ["event_id", "place", "country", "event_type", "date", "end_date", STRIKES, *KILLED]
# Columns of the places and their types; day columns come out as days.
KINDS = {
    "lat": "float64",
    "lon": "float64",
    "radius_km": "float64",
    "is_area": "bool",
    "at_sea": "bool",
    "doubtful": "bool",
}
KINDS |= dict.fromkeys(("events", "strike_events", STRIKES, *KILLED), "int64")
KINDS |= dict.fromkeys(("first", "last"), "datetime64[s]")
COLUMNS = [
    *("place_id", "name", "lat", "lon", "geo_precision", "radius_km", "is_area", "at_sea", "shapes"),
    *("events", "strike_events", STRIKES, *KILLED),
    *("first", "last", "event_type", "types", "doubtful", "apart", "event_ids"),
]


def places_of(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """The places of `events`: one row a place, that with most events first; its index is 0, 1, ...

    Columns: place_id; name (of a point the most frequent `place`, of shapes their names); lat and lon (WGS84 degrees);
    geo_precision; radius_km (of the ring, missing when there is none); is_area (an area, not a point); at_sea (an area
    of the sea); shapes (of the base map, or none); events; strike_events and strikes (at sea); killed_low and
    killed_high (parts of larger events are left out of these four); first and last (days); event_type (the most
    frequent type of the most frequent family); types (pairs of type and number of events, most first); doubtful (every
    event is); apart (the layer that keeps them apart from other events there, or empty); event_ids.
    """
    locations = locations_of(package, events).dropna()
    placed = events.loc[locations.index]
    shared: dict[tuple[str, str], list[Any]] = {}
    location_of: dict[str, Location] = {}
    for event, location, apart in zip(
        iterate_rows(placed[NEEDED]), locations, separate_layer(package, placed), strict=True
    ):
        shared.setdefault((location.place_id, apart), []).append(event)
        location_of.setdefault(location.place_id, location)
    vocabulary = _Vocabulary.of(package, placed)
    rows = [_place(location_of[place_id], apart, there, vocabulary) for (place_id, apart), there in shared.items()]
    places = pd.DataFrame(rows, columns=COLUMNS).astype(KINDS)
    return places.sort_values("events", ascending=False, kind="stable", ignore_index=True)


def events_at(events: pd.DataFrame, event_ids: tuple[str, ...]) -> pd.DataFrame:
    """The events with those ids, as a row of `places_of` holds them, the newest first."""
    return events[events.event_id.isin(event_ids)].sort_values("date", ascending=False, kind="stable")


@dataclass(frozen=True)
class _Vocabulary:
    """What a place needs to know of the tables, and which events are strikes, count in sums, or are uncertain."""

    family_of: dict[str, str]
    countries: dict[str, str]
    layers: dict[str, str]
    strikes: frozenset[str]
    counted: frozenset[str]
    doubtful: frozenset[str]

    @classmethod
    def of(cls, package: Package, events: pd.DataFrame) -> "_Vocabulary":
        types, countries = package["event_types"], package["countries"]
        return cls(
            dict(zip(types.event_type, types.family, strict=True)),
            dict(zip(countries.country, countries.name, strict=True)),
            package.labels(LAYERS, "layer"),
            frozenset(sea_strikes(events).event_id),
            frozenset(without_parts(events).event_id),
            frozenset(events[uncertain(package, events)].event_id),
        )


def _place(location: Location, apart: str, there: list[Any], vocabulary: _Vocabulary) -> dict[str, Any]:
    strikes = [event for event in there if event.event_id in vocabulary.strikes]
    counted = [event for event in there if event.event_id in vocabulary.counted]
    types = [event.event_type for event in there]
    layer = f" ({lower_first(vocabulary.layers[apart])})" if apart else ""
    return {
        **{name: getattr(location, name) for name in COLUMNS if hasattr(location, name)},
        "place_id": "_".join([location.place_id, *([apart] if apart else [])]),
        "name": _name(location, there, vocabulary.countries) + layer,
        "events": len(there),
        "strike_events": len(strikes),
        STRIKES: _sum(strikes, STRIKES),
        **{name: _sum(counted, name) for name in KILLED},
        "first": min(event.date for event in there),
        "last": max(event.date if pd.isna(event.end_date) else event.end_date for event in there),
        "event_type": _main_type(types, vocabulary.family_of),
        "types": tuple(Counter(types).most_common()),
        "doubtful": all(event.event_id in vocabulary.doubtful for event in there),
        "apart": apart,
        "event_ids": tuple(event.event_id for event in there),
    }


def _name(location: Location, there: list[Any], countries: dict[str, str]) -> str:
    if not location.shapes:
        return _most_frequent(event.place for event in there)
    return " and ".join(countries.get(shape.value, shape.name) for shape in location.shapes)


def _sum(events: list[Any], name: str) -> int:
    return sum(getattr(event, name) for event in events if pd.notna(getattr(event, name)))


def _main_type(types: list[str], family_of: dict[str, str]) -> str:
    main = _most_frequent(family_of[event_type] for event_type in types)
    return _most_frequent(event_type for event_type in types if family_of[event_type] == main)


def _most_frequent(values: Iterable[str]) -> str:
    """The value that occurs most; of several, the one that came first."""
    return Counter(values).most_common(1)[0][0]
