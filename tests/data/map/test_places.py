"""Places group the events that share a point, a ring or a shape."""

import pandas as pd
import pytest

from data.geo.labels import map_labels
from data.geo.locations import unplaced
from data.map.places import events_at, places_of
from tests.factory import make_events, shipped

AT_SEA = {"lat": 6.0, "lon": -86.0, "geo_precision": "sea_area", "place": "Open sea"}
STRIKE = {**AT_SEA, "event_type": "vessel_strike", "strikes": 1, "killed_low": 3, "killed_high": 4}
IN_TOWN = {"lat": 10.5, "lon": -66.9, "geo_precision": "locality", "place": "Town"}
IN_STATE = {"geo_precision": "admin1", "place": "Aragua state", "country": "VE"}
IN_COUNTRY = {"geo_precision": "country", "place": "Anywhere", "country": "VE"}


def only_place(*rows):
    (place,) = places_of(shipped(), make_events(*rows)).itertuples()
    return place


def test_events_that_share_a_point_and_its_precision_are_one_place():
    places = places_of(shipped(), make_events(STRIKE, IN_TOWN, STRIKE, {**IN_TOWN, "geo_precision": "exact"}))
    assert list(places.events) == [2, 1, 1]
    assert list(places.geo_precision) == ["sea_area", "locality", "exact"]
    assert list(places.is_area) == [True, False, False]
    assert places.place_id.is_unique


def test_a_state_or_country_is_its_shape_also_where_a_point_stands_for_it():
    place = only_place(IN_STATE, {**IN_STATE, "lat": 10.2, "lon": -67.3})
    assert (place.place_id, place.name, place.events, place.is_area) == ("ve-aragua", "Aragua", 2, True)
    assert [shape.name for shape in place.shapes] == ["Aragua"]
    assert only_place(IN_COUNTRY).name == "Venezuela"


def test_a_state_that_the_base_map_lacks_is_a_ring_of_the_documented_radius():
    radii = shipped()["geo_precisions"].set_index("geo_precision").radius_km
    place = only_place({"geo_precision": "admin1", "place": "Far", "country": "XZ", "lat": 1.0, "lon": 2.0})
    assert place.is_area
    assert place.shapes == ()
    assert place.radius_km == radii["admin1"]


def test_every_radius_says_what_it_rests_on():
    precisions = shipped()["geo_precisions"]
    assert ((precisions.radius_note != "") == precisions.radius_km.notna()).all()


def test_a_place_knows_its_days_its_radius_and_its_events():
    place = only_place(
        {**STRIKE, "event_id": "b", "date": "2025-10-03"},
        {**STRIKE, "event_id": "a", "date": "2025-09-02", "end_date": "2025-11-05"},
    )
    radii = shipped()["geo_precisions"].set_index("geo_precision").radius_km
    assert (place.first, place.last) == (pd.Timestamp("2025-09-02"), pd.Timestamp("2025-11-05"))
    assert place.radius_km == radii["sea_area"]
    assert place.event_ids == ("b", "a")


def test_the_toll_of_a_place_leaves_parts_of_larger_events_out_and_strikes_are_those_at_sea():
    place = only_place(
        {**STRIKE, "strikes": 2, "killed_high": 9},
        {**STRIKE, "part_of": "2025-09-02-0"},
        {**AT_SEA, "event_type": "land_strike", "killed_low": 50, "killed_high": 60},
        {**STRIKE, "killed_low": None, "killed_high": None},
    )
    assert (place.events, place.strike_events, place.strikes) == (4, 2, 3)
    assert (place.killed_low, place.killed_high) == (53, 69)


def test_the_name_is_the_most_frequent_one_and_of_equals_the_first():
    assert only_place({**IN_TOWN, "place": "A"}, IN_TOWN, IN_TOWN).name == "Town"
    assert only_place({**IN_TOWN, "place": "A"}, {**IN_TOWN, "place": "B"}).name == "A"


def test_the_main_type_is_the_most_frequent_of_the_most_frequent_family():
    types = ("detention", "detention", "statement", "diplomacy", "legal", "legal")
    place = only_place(*({**IN_TOWN, "event_type": event_type} for event_type in types))
    assert place.event_type == "legal"
    assert place.types == (("detention", 2), ("legal", 2), ("statement", 1), ("diplomacy", 1))


@pytest.mark.parametrize(
    ("verifications", "doubtful"),
    [(("claimed", "disputed"), True), (("claimed", "reported"), False), (("official",), False)],
)
def test_a_place_is_doubtful_only_when_every_event_is_claimed_or_disputed(verifications, doubtful):
    rows = [{**IN_TOWN, "verification": verification} for verification in verifications]
    assert only_place(*rows).doubtful is doubtful


@pytest.mark.parametrize("where", [IN_TOWN, AT_SEA, IN_STATE, IN_COUNTRY])
def test_claims_that_nobody_confirmed_share_no_place_with_other_events(where):
    strike = {**where, "event_type": "land_strike"}
    events = make_events(strike, {**strike, "verification": "claimed"}, strike, {**strike, "verification": "disputed"})
    places = places_of(shipped(), events)
    assert [set(ids) for ids in places.event_ids] == [
        {"2025-09-02-0", "2025-09-02-2"},
        {"2025-09-02-1", "2025-09-02-3"},
    ]
    assert list(places.doubtful) == [False, True]
    assert places.place_id.is_unique
    assert places.name.is_unique


def test_what_has_no_point_or_is_known_to_the_country_alone_has_no_place_on_a_map():
    events = make_events({"geo_precision": "country", "country": "XZ"}, {"geo_precision": "none"}, IN_TOWN, IN_COUNTRY)
    assert list(unplaced(shipped(), events).geo_precision) == ["country", "none", "country"]
    assert places_of(shipped(), events).events.sum() == 2


@pytest.mark.parametrize(("lat", "lon"), [(91.0, 0.0), (-90.1, 0.0), (0.0, 180.1), (0.0, -999.0), (float("inf"), 0.0)])
def test_a_point_outside_the_world_is_no_place(lat, lon):
    events = make_events({**IN_TOWN, "lat": lat, "lon": lon})
    assert places_of(shipped(), events).empty
    assert len(unplaced(shipped(), events)) == 1


def test_the_two_sides_of_the_antimeridian_are_two_places():
    assert len(places_of(shipped(), make_events({**IN_TOWN, "lon": 180.0}, {**IN_TOWN, "lon": -180.0}))) == 2


def test_no_event_on_the_map_gives_no_place_with_the_same_columns_and_types():
    none, some = (places_of(shipped(), make_events(row)) for row in ({}, IN_TOWN))
    assert none.empty
    assert list(none.columns) == list(some.columns)
    assert none.events.dtype == some.events.dtype
    assert none.is_area.dtype == some.is_area.dtype


def test_ten_thousand_events_on_one_point_are_one_place():
    many = make_events(STRIKE).loc[[0] * 10_000].reset_index(drop=True)
    assert list(places_of(shipped(), many).strikes) == [10_000]


def test_the_events_of_a_place_come_newest_first():
    events = make_events({**IN_TOWN, "date": "2025-01-01"}, {**IN_TOWN, "date": "2025-03-01"}, STRIKE)
    place = places_of(shipped(), events).iloc[0]
    assert list(events_at(events, place.event_ids).index) == [1, 0]


def test_every_name_on_the_base_map_lies_on_the_globe_and_has_a_source():
    labels = map_labels()
    assert labels.lat.between(-85, 85).all()
    assert labels.lon.between(-180, 180).all()
    assert (labels.source != "").all()
