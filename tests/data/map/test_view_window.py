"""A view of the map counts the events that are called by its name and that it does not show."""

import pytest

from data.map.scene import map_scene
from data.map.view_window import left_out_of_view
from tests.factory import make_events, shipped

IN_TOWN = {"lat": 10.5, "lon": -66.9, "geo_precision": "locality", "place": "Caracas", "country": "VE"}
IN_COUNTRY = {"geo_precision": "country", "country": "VE", "place": "Venezuela"}
FAR_SOUTH = {"lat": -40.0, "lon": -87.0, "geo_precision": "sea_area", "place": "Eastern Pacific off Chile"}


def left_out(view, *rows, off=frozenset()):
    scene = map_scene(shipped(), make_events(*rows), shipped()["detainees"].iloc[:0], off)
    return list(left_out_of_view(shipped(), scene, view).place)


@pytest.mark.parametrize(
    ("view", "places"),
    [
        ("venezuela", ["Venezuela"]),
        ("pacific", ["Eastern Pacific off Chile"]),
        ("caracas", []),
        ("region", []),
        ("world", []),
    ],
)
def test_what_lies_outside_or_has_no_place_is_counted_where_the_view_is_called_like_it(view, places):
    assert left_out(view, IN_TOWN, IN_COUNTRY, FAR_SOUTH) == places


def test_what_a_layer_hides_is_not_counted_once_more():
    assert left_out("pacific", FAR_SOUTH | {"event_type": "deployment"}, off=frozenset({"deployments"})) == []


def test_the_shipped_events_of_venezuela_that_no_map_shows_are_counted_there():
    events = shipped()["events"]
    scene = map_scene(shipped(), events, shipped()["detainees"])
    unplaced = scene.unplaced[scene.unplaced.country == "VE"]
    assert set(unplaced.event_id) <= set(left_out_of_view(shipped(), scene, "venezuela").event_id)
