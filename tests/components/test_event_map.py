"""The map draws one mark a place on a base map of our own, honest about areas and doubt."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd
import pytest

from components.event_map import AREAS, HEIGHT, PLACES, bubble_radius, event_map, first_view
from components.map_figure import picked_place
from components.place_words import counted, known, map_alt, map_title, ring_text
from components.theme import theme_for
from data.places import each, map_labels, places_of
from tests.factory import make_events, shipped

ROOT = Path(__file__).parents[2]
AT_SEA = {"lat": 6.0, "lon": -86.0, "geo_precision": "sea_area", "place": "Open sea"}
STRIKE = {**AT_SEA, "event_type": "vessel_strike", "strikes": 1, "killed_low": 3, "killed_high": 4}
IN_TOWN = {"lat": 10.5, "lon": -66.9, "geo_precision": "locality", "place": "Town"}
FAR_AWAY = {"lat": 55.0, "lon": 37.0, "geo_precision": "locality", "place": "Far away"}


def drawn(*rows, scheme="light"):
    package = shipped()
    places = places_of(package, make_events(*rows))
    return json.loads(event_map(package, places, map_labels(), theme_for(package, scheme)).to_json())


def layers(deck):
    flat = [each for part in deck["layers"] for each in (part if isinstance(part, list) else [part])]
    return {layer["id"]: layer for layer in flat}


def place(*rows):
    return next(each(places_of(shipped(), make_events(*rows))))


def test_no_map_provider_is_asked():
    deck = drawn(STRIKE, IN_TOWN)
    assert "mapProvider" not in deck
    assert deck["mapStyle"] == "__MAP_STYLE__"


def test_the_base_map_comes_by_relative_address_from_files_that_exist():
    addresses = [layer["data"] for layer in layers(drawn(STRIKE)).values() if isinstance(layer["data"], str)]
    assert addresses
    for address in addresses:
        assert not urlsplit(address).netloc
        assert (ROOT / address.removeprefix("app/")).is_file()


def test_an_area_is_a_ring_in_metres_and_a_town_a_bubble_in_pixels():
    found = layers(drawn(STRIKE, IN_TOWN))
    (ring,) = found["rings"]["data"]
    assert ring["metres"] == place(STRIKE).radius_km * 1000
    assert found["rings"]["filled"] is False
    assert "radiusUnits" not in found["rings"]
    bubbles = {name: layer for name, layer in found.items() if name.startswith("bubbles")}
    assert [len(layer["data"]) for layer in bubbles.values()] == [1]
    assert all(layer["radiusUnits"] == "pixels" for layer in bubbles.values())


def test_events_that_share_a_point_are_one_mark_that_is_never_scattered():
    found = layers(drawn(*[STRIKE] * 5, *[IN_TOWN] * 3))
    assert [ring["at"] for ring in found["rings"]["data"]] == [[-86.0, 6.0]]
    assert sorted(target["at"] for target in found[PLACES]["data"]) == [[-86.0, 6.0], [-66.9, 10.5]]
    assert len(found[AREAS]["data"]) == 1


def test_only_the_two_layers_with_place_ids_answer_the_pointer_and_can_fade():
    deck = drawn(STRIKE, IN_TOWN)
    free = [part for part in deck["layers"] if not isinstance(part, list)]
    assert [layer["id"] for layer in free] == [AREAS, PLACES]
    assert {name for name, layer in layers(deck).items() if layer["pickable"]} == {AREAS, PLACES}
    assert all(target["id"] for layer in free for target in layer["data"])


def test_layer_ids_are_unique():
    deck = drawn(*[IN_TOWN] * 40, *[FAR_AWAY] * 3, STRIKE)
    names = [layer["id"] for part in deck["layers"] for layer in (part if isinstance(part, list) else [part])]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colour_is_that_of_the_main_types_family_and_doubt_is_hollow(scheme):
    theme = theme_for(shipped(), scheme)
    colour = [*bytes.fromhex(theme.colour("land_strike")[1:]), 255]
    page = [*bytes.fromhex(theme.ink.page[1:]), 255]
    row = {**IN_TOWN, "event_type": "land_strike"}
    (sure,) = layers(drawn(row, scheme=scheme))["bubbles_1"]["data"]
    (doubtful,) = layers(drawn({**row, "verification": "claimed"}, scheme=scheme))["bubbles_1"]["data"]
    assert (sure["fill"], sure["line"]) == (colour, page)
    assert (doubtful["fill"], doubtful["line"]) == (page, colour)


def test_a_doubtful_area_has_no_fill():
    row = {**STRIKE, "verification": "disputed"}
    assert layers(drawn(row))[AREAS]["data"][0]["fill"][3] == 0
    assert 0 < layers(drawn(STRIKE))[AREAS]["data"][0]["fill"][3] < 60


def test_the_larger_bubble_and_its_number_lie_on_top():
    names = list(layers(drawn(IN_TOWN, *[{**IN_TOWN, "lat": 10.51}] * 20)))
    assert names[-4:] == ["bubbles_1", "bubble_counts_1", "bubbles_5", "bubble_counts_5"]
    assert bubble_radius(1) < bubble_radius(20) < bubble_radius(60) < HEIGHT / 10


def test_a_ring_tells_many_strikes_in_words_and_else_its_number_of_events():
    assert ring_text(place(STRIKE)) == "1"
    assert ring_text(place(*[STRIKE] * 12)) == "12 strikes"
    assert ring_text(place({**STRIKE, "strikes": 2}, *[STRIKE] * 12)) == "14 strikes\nin 13 events"


def test_the_words_of_a_place_say_number_days_and_toll():
    assert counted(place(IN_TOWN)) == "1 event, 2 September 2025"
    two = place(STRIKE, {**STRIKE, "date": "2025-09-03"})
    assert counted(two) == "2 events, 2 September 2025 to 3 September 2025; 2 strikes at sea, 6 to 8 killed"
    assert known(shipped(), two).endswith(f"somewhere within about {two.radius_km:.0f} km")
    assert known(shipped(), place(IN_TOWN)) == shipped().choices("events", "geo_precision")["locality"]


def test_the_alt_text_says_how_many_events_and_where_most_were():
    places = places_of(shipped(), make_events(STRIKE, STRIKE, IN_TOWN))
    assert map_alt(places) == (
        "Map of 3 events at 2 places, 1 of them areas drawn as rings. Most events: Open sea 2; Town 1."
    )
    assert map_title(places) == "3 events at 2 places, 2 of them at one: Open sea"


def test_the_region_is_shown_first_unless_every_place_lies_outside_it():
    near, far = (places_of(shipped(), make_events(row)) for row in (STRIKE, FAR_AWAY))
    nothing = places_of(shipped(), make_events({}))
    assert first_view(near) == first_view(nothing) == first_view(places_of(shipped(), make_events(STRIKE, FAR_AWAY)))
    assert (first_view(far)["latitude"], first_view(far)["longitude"]) == (55.0, 37.0)


def test_places_around_the_world_fit_into_the_first_view():
    world = places_of(shipped(), make_events(FAR_AWAY, {**FAR_AWAY, "lon": -179.9}, {**FAR_AWAY, "lon": 179.9}))
    assert first_view(world)["zoom"] == 1


def test_a_view_without_places_still_gives_a_map():
    assert layers(drawn({}))["rings"]["data"] == []


def test_a_name_is_never_read_as_an_expression():
    name = "@@=1+1"
    assert layers(drawn({**IN_TOWN, "place": name}))[PLACES]["data"][0]["name"] == f" {name}"


def test_the_message_holds_no_shapes_and_no_indentation():
    package = shipped()
    places = places_of(package, package["events"])
    message = event_map(package, places, map_labels(), theme_for(package, "light")).to_json()
    assert "\n " not in message
    assert len(message) < 60_000


@pytest.mark.parametrize("layer", [AREAS, PLACES])
def test_a_click_names_its_place_and_a_place_that_left_the_view_names_none(layer):
    places = places_of(shipped(), make_events(STRIKE))
    (place_id,) = places.place_id
    assert picked_place({layer: [{"id": place_id}]}, places) == place_id
    assert picked_place({layer: [{"id": "gone"}]}, places) is None
    assert picked_place({}, places) is None


def test_each_gives_rows_with_attributes():
    assert [row.a for row in each(pd.DataFrame({"a": [1, 2]}))] == [1, 2]
