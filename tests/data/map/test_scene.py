"""The map loses no event: each is on it, on a layer that is off, or listed beside it; a ship's line joins two."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.detentions.custody import people_in_view
from data.detentions.places import held_places
from data.map.layers import layer_of, layers_of_types, people_layers, read_layers, write_layers
from data.map.places import places_of
from data.map.scene import chases_of, known_places, map_scene
from data.map.summary import place_figures
from data.selection.filters import Filters
from data.selection.months import MonthSpan
from data.view.selection import Selection
from tests.factory import make_events, make_rows, shipped

LAYERS = list(shipped()["map_layers"].layer)
RAID = next(whole for whole in shipped()["map_layers"].whole if whole)
IN_TOWN = {"lat": 10.5, "lon": -66.9, "geo_precision": "locality", "place": "Town"}
IN_STATE = {"geo_precision": "admin1", "country": "VE", "place": "Aragua"}


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


@settings(max_examples=settings.default.max_examples * 6 // 10, deadline=None)
@given(filters(), st.frozensets(st.sampled_from(LAYERS)), st.sampled_from(["", "2025-12", "2026-01", "1999-01"]))
def test_for_any_filter_the_events_on_the_map_off_it_and_beside_it_are_all_events(chosen, off, month):
    package, selection = shipped(), Selection(shipped(), chosen)
    events = selection.events
    before = events.copy()
    scene = map_scene(package, events, selection.custody.people, off, month)
    in_month = events[events.date.dt.strftime("%Y-%m") == month] if month else events
    on_map = scene.places.event_ids.explode().dropna()
    assert scene.places.events.sum() + len(scene.unplaced) + len(scene.hidden) == len(in_month)
    assert sorted([*on_map, *scene.unplaced.event_id, *scene.hidden.event_id]) == sorted(in_month.event_id)
    if not off:
        assert scene.hidden.empty
    figures = place_figures(package, scene)
    assert sum(int(figure.value) for figure in figures) == len(in_month) - len(scene.hidden)
    of_events = [count for layer, count in scene.layers.items() if layer not in people_layers(package)]
    assert sum(of_events) == len(in_month) - len(scene.unplaced)
    assert len(scene.exported) == len(in_month) - len(scene.hidden)
    pd.testing.assert_frame_equal(events, before)


@pytest.mark.parametrize("month", ["2025-09", "2025-12", "2026-01"])
@pytest.mark.parametrize("words", ["", "caracas"])
def test_the_people_of_a_month_of_the_view_are_those_that_the_month_alone_leaves(month, words):
    selection = Selection(shipped(), Filters(month=MonthSpan("2025-09", "2026-01"), q=words))
    scene = map_scene(shipped(), selection.events, selection.custody.people, month=month)
    alone = people_in_view(shipped(), shipped()["detainees"], MonthSpan(month, month), words)
    assert list(scene.people.person_id) == list(alone.person_id)


@pytest.mark.parametrize(
    ("row", "layer"),
    [
        ({"event_type": "vessel_strike"}, "sea"),
        ({"event_type": "vessel_strike", "verification": "claimed"}, "claims"),
        ({"event_type": "land_strike"}, "land"),
        ({"event_type": "land_strike", "verification": "disputed", "part_of": RAID}, "claims"),
        ({"event_type": "land_strike", "part_of": RAID}, "raid"),
        ({"event_type": "military_operation", "event_id": RAID}, "raid"),
        ({"event_type": "interdiction", "verification": "claimed"}, "interdictions"),
        ({"event_type": "deployment"}, "deployments"),
        ({"event_type": "detention"}, "custody"),
        ({"event_type": "release"}, "custody"),
        ({"event_type": "statement", "part_of": RAID}, "other"),
    ],
)
def test_an_event_belongs_to_the_first_layer_whose_conditions_it_meets(row, layer):
    assert list(layer_of(shipped(), make_events(row))) == [layer]


def test_an_event_known_to_the_country_alone_is_on_no_map_and_its_country_is_in_the_list():
    events = make_events({"geo_precision": "country", "country": "VE"}, IN_STATE)
    scene = map_scene(shipped(), events, shipped()["detainees"])
    assert list(scene.unplaced.geo_precision) == ["country"]
    assert list(scene.places.geo_precision) == ["admin1"]
    assert list(scene.countries.place_id) == ["ve"]


@pytest.mark.parametrize(
    ("types", "layers"),
    [
        ((), LAYERS),
        (("vessel_strike",), ["sea", "claims"]),
        (("detention",), ["custody", "held"]),
        (("statement",), ["other"]),
        (("interdiction", "release"), ["interdictions", "custody"]),
    ],
)
def test_a_filter_by_type_offers_the_layers_of_that_type_alone(types, layers):
    assert layers_of_types(shipped(), types) == layers


def test_no_event_of_a_type_lies_on_a_layer_that_a_filter_by_that_type_does_not_offer():
    events = shipped()["events"]
    for event_type, alike in events.groupby("event_type"):
        assert set(layer_of(shipped(), alike)) <= set(layers_of_types(shipped(), (event_type,)))


def test_an_unconfirmed_claim_is_drawn_hollow():
    events = shipped()["events"]
    claims = events[layer_of(shipped(), events) == "claims"]
    assert len(claims)
    assert places_of(shipped(), claims).doubtful.all()


def test_layers_are_read_from_a_link_and_written_in_the_tables_order():
    layers = frozenset({LAYERS[0], LAYERS[2]})
    parameter = write_layers(shipped(), layers)
    assert read_layers(parameter, shipped()) == layers
    assert read_layers("", shipped()) == frozenset()
    with pytest.raises(ValueError, match="not layers"):
        read_layers("sea.bogus", shipped())


def test_a_ships_line_joins_its_pursuit_and_its_seizure_when_both_are_there():
    events = shipped()["events"]
    ships = shipped()["ships"]
    chased = ships[(ships.pursuit_event_id != "") & (ships.seizing_event_id != "")]
    lines = chases_of(shipped(), events)
    assert set(lines.ship_id) == set(chased.ship_id)
    ship = chased.iloc[0]
    assert ship.ship_id not in set(chases_of(shipped(), events[events.event_id != ship.pursuit_event_id]).ship_id)
    assert chases_of(shipped(), events.iloc[:0]).empty


def test_people_are_counted_at_the_prison_that_held_them_and_nowhere_if_it_is_not_known():
    held = {"held_at": "Prison", "held_lat": 10.47, "held_lon": -66.54}
    people = make_rows("detainees", [{"person_id": "a", **held}, {"person_id": "b", **held}, {"person_id": "c"}])
    (site,) = held_places(people).itertuples()
    assert (site.name, site.people, site.person_ids) == ("Prison", 2, ("a", "b"))
    assert held_places(people.iloc[2:]).empty


def test_a_link_may_ask_for_any_place_of_an_event_or_of_detention():
    known = known_places(shipped())
    assert set(places_of(shipped(), shipped()["events"]).place_id) < known
    assert set(held_places(shipped()["detainees"]).place_id) < known


def test_the_figures_say_in_words_how_areas_are_drawn():
    events = make_events({**IN_TOWN, "geo_precision": "sea_area"}, IN_STATE)
    assert (
        place_figures(shipped(), map_scene(shipped(), events, shipped()["detainees"]))[1].detail
        == "1 ring, 1 state or country"
    )
    town = make_events(IN_TOWN)
    assert place_figures(shipped(), map_scene(shipped(), town, shipped()["detainees"]))[1].detail == "none"
