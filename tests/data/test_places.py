"""Places group the events that share a point, and no event is lost between the map and the list beside it."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.filters import Filters
from data.places import events_at, map_labels, place_figures, places_of, unplaced
from tests.factory import make_events, shipped

AT_SEA = {"lat": 6.0, "lon": -86.0, "geo_precision": "sea_area", "place": "Open sea"}
STRIKE = {**AT_SEA, "event_type": "vessel_strike", "strikes": 1, "killed_low": 3, "killed_high": 4}
IN_TOWN = {"lat": 10.5, "lon": -66.9, "geo_precision": "locality", "place": "Town"}


def only_place(*rows):
    (place,) = places_of(shipped(), make_events(*rows)).itertuples()
    return place


def test_events_that_share_a_point_and_its_precision_are_one_place():
    places = places_of(shipped(), make_events(STRIKE, IN_TOWN, STRIKE, {**IN_TOWN, "geo_precision": "exact"}))
    assert list(places.events) == [2, 1, 1]
    assert list(places.geo_precision) == ["sea_area", "locality", "exact"]
    assert list(places.is_area) == [True, False, False]
    assert places.place_id.is_unique


def test_a_place_knows_its_days_its_radius_and_its_events():
    place = only_place(
        {**STRIKE, "event_id": "b", "date": "2025-10-03"},
        {**STRIKE, "event_id": "a", "date": "2025-09-02", "end_date": "2025-11-05"},
    )
    radii = shipped()["geo_precisions"].set_index("geo_precision").radius_km
    assert (place.first, place.last) == (pd.Timestamp("2025-09-02"), pd.Timestamp("2025-11-05"))
    assert place.radius_km == radii["sea_area"]
    assert place.event_ids == ("b", "a")


def test_the_toll_of_a_place_is_that_of_its_strikes_and_leaves_parts_of_larger_events_out():
    place = only_place(
        {**STRIKE, "strikes": 2, "killed_high": 9},
        {**STRIKE, "part_of": "2025-09-02-0"},
        {**AT_SEA, "killed_low": 50, "killed_high": 60},
        {**STRIKE, "killed_low": None, "killed_high": None},
    )
    assert (place.events, place.strike_events, place.strikes) == (4, 2, 3)
    assert (place.killed_low, place.killed_high) == (3, 9)


def test_the_name_is_the_most_frequent_one_and_of_equals_the_first():
    assert only_place({**IN_TOWN, "place": "A"}, IN_TOWN, IN_TOWN).name == "Town"
    assert only_place({**IN_TOWN, "place": "A"}, {**IN_TOWN, "place": "B"}).name == "A"


def test_the_main_type_is_the_most_frequent_of_the_most_frequent_family():
    types = ("detention", "detention", "statement", "diplomacy", "legal", "legal")
    assert only_place(*({**IN_TOWN, "event_type": event_type} for event_type in types)).event_type == "legal"


@pytest.mark.parametrize(
    ("verifications", "doubtful"),
    [(("claimed", "disputed"), True), (("claimed", "reported"), False), (("official",), False)],
)
def test_a_place_is_doubtful_only_when_every_event_is_claimed_or_disputed(verifications, doubtful):
    rows = [{**IN_TOWN, "verification": verification} for verification in verifications]
    assert only_place(*rows).doubtful is doubtful


def test_a_country_or_state_without_a_point_has_no_place():
    events = make_events({"geo_precision": "country"}, {"geo_precision": "admin1"}, {"geo_precision": "none"}, IN_TOWN)
    assert list(unplaced(events).geo_precision) == ["country", "admin1", "none"]
    assert places_of(shipped(), events).events.sum() == 1


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


def filters():
    package = shipped()
    many = {
        name: st.lists(st.sampled_from(list(package.choices("events", column))), max_size=3, unique=True)
        for name, column in (("type", "event_type"), ("side", "actor_side"), ("verification", "verification"))
    }
    months = st.sampled_from([[], ["2025-09.."], ["..2026-01"], ["2025-12"], ["2030-01"]])
    words = st.sampled_from([[], ["sea"], ["caracas"], ["zzz"]])
    queries = st.fixed_dictionaries({**many, "month": months, "q": words})
    return queries.map(lambda query: Filters.from_query(query, package)[0])


@settings(max_examples=settings.default.max_examples // 3, deadline=None)
@given(filters())
def test_for_any_filter_the_events_on_the_map_and_those_beside_it_are_all_events(chosen):
    package = shipped()
    events = chosen.keep(package["events"])
    before = events.copy()
    places = places_of(package, events)
    beside = unplaced(events)
    assert places.events.sum() + len(beside) == len(events)
    assert {*places.event_ids.explode().dropna(), *beside.event_id} == set(events.event_id)
    assert sum(int(figure.value) for figure in place_figures(package, events, places)) == len(events)
    pd.testing.assert_frame_equal(events, before)


def test_every_name_on_the_base_map_lies_on_the_globe_and_has_a_source():
    labels = map_labels()
    assert labels.lat.between(-85, 85).all()
    assert labels.lon.between(-180, 180).all()
    assert (labels.source != "").all()
