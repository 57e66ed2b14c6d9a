"""A name of the base map is written where it lies on no mark and on no name that matters more."""

import pandas as pd

from components.look.theme import theme_for
from components.map.free_names import free_names
from components.map.marks import event_marks
from data.geo.labels import map_labels
from data.map.places import places_of
from tests.factory import make_events, shipped

IN_TOWN = {"lat": 10.5, "lon": -66.9, "geo_precision": "locality", "place": "Town"}
AT_SEA = {"lat": 10.5, "lon": -66.9, "geo_precision": "sea_area", "place": "Sea"}


def marks(*rows):
    return event_marks(shipped(), places_of(shipped(), make_events(*rows)), theme_for(shipped(), "light"))


def labels(*rows):
    names = ("label_id", "name", "kind", "lat", "lon", "min_zoom")
    return pd.DataFrame([dict(zip(names, row, strict=True)) for row in rows])


def test_a_name_on_a_number_of_a_ring_or_on_a_symbol_is_left_out_and_one_beside_it_stays():
    near = ("a", "Country", "country", 10.5, -66.0, 2.0)
    far = ("b", "Elsewhere", "country", 30.0, -66.0, 2.0)
    for row in (IN_TOWN, AT_SEA):
        assert list(free_names(labels(near, far), marks(row), 4.0).label_id) == ["b"]
    assert list(free_names(labels(near, far), [], 4.0).label_id) == ["a", "b"]


def test_of_two_names_that_would_cross_the_one_that_matters_from_farther_away_stays():
    small = ("a", "Small town", "port", 10.5, -66.0, 4.0)
    large = ("b", "Large country", "country", 10.5, -66.0, 2.0)
    assert list(free_names(labels(small, large), [], 4.0).label_id) == ["b"]
    assert list(free_names(labels(small, large), [], 12.0).label_id) == ["b"]


def test_close_up_the_same_names_have_room():
    one = ("a", "One", "country", 10.5, -66.0, 4.0)
    other = ("b", "Other", "country", 10.6, -66.0, 2.0)
    assert len(free_names(labels(one, other), [], 4.0)) == 1
    assert len(free_names(labels(one, other), [], 10.0)) == 2


def test_without_marks_the_world_still_has_names():
    assert len(free_names(map_labels(), [], 0.6)) > 5
