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
