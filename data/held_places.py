"""Where people were held: the prisons of the table of detained persons, each with the people held in it."""

from collections import Counter

import pandas as pd

from data.detentions.custody import PEOPLE, in_view
from data.geo.locations import on_the_globe, point_id
from data.package.package import Package
from data.package.rows import each
from data.selection.filters import Filters
from data.selection.months import MonthSpan

KINDS = {"lat": "float64", "lon": "float64", "people": "int64"}
COLUMNS = ["place_id", "name", *KINDS, "person_ids"]
HELD = "held"


def people_held(package: Package, filters: Filters, month: str = "") -> pd.DataFrame:
    """The rows of the detained people whose custody touches the filter's months, or the one `month` if given, and whose
    row holds the filter's words."""
    months = MonthSpan(month, month) if month else filters.month
    return in_view(package[PEOPLE], months, filters.q)


def held_places(people: pd.DataFrame) -> pd.DataFrame:
    """The places at which `people` were held: one row a point, that with most people first.

    Columns: place_id, name (the most frequent), lat and lon (WGS84 degrees, the prison to about a kilometre), people
    (their number), person_ids. A person whose place was not made public is at none of them. Someone held in several
    prisons is counted at the one that the table gives a point for.
    """
    shared: dict[tuple[float, float], list[tuple[str, str]]] = {}
    for person in each(people):
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
    sites = pd.DataFrame(rows, columns=COLUMNS).astype(KINDS)
    return sites.sort_values("people", ascending=False, kind="stable", ignore_index=True)
