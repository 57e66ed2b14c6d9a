"""Where events were: those that share a point and its precision are one place, those without a point are unplaced."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from data.descriptor import FOLDER
from data.figures import KeyFigure
from data.origins import doubtful_verifications
from data.package import Package
from data.toll import strikes_at_sea

Point = tuple[float, float, str]
POINT = ["lat", "lon", "geo_precision"]
DRAWN_AS_POINT = "point"
SUMS = ["strikes", "killed_low", "killed_high"]
NEEDED = ["event_id", "place", *POINT, "event_type", "verification", "date", "end_date", *SUMS]
# Columns of the places and their types; day columns come out as days.
KINDS = {"lat": "float64", "lon": "float64", "radius_km": "float64", "is_area": "bool", "doubtful": "bool"}
KINDS |= dict.fromkeys(("events", "strike_events", *SUMS), "int64") | dict.fromkeys(("first", "last"), "datetime64[s]")
COLUMNS = [
    *("place_id", "name", *POINT, "radius_km", "is_area", "events", "strike_events", *SUMS),
    *("first", "last", "event_type", "doubtful", "event_ids"),
]
LABELS = Path("basemap") / "labels.csv"


def places_of(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """The places of `events`: one row a point and precision, the place with most events first; its index is 0, 1, ...

    Columns: place_id ("lat,lon,precision"), name (the most frequent `place`), lat and lon (WGS84 degrees),
    geo_precision, radius_km (of the area that the precision stands for; missing when none is stated), is_area (the
    precision stands for an area, not for a point), events, strike_events, strikes, killed_low and killed_high (of the
    strikes at sea there; parts of larger events are left out of these four), first and last (days), event_type (the
    most frequent type of the most frequent family), doubtful (every event is claimed or disputed), event_ids.
    """
    placed = events[_has_point(events)]
    shared: dict[Point, list[Any]] = {}
    for event in each(placed[NEEDED]):
        shared.setdefault((event.lat, event.lon, event.geo_precision), []).append(event)
    vocabulary = _Vocabulary.of(package, placed)
    rows = [_place(point, there, vocabulary) for point, there in shared.items()]
    places = pd.DataFrame(rows, columns=COLUMNS).astype(KINDS)
    return places.sort_values("events", ascending=False, kind="stable", ignore_index=True)


def each(rows: pd.DataFrame) -> Iterator[Any]:
    """The rows of a frame, each with its columns as attributes."""
    return iter(rows.itertuples(index=False))


def unplaced(events: pd.DataFrame) -> pd.DataFrame:
    """The events without a point: no place on the map, or only a country or state that no point stands for."""
    return events[~_has_point(events)]


def events_at(events: pd.DataFrame, event_ids: tuple[str, ...]) -> pd.DataFrame:
    """The events with those ids, as a row of `places_of` holds them, the newest first."""
    return events[events.event_id.isin(event_ids)].sort_values("date", ascending=False, kind="stable")


def _has_point(events: pd.DataFrame) -> pd.Series:
    return events.lat.notna() & events.lon.notna()


@dataclass(frozen=True)
class _Vocabulary:
    """What a place needs to know of the tables: families of types, precisions, strikes at sea, what is doubtful."""

    family_of: dict[str, str]
    radius_of: dict[str, float]
    areas: frozenset[str]
    strikes: frozenset[str]
    doubtful: frozenset[str]

    @classmethod
    def of(cls, package: Package, events: pd.DataFrame) -> "_Vocabulary":
        types, precisions = package["event_types"], package["geo_precisions"]
        radii = precisions.radius_km.astype("float64")
        return cls(
            dict(zip(types.event_type, types.family, strict=True)),
            dict(zip(precisions.geo_precision, radii, strict=True)),
            frozenset(precisions[precisions.drawn_as != DRAWN_AS_POINT].geo_precision),
            frozenset(strikes_at_sea(events).event_id),
            doubtful_verifications(package),
        )


def _place(point: Point, there: list[Any], vocabulary: _Vocabulary) -> dict[str, Any]:
    lat, lon, precision = point
    strikes = [event for event in there if event.event_id in vocabulary.strikes]
    return {
        "place_id": f"{lat:.4f},{lon:.4f},{precision}",
        "name": _most_frequent(event.place for event in there),
        **dict(zip(POINT, point, strict=True)),
        "radius_km": vocabulary.radius_of[precision],
        "is_area": precision in vocabulary.areas,
        "events": len(there),
        "strike_events": len(strikes),
        **{name: sum(getattr(event, name) for event in strikes if pd.notna(getattr(event, name))) for name in SUMS},
        "first": min(event.date for event in there),
        "last": max(event.date if pd.isna(event.end_date) else event.end_date for event in there),
        "event_type": _main_type([event.event_type for event in there], vocabulary.family_of),
        "doubtful": all(event.verification in vocabulary.doubtful for event in there),
        "event_ids": tuple(event.event_id for event in there),
    }


def _main_type(types: list[str], family_of: dict[str, str]) -> str:
    main = _most_frequent(family_of[event_type] for event_type in types)
    return _most_frequent(event_type for event_type in types if family_of[event_type] == main)


def _most_frequent(values: Iterable[str]) -> str:
    """The value that occurs most; of several, the one that came first."""
    return Counter(values).most_common(1)[0][0]


def place_figures(package: Package, events: pd.DataFrame, places: pd.DataFrame) -> tuple[KeyFigure, ...]:
    """How well the places of `events` are known, as key figures. `places` are those of the same events."""
    areas = places[places.is_area]
    points = places.drop(areas.index)
    exact = package["geo_precisions"].sort_values("order").geo_precision.iloc[0]
    exactly = int(points[points.geo_precision == exact].events.sum())
    drawn = "in one area, drawn as a ring" if len(areas) == 1 else f"in {len(areas)} areas, drawn as rings"
    return (
        KeyFigure("Known to the town", str(points.events.sum()), f"{exactly} of them to the exact site", TO_TOWN),
        KeyFigure("Only the area known", str(areas.events.sum()), drawn, AREA_ONLY),
        KeyFigure("Not on the map", str(len(unplaced(events))), "listed below the map", NOT_ON_MAP),
    )


TO_TOWN = "Events on the map whose point marks the named site itself, or stands for a town, a district or a building."
AREA_ONLY = (
    "Events on the map whose point only stands for an area of the sea, a state or a province. No exact position of "
    "these events was published: the ring does not say where in the area they happened."
)
NOT_ON_MAP = (
    "Events without a point: acts that belong on no map, such as an order or a vote, and events of which only the "
    "country, or no place, is known."
)


@cache
def map_labels(folder: Path = FOLDER) -> pd.DataFrame:
    """The names written on the base map: label_id, name, kind, lat, lon (WGS84 degrees), min_zoom, source.

    The frame is read once and shared: do not change it. Raises OSError when the file cannot be read.
    """
    return pd.read_csv(folder / LABELS, keep_default_na=False)
