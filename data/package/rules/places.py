"""Rules of places, of events and of people: whole points, and precisions that fit them."""

from collections.abc import Iterator

from data.package.problems import Problem
from data.package.rows import Frames, both_or_neither, problems_in_rows, values_by


def whole_points(frames: Frames) -> Iterator[Problem]:
    """A latitude never stands without its longitude, nor the other way round."""
    for table, lat, lon in (
        ("events", "lat", "lon"),
        ("detainees", "lat", "lon"),
        ("detainees", "held_lat", "held_lon"),
    ):
        yield from both_or_neither(frames[table], table, lat, lat, lon)


def precision_fits_point(frames: Frames) -> Iterator[Problem]:
    """A point has a precision; a precision that promises a point has one."""
    promised = values_by(frames["geo_precisions"], "geo_precision", "needs_point")
    for table in ("events", "detainees"):
        frame = frames[table]
        has_point = frame.lat.notna() & frame.lon.notna()
        needs = frame.geo_precision.map(promised)
        others = ", ".join(precision for precision, needed in promised.items() if needed != "never")
        rule = f'a row with a point must say how precise it is, by one of {others}: "{{geo_precision}}" has no point'
        yield from problems_in_rows(frame[has_point & (needs == "never")], table, "geo_precision", rule, "lat", "lon")
        lacking = frame[~has_point & (needs == "always")]
        rule = 'a place as precise as "{geo_precision}" must have lat and lon'
        yield from problems_in_rows(lacking, table, "geo_precision", rule, "lat", "lon")


def every_event_has_a_layer(frames: Frames) -> Iterator[Problem]:
    """The layer of the map that is judged last takes every event, and no layer asks for what no event can be."""
    layers, known = frames["map_layers"], set(frames["events"].verification)
    of_events = layers[layers.shows == "events"].sort_values("judged")
    last = of_events.tail(1)
    asks = (last.event_types.map(len) > 0) | (last.verification.map(len) > 0) | (last.whole != "")
    rule = "the layer judged last must take every event: empty its event_types, verification and whole"
    yield from problems_in_rows(last[asks], "map_layers", "judged", rule, "event_types", "verification", "whole")
    without_types = layers[(layers.shows == "people") & (layers.event_types.map(len) == 0)]
    rule = 'a layer that shows "{shows}" must name in event_types the event type that gives it its looks'
    yield from problems_in_rows(without_types, "map_layers", "layer", rule, "event_types")
    strange = layers.verification.map(lambda words: ", ".join(sorted(set(words) - known))).astype("str")
    wrong = layers.assign(strange=strange)[strange != ""]
    rule = f'its verification "{{strange}}" must be one that events have: {", ".join(sorted(known))}'
    yield from problems_in_rows(wrong, "map_layers", "layer", rule, "verification", "events.verification")
