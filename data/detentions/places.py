"""Where people were detained and where they were held: by person, by point, and by prison."""

from collections import Counter

import pandas as pd

from data.detentions.custody import PEOPLE
from data.geo.locations import on_the_globe, point_id, precisions_of
from data.package.package import Package
from data.package.rows import iterate_rows
from data.selection.months import MonthSpan

ARREST, PRISON = "arrest", "prison"
COLUMNS = ["kind", "name", "lat", "lon", "geo_precision"]
# Held places have no column for it: the table gives a prison by its town, never by its building.
PRISON_PRECISION = "locality"

POINT = ["kind", "lat", "lon", "geo_precision"]
POINT_COLUMNS = ["place_id", "name", *POINT, "radius_km", "is_area", "rows"]

SITE_KINDS = {"lat": "float64", "lon": "float64", "people": "int64"}
SITE_COLUMNS = ["place_id", "name", *SITE_KINDS, "person_ids"]
HELD = "held"


def custody_places(people: pd.DataFrame) -> pd.DataFrame:
    """Two rows a person: the place of detention ("arrest") and that of custody ("prison").

    Columns: kind, name, lat and lon (WGS84 degrees; missing where there is no point), geo_precision.
    """
    arrests = people.assign(kind=ARREST, name=people.detained_place)
    prisons = people.assign(
        kind=PRISON, name=people.held_at, lat=people.held_lat, lon=people.held_lon, geo_precision=PRISON_PRECISION
    )
    return pd.concat([arrests, prisons], ignore_index=True)[COLUMNS]


def without_point(people: pd.DataFrame) -> tuple[int, int]:
    """How many of `people` have no point for the place of detention, and how many none for that of custody."""
    return int(people.lat.isna().sum()), int(people.held_lat.isna().sum())


def precision_labels(package: Package, places: pd.DataFrame) -> pd.Series:
    """How exactly each place is known, as readers see it."""
    return places.geo_precision.map(package.choices(PEOPLE, "geo_precision"))


def locations(package: Package, rows: pd.DataFrame) -> pd.DataFrame:
    """The points of `rows` (columns kind, name, lat, lon in WGS84 degrees, geo_precision), that with most rows first.

    Columns: place_id, name (the most frequent there), kind (of what the place is), lat, lon, geo_precision, radius_km
    (missing when there is none), is_area (it only stands for an area), rows (their number). Rows without a point on the
    globe are left out; rows of two kinds never share a place.
    """
    precisions = precisions_of(package)
    on_map = [on_the_globe(lat, lon) for lat, lon in zip(rows.lat, rows.lon, strict=True)]
    placed = rows[pd.Series(on_map, rows.index, dtype="bool")]
    grouped = placed.groupby(POINT, sort=False)
    found = grouped.agg(name=("name", lambda names: names.mode().iloc[0]), rows=("name", "size")).reset_index()
    codes = found.geo_precision
    found["place_id"] = [point_id(lat, lon, f"{kind}_{code}") for kind, lat, lon, code in found[POINT].values]
    found["radius_km"] = pd.Series([precisions[code].radius_km for code in codes], dtype="float64")
    found["is_area"] = pd.Series([precisions[code].is_area for code in codes], dtype="bool")
    return found[POINT_COLUMNS].sort_values("rows", ascending=False, kind="stable", ignore_index=True)


def people_held(people: pd.DataFrame, month: str) -> pd.DataFrame:
    """Those of `people` whose custody touches the month, written YYYY-MM; all of them when it is empty."""
    return people[MonthSpan(month, month).overlaps(people.detained_on, people.free_by)] if month else people


def held_places(people: pd.DataFrame) -> pd.DataFrame:
    """The places at which `people` were held: one row a point, that with most people first.

    Columns: place_id, name (the most frequent), lat and lon (WGS84 degrees, the prison to about a kilometre), people
    (their number), person_ids. A person whose place was not made public is at none of them. Someone held in several
    prisons is counted at the one that the table gives a point for.
    """
    shared: dict[tuple[float, float], list[tuple[str, str]]] = {}
    for person in iterate_rows(people):
        if on_the_globe(person.held_lat, person.held_lon):
            there = shared.setdefault((person.held_lat, person.held_lon), [])
            there.append((person.person_id, person.held_at))
    rows = [
        {
            "place_id": point_id(lat, lon, HELD),
            "name": Counter(name for _, name in there).most_common(1)[0][0],
            "lat": lat,
            "lon": lon,
            "people": len(there),
            "person_ids": tuple(person for person, _ in there),
        }
        for (lat, lon), there in shared.items()
    ]
    sites = pd.DataFrame(rows, columns=SITE_COLUMNS).astype(SITE_KINDS)
    return sites.sort_values("people", ascending=False, kind="stable", ignore_index=True)
