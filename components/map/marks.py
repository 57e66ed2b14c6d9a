"""The marks of a map: what each place shows, says and looks like, ready to be drawn by `event_map`."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from components.look.symbols import MIXED
from components.look.theme import Theme
from components.map.place_texts import counted_people, mark_text, tallied
from data.geo.shapes import Shape
from data.map.view_window import TILE
from data.package.package import Package
from data.package.rows import iterate_rows

# Pixels, and metres.
SMALLEST_RING, TEXT_SIZE = 16, 12
METRES_ROUND_THE_WORLD = 40_075_017
SMALLEST_BUBBLE, BUBBLE_GROWTH, LARGEST_BUBBLE = 4.6, 2.3, 34.0
LINE = 16.0
# A symbol around another is so much larger that its sides, not only its corners, are seen.
OUTSIDE = 1.6
# The radius of a single event.
SINGLE = SMALLEST_BUBBLE + BUBBLE_GROWTH


@dataclass(frozen=True)
class MapMark:
    """One place on a map. `count` sizes it, `text` stands in it, `hover_text` says more when a reader points at it.

    `metres` is the radius of its ring, which the land covers where it is `at_sea`; None draws a symbol instead, or
    `shapes` of the base map with the text in them. `around` is the radius in pixels of the mark at the same point that
    it lies under and reaches out from; 0 where there is none. `merged_ids` are the places that are drawn with it,
    `lift` the least rank at which nothing hides it.
    """

    place_id: str
    name: str
    lat: float
    lon: float
    count: int
    text: str
    hover_text: str
    colour: str
    symbol: str
    hollow: bool
    metres: float | None = None
    at_sea: bool = False
    shapes: tuple[Shape, ...] = ()
    around: float = 0.0
    is_people: bool = False
    merged_ids: tuple[str, ...] = ()
    lift: int = 0

    @property
    def is_area(self) -> bool:
        """Whether it is drawn as a ring or a shape."""
        return self.metres is not None or bool(self.shapes)

    @property
    def pixels(self) -> float:
        """The radius of its symbol in pixels: its area grows with the count, up to a largest size."""
        own = min(SMALLEST_BUBBLE + BUBBLE_GROWTH * self.count**0.5, LARGEST_BUBBLE)
        return float(round(max(own, OUTSIDE * self.around), 1))

    @property
    def is_single(self) -> bool:
        """Whether it is drawn at the size of one event."""
        return self.pixels == round(SINGLE, 1)

    @property
    def rank(self) -> int:
        """How high it lies: by its count, but below the mark that it is around."""
        return 0 if self.around else max(self.count, self.lift)

    def stands_for(self, place_id: str) -> bool:
        """Whether that place is drawn by it, alone or with others."""
        return place_id == self.place_id or place_id in self.merged_ids

    def ring_pixels(self, zoom: float) -> float:
        """How large its ring truly is at a zoom: the radius in pixels."""
        shrunk = math.cos(math.radians(self.lat)) * METRES_ROUND_THE_WORLD
        return (self.metres or 0.0) / shrunk * TILE * 2**zoom

    @property
    def text_down(self) -> float:
        """How far below its point its text stands, in pixels: clear of the mark that it is around."""
        if not self.around:
            return 0.0
        return LINE if self.is_area else self.pixels + LINE / 2


def event_marks(package: Package, places: pd.DataFrame, theme: Theme) -> list[MapMark]:
    """One mark a place (rows of `places_of`), that with most events first.

    The colour is that of the main type's family; the symbol that of the type when all events there are of one.
    """
    marks = [
        MapMark(
            place.place_id,
            place.name,
            place.lat,
            place.lon,
            place.events,
            mark_text(place),
            tallied(place),
            theme.colour(place.event_type),
            theme.symbols[place.event_type] if len(place.types) == 1 else MIXED,
            place.doubtful,
            _metres(place),
            place.at_sea,
            place.shapes,
        )
        for place in iterate_rows(places)
    ]
    return [
        _around(mark, marks) if place.apart else mark for mark, place in zip(marks, iterate_rows(places), strict=True)
    ]


def _around(mark: MapMark, marks: Sequence[MapMark]) -> MapMark:
    """The mark, reaching out from under the largest other one at its point."""
    others = [one.pixels for one in marks if one is not mark and (one.lat, one.lon) == (mark.lat, mark.lon)]
    return replace(mark, around=max(others, default=0.0))


def _metres(place: Any) -> float | None:
    """The ring's radius; 0, which the map draws at its smallest size, where an area has no stated one."""
    if place.shapes or not place.is_area:
        return None
    return 0.0 if pd.isna(place.radius_km) else float(place.radius_km) * 1000


def people_marks(sites: pd.DataFrame, event_type: str, theme: Theme) -> list[MapMark]:
    """One mark a place at which people were held (rows of `held_places`), in the looks of `event_type`."""
    return [
        MapMark(
            site.place_id,
            site.name,
            site.lat,
            site.lon,
            site.people,
            str(site.people) if site.people > 1 else "",
            counted_people(site),
            theme.colour(event_type),
            theme.symbols[event_type],
            False,
            is_people=True,
        )
        for site in iterate_rows(sites)
    ]


def by_size(marks: Sequence[MapMark]) -> Iterator[tuple[int, list[MapMark]]]:
    """The marks in classes of like counts, the smallest class first: so no number lies on another, larger symbol."""
    classes: dict[int, list[MapMark]] = {}
    for mark in sorted(marks, key=lambda mark: mark.rank):
        classes.setdefault(mark.rank.bit_length() // 2, []).append(mark)
    return iter(classes.items())
