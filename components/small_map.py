"""A small map of a few places, for pages whose subject is not the map: the same marks on the same base map."""

from collections.abc import Sequence

import pandas as pd
import pydeck as pdk

from components.event_map import event_map
from components.map_marks import Mark
from components.map_view import view_of
from components.theme import Theme
from data.package import Package
from data.places import map_labels
from data.rows import each
from data.spots import spots

SMALL_HEIGHT = 320


def small_map(
    package: Package, rows: pd.DataFrame, theme: Theme, *, event_type: str, nouns: tuple[str, str]
) -> pdk.Deck:
    """A Deck of the places of `rows`, each with its number of rows, in the looks of `event_type`.

    `rows` have the columns name, lat, lon (WGS84 degrees) and geo_precision; rows without a point are left out.
    `nouns` is what one row is and what several are, as in ("person", "people"). Draw it with st.pydeck_chart(deck,
    height=SMALL_HEIGHT, key=..., alt=...), and the same rows as a table beside it.
    """
    places = spots(package, rows)
    marks = _marks(package, places, theme, event_type, nouns)
    return event_map(marks, theme, labels=map_labels(), view=view_of(places), name="small")


def _marks(
    package: Package, places: pd.DataFrame, theme: Theme, event_type: str, nouns: tuple[str, str]
) -> Sequence[Mark]:
    labels = package.choices("events", "geo_precision")
    return [
        Mark(
            place.place_id,
            place.name,
            place.lat,
            place.lon,
            place.rows,
            str(place.rows) if place.rows > 1 or place.is_area else "",
            f"{labels[place.geo_precision]}. {place.rows:,} {nouns[place.rows > 1]}",
            theme.colour(event_type),
            theme.symbols[event_type],
            False,
            (0.0 if pd.isna(place.radius_km) else place.radius_km * 1000) if place.is_area else None,
        )
        for place in each(places)
    ]
