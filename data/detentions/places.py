"""Where people were detained and where they were held: one row a person and place, as exact as the sources."""

import pandas as pd

from data.detentions.custody import PEOPLE
from data.package.package import Package

ARREST, PRISON = "arrest", "prison"
COLUMNS = ["kind", "name", "lat", "lon", "geo_precision"]
# Held places have no column for it: the table gives a prison by its town, never by its building.
PRISON_PRECISION = "locality"


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
