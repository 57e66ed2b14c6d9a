"""A small map of a few places, for pages whose subject is not the map: the same marks on the same base map."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
import pydeck as pdk

from components.look.theme import Theme
from components.map.event_map import event_map, view_of
from components.map.marks import MapMark
from data.geo.labels import map_labels
from data.package.rows import iterate_rows

SMALL_HEIGHT = 380


def small_map(
    places: pd.DataFrame,
    theme: Theme,
    *,
    colour: str,
    symbols: Mapping[str, str],
    widest: float = 6.0,
    name: str = "small",
) -> pdk.Deck:
    """A Deck of `places` (rows of `data.detentions.places.locations`, with `hover_text`: what a mark shows to a
    pointer), each with its number of rows, in one colour and with the symbol of its kind, no closer than zoom `widest`.
    The reader is taken to the places when `name` changes.

    Draw it with st.pydeck_chart(deck, height=SMALL_HEIGHT, key=..., alt=...), and the same places as a table beside it.
    """
    marks = list(_marks(places, colour, symbols))
    return event_map(marks, theme, labels=map_labels(), view=view_of(places, widest), name=name)


def _marks(places: pd.DataFrame, colour: str, symbols: Mapping[str, str]) -> Iterator[MapMark]:
    for place in iterate_rows(places):
        yield MapMark(
            place.place_id,
            place.name,
            place.lat,
            place.lon,
            place.rows,
            str(place.rows) if place.rows > 1 or place.is_area else "",
            place.hover_text,
            colour,
            symbols[place.kind],
            False,
            _metres(place),
        )


def _metres(place: Any) -> float | None:
    """The radius of its ring, the smallest where an area has no stated one; None for a symbol."""
    return (0.0 if pd.isna(place.radius_km) else place.radius_km * 1000) if place.is_area else None
