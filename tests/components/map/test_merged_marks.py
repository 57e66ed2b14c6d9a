"""No mark of the map wholly covers another: places too close to be told apart are one mark, which loses nothing."""

import math
from itertools import permutations

import pytest

from components.look.theme import theme_for
from components.map.event_map import chosen_view
from components.map.marks import event_marks, people_marks
from components.map.merged_marks import merged_marks
from data.detentions.places import held_places
from data.map.places import places_of
from data.map.scene import map_scene
from data.map.view_window import TILE, northing
from tests.factory import make_events, make_rows, shipped

IN_TOWN = {"lat": 10.5, "lon": -66.9, "geo_precision": "locality", "place": "Town"}
NEAR = {**IN_TOWN, "lat": 10.51, "place": "Suburb"}
FAR = {**IN_TOWN, "lat": 55.0, "lon": 37.0, "place": "Far away"}
FAR_OUT, CLOSE = 3.0, 11.0


def marks(*rows):
    return event_marks(shipped(), places_of(shipped(), make_events(*rows)), theme_for(shipped(), "light"))


def prison(people):
    held = {"held_at": "Prison", "held_lat": 10.5, "held_lon": -66.9}
    rows = make_rows("detainees", [{"person_id": str(place), **held} for place in range(people)])
    return people_marks(held_places(rows), "detention", theme_for(shipped(), "light"))


def test_from_afar_two_places_are_one_mark_with_both_counts_and_close_up_two():
    town, far = merged_marks(marks(IN_TOWN, IN_TOWN, NEAR, FAR), FAR_OUT)
    assert (town.count, town.text, far.count) == (3, "3", 1)
    assert town.name == "Town and places near it"
    assert "3 events at 2 places" in town.hover_text
    assert all(town.stands_for(mark.place_id) for mark in marks(IN_TOWN, NEAR))
    assert len(merged_marks(marks(IN_TOWN, IN_TOWN, NEAR, FAR), CLOSE)) == 3


def test_events_and_people_and_unconfirmed_claims_are_not_added_up():
    claim = {**NEAR, "event_type": "land_strike", "verification": "claimed"}
    merged = merged_marks([*marks(*[IN_TOWN] * 9, claim), *prison(2)], FAR_OUT)
    assert sorted(mark.count for mark in merged) == [1, 2, 9]


@pytest.mark.parametrize("people", [1, 400])
def test_of_two_kinds_at_one_place_the_smaller_lies_above(people):
    merged = merged_marks([*marks(*[IN_TOWN] * 30), *prison(people)], FAR_OUT)
    small, large = sorted(merged, key=lambda mark: mark.pixels)
    assert small.rank > large.rank


def test_different_types_in_one_mark_share_a_circle():
    (mark,) = merged_marks(marks({**IN_TOWN, "event_type": "land_strike"}, {**NEAR, "event_type": "release"}), FAR_OUT)
    assert mark.symbol == "circle"


def distance(one, other, zoom):
    """Pixels between two marks, by Mercator's projection."""
    world = TILE * 2**zoom
    down = (northing(one.lat) - northing(other.lat)) / math.tau * world
    return math.hypot((one.lon - other.lon) / 360 * world, down)


def all_marks(view):
    package, theme = shipped(), theme_for(shipped(), "light")
    scene = map_scene(package, package["events"], package["detainees"])
    shown = chosen_view(package, view, scene.places)
    before = [*event_marks(package, scene.places, theme), *people_marks(scene.sites, "detention", theme)]
    return before, merged_marks(before, shown["zoom"]), shown["zoom"]


@pytest.mark.parametrize("view", shipped()["map_views"].view)
def test_in_every_view_no_number_stands_on_another_or_under_a_mark(view):
    _, merged, zoom = all_marks(view)
    symbols = [mark for mark in merged if not mark.is_area]
    inside = [mark for mark in symbols if mark.text and not mark.around]
    for one, other in permutations(inside, 2):
        assert distance(one, other, zoom) >= 12, f"the numbers of {one.name} and {other.name} cross"
    for mark in inside:
        above = [one for one in symbols if one.pixels < mark.pixels and not one.text and one.rank > mark.rank]
        assert [one.name for one in above if distance(one, mark, zoom) < one.pixels] == []


@pytest.mark.parametrize("view", shipped()["map_views"].view)
def test_in_every_view_no_symbol_lies_wholly_under_another_and_no_count_is_lost(view):
    before, merged, zoom = all_marks(view)
    assert sum(mark.count for mark in merged) == sum(mark.count for mark in before)
    symbols = [mark for mark in merged if not mark.is_area]
    for one, other in permutations(symbols, 2):
        covers = distance(one, other, zoom) + other.pixels <= one.pixels
        assert not (covers and one.rank > other.rank), f"{one.name} covers {other.name}"
