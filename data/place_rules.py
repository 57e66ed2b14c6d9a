"""Rules of places, of events and of people: whole points, and precisions that fit them."""

from collections.abc import Iterator

from data.problems import Problem
from data.rows import Frames, named, values_by


def whole_points(frames: Frames) -> Iterator[Problem]:
    """A latitude never stands without its longitude, nor the other way round."""
    for table, lat, lon in (
        ("events", "lat", "lon"),
        ("detainees", "lat", "lon"),
        ("detainees", "held_lat", "held_lon"),
    ):
        frame = frames[table]
        half = frame[frame[lat].isna() != frame[lon].isna()]
        yield from named(half, table, lat, f"{lat} and {lon} must both be given or both be empty")


def precision_fits_point(frames: Frames) -> Iterator[Problem]:
    """A point has a precision; a precision that promises a point has one."""
    promised = values_by(frames["geo_precisions"], "geo_precision", "needs_point")
    for table in ("events", "detainees"):
        frame = frames[table]
        has_point = frame.lat.notna() & frame.lon.notna()
        needs = frame.geo_precision.map(promised)
        yield from named(
            frame[has_point & (needs == "never")],
            table,
            "geo_precision",
            "a row with a point must say how precise it is",
        )
        lacking = frame[~has_point & (needs == "always")]
        yield from named(lacking, table, "geo_precision", "a place this precise must have lat and lon")


def every_event_has_a_layer(frames: Frames) -> Iterator[Problem]:
    """The layer of the map that is judged last takes every event, and no layer asks for what no event can be."""
    layers, known = frames["map_layers"], set(frames["events"].verification)
    of_events = layers[layers.shows == "events"].sort_values("judged")
    last = of_events.tail(1)
    asks = (last.event_types.map(len) > 0) | (last.verification.map(len) > 0) | (last.whole != "")
    yield from named(last[asks], "map_layers", "judged", "the layer judged last must take every event")
    plain = layers[(layers.shows == "people") & (layers.event_types.map(len) == 0)]
    yield from named(plain, "map_layers", "layer", "a layer of people must name the event type that gives it its looks")
    wrong = layers[[not set(words) <= known for words in layers.verification]]
    yield from named(wrong, "map_layers", "layer", "its verification must be one that events have")
