"""Where people were detained and where they were held: places as exact as the sources, with the people of each."""

import pandas as pd

from data.custody import PEOPLE
from data.locating import DRAWN_AS_POINT
from data.package import Package

ARREST, PRISON = "arrest", "prison"
POINT = ["kind", "lat", "lon", "geo_precision"]
COLUMNS = [*POINT, "name", "people", "person_ids"]
# Held places have no column for it: the table gives a prison by its town, never by its building.
PRISON_PRECISION = "locality"


def custody_places(people: pd.DataFrame) -> pd.DataFrame:
    """One row a place of detention ("arrest") or of custody ("prison") that has a point, most people first.

    Columns: kind, lat and lon (WGS84 degrees), geo_precision, name (the most frequent), people (number), person_ids.
    One person can stand at one place of each kind.
    """
    arrests = people.assign(kind=ARREST, name=people.detained_place)
    prisons = people.assign(
        kind=PRISON, name=people.held_at, lat=people.held_lat, lon=people.held_lon, geo_precision=PRISON_PRECISION
    )
    told = pd.concat([arrests, prisons])[[*POINT, "name", "person_id"]]
    grouped = told[told.lat.notna() & told.lon.notna()].groupby(POINT, sort=False)
    places = grouped.agg(
        name=("name", lambda names: names.mode().iloc[0]), people=("person_id", "size"), person_ids=("person_id", tuple)
    ).reset_index()
    return places[COLUMNS].sort_values("people", ascending=False, kind="stable", ignore_index=True)


def without_point(people: pd.DataFrame) -> tuple[int, int]:
    """How many of `people` have no point for the place of detention, and how many none for that of custody."""
    return int(people.lat.isna().sum()), int(people.held_lat.isna().sum())


def precision_label(package: Package, precision: str) -> str:
    """How exactly a place is known, as readers see it."""
    return str(package.choices(PEOPLE, "geo_precision")[precision])


def drawn_as_area(package: Package, precision: str) -> bool:
    """Whether a place that is only known this well stands for an area, not for a town or a site."""
    precisions = package["geo_precisions"].set_index("geo_precision")
    return bool(precisions.drawn_as[precision] != DRAWN_AS_POINT)
