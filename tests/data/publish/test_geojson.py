"""The GeoJSON of a view holds every event with all its row holds, as RFC 7946 asks, and says how to read it."""

import json

from data.map.scene import map_scene
from data.publish.geojson import geojson
from tests.factory import make_events, shipped

IN_TOWN = {"lat": 10.5, "lon": -66.9, "geo_precision": "locality"}


def written(events):
    return json.loads(geojson(shipped(), events, {"title": "Title"}))


def test_every_event_is_one_feature_with_all_columns_and_none_without_a_value():
    events = shipped()["events"]
    collection = written(events)
    assert collection["type"] == "FeatureCollection"
    assert [feature["id"] for feature in collection["features"]] == list(events.event_id)
    for feature in collection["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert set(feature["properties"]) == {*events.columns, "radius_km"} - {"lat", "lon"}


def test_positions_are_longitude_then_latitude_and_no_point_is_no_geometry():
    town, nowhere = written(make_events(IN_TOWN, {}))["features"]
    assert town["geometry"] == {"type": "Point", "coordinates": [-66.9, 10.5]}
    assert nowhere["geometry"] is None
    off_the_world = written(make_events({**IN_TOWN, "lat": 95.0}))["features"][0]
    assert off_the_world["geometry"] is None


def test_what_is_drawn_as_states_has_their_points_and_a_country_alone_none():
    states = {"geo_precision": "admin1", "country": "VE", "place": "Zulia and Táchira states"}
    country = {"geo_precision": "country", "country": "VE", "place": "Venezuela"}
    one, two, none = written(make_events({**states, "place": "Aragua"}, states, country))["features"]
    assert (one["geometry"]["type"], two["geometry"]["type"], none["geometry"]) == ("Point", "MultiPoint", None)
    assert len(two["geometry"]["coordinates"]) == 2


def test_the_events_without_a_geometry_are_those_that_the_map_has_no_place_for():
    events = shipped()["events"]
    without = [feature["id"] for feature in written(events)["features"] if feature["geometry"] is None]
    assert without == list(map_scene(shipped(), events, shipped()["detainees"]).unplaced.event_id)


def test_values_are_plain_json():
    row = {**IN_TOWN, "geo_precision": "sea_area", "killed_low": 3, "killed_high": 4, "source_ids": ("a", "b")}
    properties = written(make_events(row))["features"][0]["properties"]
    assert properties["date"] == "2025-09-02"
    assert (properties["killed_low"], properties["survivors"], properties["end_date"]) == (3, None, None)
    assert properties["source_ids"] == ["a", "b"]
    assert properties["radius_km"] == 250


def test_the_collection_names_its_licence_release_and_how_to_read_points():
    collection = written(make_events())
    assert collection["features"] == []
    assert "CC-BY-4.0" in collection["licence"]
    assert collection["release"] == shipped().release
    assert "never as a position" in collection["note"]
    assert "crs" not in collection
