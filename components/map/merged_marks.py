"""Marks that would cover one another: at the zoom of a view they are drawn as one, with their counts together."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from components.look.symbols import MIXED
from components.map.marks import SMALLEST_RING, TEXT_SIZE, MapMark
from data.map.view_window import TILE, northing
from data.text.formats import number
from data.text.messages import say

# Of every mark at least so many pixels are to be seen.
SEEN = 3.0


def merged_marks(marks: Sequence[MapMark], zoom: float) -> list[MapMark]:
    """The marks as a map of that zoom draws them: one that would wholly lie on another of its kind is drawn with it,
    and one that would lie under another kind's is drawn above it. The most frequent place gives name and colour.

    Kinds are kept apart: events, claims that nobody confirmed, people held; symbols, rings and shapes.
    """
    ranked = sorted(marks, key=lambda mark: (_kind(mark), -mark.count))
    together = [one for _, alike in groupby(ranked, key=_kind) for one in _merged(list(alike), zoom)]
    settled = [_around_anew(mark, together, zoom) for mark in together]
    lifted = [_lifted(mark, settled, zoom) for mark in settled]
    return [_number_freed(mark, lifted, zoom) for mark in lifted]


def _kind(mark: MapMark) -> tuple[bool, bool, bool, bool]:
    return bool(mark.shapes), mark.metres is not None, mark.hollow, mark.is_people


def _merged(alike: list[MapMark], zoom: float) -> Iterator[MapMark]:
    """Each mark with those that it covers, until none covers another: what is added makes a mark grow."""
    while alike:
        first, *others = alike
        covered = [mark for mark in others if not mark.shapes and _covers(first, mark, zoom)]
        if covered:
            alike = [_sum(first, covered), *(mark for mark in others if mark not in covered)]
        else:
            yield first
            alike = others


def _sum(first: MapMark, covered: Sequence[MapMark]) -> MapMark:
    """One mark in place of several. Its text and what is said of it are sums, and it keeps the others' ids."""
    count = first.count + sum(mark.count for mark in covered)
    ids = (*first.merged_ids, *(one for mark in covered for one in (mark.place_id, *mark.merged_ids)))
    name = first.name if first.merged_ids else f"{first.name} {say('marks.with_near')}"
    hover_text = say("marks.people_held" if first.is_people else "marks.events", count=count, places=len(ids) + 1)
    alike = all(mark.symbol == first.symbol for mark in covered)
    return replace(
        first,
        name=name,
        count=count,
        text=number(count),
        hover_text=hover_text,
        symbol=first.symbol if alike else MIXED,
        merged_ids=ids,
    )


def _around_anew(mark: MapMark, marks: Sequence[MapMark], zoom: float) -> MapMark:
    """A mark that reaches out from under another, which may have grown, reaches out from under it still."""
    if not mark.around:
        return mark
    inner = [one.pixels for one in marks if not one.around and not one.is_area and _pixels_between(one, mark, zoom) < 1]
    return replace(mark, around=max(inner, default=mark.around))


def _lifted(mark: MapMark, marks: Sequence[MapMark], zoom: float) -> MapMark:
    """The mark above those of other kinds that would cover it."""
    if mark.is_area or mark.around:
        return mark
    above = [one.count for one in marks if one.count >= mark.count and _hides(one, mark, zoom)]
    return replace(mark, lift=max(above) + 1) if above else mark


def _number_freed(mark: MapMark, marks: Sequence[MapMark], zoom: float) -> MapMark:
    """The mark with its number below it where a smaller one of another kind lies on the number."""
    if mark.is_area or mark.around or not mark.text:
        return mark
    on_it = [one.pixels for one in marks if _size(one) < _size(mark) and _lies_on_number(one, mark, zoom)]
    return replace(mark, around=max(on_it)) if on_it else mark


def _size(mark: MapMark) -> tuple[float, bool, bool]:
    """By which marks are ordered: of two alike, people and claims count as the smaller."""
    return mark.pixels, not mark.is_people, not mark.hollow


def _lies_on_number(one: MapMark, mark: MapMark, zoom: float) -> bool:
    is_other = _kind(one) != _kind(mark) and not one.is_area and not one.around
    return is_other and _pixels_between(one, mark, zoom) < one.pixels + TEXT_SIZE / 2


def _hides(one: MapMark, mark: MapMark, zoom: float) -> bool:
    return _kind(one) != _kind(mark) and not one.is_area and not one.around and _covers(one, mark, zoom)


def _covers(one: MapMark, other: MapMark, zoom: float) -> bool:
    """Whether hardly anything would be seen of the other, or their numbers would cross. Rings are lines: only where the
    true ones are smaller than any is drawn do they pass for one another."""
    if one.metres is not None:
        smallest = max(one.ring_pixels(zoom), other.ring_pixels(zoom)) <= SMALLEST_RING
        return smallest and _pixels_between(one, other, zoom) <= SMALLEST_RING
    if one.around or other.around:
        return False
    between = _pixels_between(one, other, zoom)
    return between + other.pixels <= one.pixels + SEEN or bool(one.text and other.text and between < TEXT_SIZE)


def _pixels_between(one: MapMark, other: MapMark, zoom: float) -> float:
    """How far apart two marks are drawn, by Mercator's projection."""
    world = TILE * 2**zoom
    north = (northing(one.lat) - northing(other.lat)) / math.tau * world
    return math.hypot((one.lon - other.lon) / 360 * world, north)
