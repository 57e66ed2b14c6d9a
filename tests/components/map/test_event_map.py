"""The map draws one mark a place on a base map of our own, honest about areas and doubt."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from components.look.symbols import ATLAS, ATLAS_INDEX, FILLED, HOLLOW, MIXED, PATHS, SIGNS, icon
from components.look.theme import theme_for
from components.map.event_map import chosen_view, event_map, view_of
from components.map.mark_layers import AREAS, AREAS_ON_LAND, PLACES
from components.map.marks import LARGEST_BUBBLE, event_marks, people_marks
from components.map.names import with_sites
from components.map.place_texts import events_at_place, known, map_alt, map_title, mark_text
from data.detentions.places import held_places
from data.geo.labels import map_labels
from data.map.places import places_of
from data.map.scene import map_scene
from data.package.rows import iterate_rows
from tests.factory import make_events, make_rows, shipped
from tools.symbols import ATLAS_INDEX_FILE, PICTURE_FILE, atlas_boxes, atlas_picture

ROOT = Path(__file__).parents[3]
AT_SEA = {"lat": 6.0, "lon": -86.0, "geo_precision": "sea_area", "place": "Open sea"}
STRIKE = {**AT_SEA, "event_type": "vessel_strike", "strikes": 1, "killed_low": 3, "killed_high": 4}
IN_TOWN = {"lat": 10.5, "lon": -66.9, "geo_precision": "locality", "place": "Town"}
FAR_AWAY = {"lat": 55.0, "lon": 37.0, "geo_precision": "locality", "place": "Far away"}
IN_STATE = {"geo_precision": "admin1", "place": "Aragua state", "country": "VE"}
IN_COUNTRY = {"geo_precision": "country", "country": "VE"}
REGION = {"latitude": 11.5, "longitude": -77.0, "zoom": 3.2}


def marks(*rows, scheme="light"):
    package = shipped()
    return event_marks(package, places_of(package, make_events(*rows)), theme_for(package, scheme))


def drawn(*rows, scheme="light", **options):
    theme = theme_for(shipped(), scheme)
    deck = event_map(marks(*rows, scheme=scheme), theme, labels=map_labels(), view=REGION, **options)
    return json.loads(deck.to_json())


def layers(deck):
    (nested,) = deck["layers"]
    return {layer["id"]: layer for layer in nested}


def symbols(found):
    return [row for name, layer in found.items() if name.startswith("symbols_") for row in layer["data"]]


def place(*rows):
    return next(iterate_rows(places_of(shipped(), make_events(*rows))))


def test_no_map_provider_is_asked():
    deck = drawn(STRIKE, IN_TOWN)
    assert "mapProvider" not in deck
    assert deck["mapStyle"] == "__MAP_STYLE__"


def test_all_that_is_fetched_comes_by_relative_address_from_files_that_exist():
    found = layers(drawn(STRIKE, IN_TOWN, IN_STATE)).values()
    addresses = [layer["data"] for layer in found if isinstance(layer["data"], str)]
    addresses += [layer[name] for layer in found for name in ("iconAtlas", "iconMapping") if name in layer]
    assert {ATLAS, ATLAS_INDEX} < set(addresses)
    for address in addresses:
        assert not urlsplit(address).netloc
        assert (ROOT / address.removeprefix("app/")).is_file()


def test_every_symbol_of_the_vocabulary_is_in_the_atlas_and_the_files_are_up_to_date():
    assert set(shipped()["event_types"].symbol) <= set(PATHS) == set(SIGNS)
    assert MIXED in PATHS
    assert PICTURE_FILE.read_text(encoding="utf-8") == atlas_picture(), "run `make symbols`"
    assert ATLAS_INDEX_FILE.read_text(encoding="utf-8") == atlas_boxes(), "run `make symbols`"


def test_an_area_at_sea_is_a_ring_in_metres_and_a_town_a_symbol_in_pixels():
    found = layers(drawn(STRIKE, IN_TOWN))
    (ring,) = found[AREAS]["data"]
    assert ring["radius"] == place(STRIKE).radius_km * 1000
    assert "radiusUnits" not in found[AREAS]
    assert {tuple(row["at"]) for row in symbols(found)} == {(-66.9, 10.5)}


def test_a_country_or_state_is_tinted_in_the_base_map_and_is_no_point():
    found = layers(drawn(IN_COUNTRY, IN_STATE))
    assert "'VE'" in found["countries"]["getFillColor"]
    assert "'Aragua'" in found["states"]["getFillColor"]
    assert AREAS not in found
    assert symbols(found) == []
    assert "states" not in layers(drawn(IN_COUNTRY))


def test_the_tint_is_drawn_anew_when_the_shapes_change():
    one, other, none = (layers(drawn(*rows))["countries"] for rows in ([IN_COUNTRY], [IN_COUNTRY] * 2, [IN_TOWN]))
    assert one["updateTriggers"] == other["updateTriggers"] != none["updateTriggers"]


def test_a_hollow_shape_is_outlined_and_not_filled():
    sure, doubtful = (
        layers(drawn({**IN_COUNTRY, "verification": verification}))["countries"]["getFillColor"]
        for verification in ("official", "claimed")
    )
    assert sure != doubtful
    page = str([*bytes.fromhex(theme_for(shipped(), "light").ink.page[1:]), 255])
    assert doubtful.count(page) == 2


def test_events_that_share_a_point_are_one_mark_that_is_never_scattered():
    found = layers(drawn(*[STRIKE] * 5, *[IN_TOWN] * 3))
    assert [ring["at"] for ring in found[AREAS]["data"]] == [[-86.0, 6.0]]
    assert [target["at"] for target in found[PLACES]["data"]] == [[-66.9, 10.5]]
    assert len(found[AREAS]["data"]) == 1


def test_only_the_layers_with_place_ids_answer_the_pointer_and_streamlit_keeps_no_selection_of_them():
    deck = drawn(STRIKE, IN_TOWN)
    assert all(isinstance(part, list) for part in deck["layers"])
    assert {name for name, layer in layers(deck).items() if layer.get("pickable")} == {AREAS, PLACES}
    assert all(target["id"] for name in (AREAS, PLACES) for target in layers(deck)[name]["data"])


def test_a_ring_under_another_one_is_met_at_its_number():
    found = layers(drawn(STRIKE, *[{**STRIKE, "lat": 7.0}] * 2, {**STRIKE, "lat": 30.0}))
    assert [row["at"] for row in found[PLACES]["data"]] == [[-86.0, 6.0]]
    assert len(found[AREAS]["data"]) == 3


def test_layer_ids_are_unique():
    (nested,) = drawn(*[IN_TOWN] * 40, *[FAR_AWAY] * 3, STRIKE, IN_STATE)["layers"]
    names = [layer["id"] for layer in nested]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colour_and_symbol_are_those_of_the_type_and_doubt_is_hollow(scheme):
    theme = theme_for(shipped(), scheme)
    colour = [*bytes.fromhex(theme.colour("land_strike")[1:])]
    row = {**IN_TOWN, "event_type": "land_strike"}
    _, sure = symbols(layers(drawn(row, scheme=scheme)))
    _, doubtful = symbols(layers(drawn({**row, "verification": "claimed"}, scheme=scheme)))
    assert sure["ink"] == doubtful["ink"] == colour
    assert (sure["icon"], doubtful["icon"]) == (icon("diamond", FILLED), icon("diamond", HOLLOW))


def test_several_types_at_one_place_share_a_circle():
    same = marks(*[{**IN_TOWN, "event_type": "land_strike"}] * 2)
    mixed = marks({**IN_TOWN, "event_type": "land_strike"}, {**IN_TOWN, "event_type": "deployment"})
    assert (same[0].symbol, mixed[0].symbol) == ("diamond", MIXED)


def test_an_area_at_sea_lies_below_the_land_and_any_other_ring_above_it():
    on_land = {"geo_precision": "admin1", "country": "XZ", "place": "Far", "lat": 1.0, "lon": 2.0}
    names = list(layers(drawn(STRIKE, on_land)))
    assert names.index(AREAS) < names.index("countries") < names.index(AREAS_ON_LAND)


def test_a_doubtful_area_has_no_fill():
    row = {**STRIKE, "verification": "disputed"}
    assert layers(drawn(row))[AREAS]["data"][0]["hollow"] == 1
    assert "hollow" not in layers(drawn(STRIKE))[AREAS]["data"][0]


def test_a_claim_at_the_point_of_other_events_reaches_out_from_under_their_mark():
    strike = {**IN_TOWN, "event_type": "land_strike"}
    others, claim = marks(*[strike] * 20, {**strike, "verification": "claimed"})
    assert claim.hollow
    assert not others.hollow
    assert claim.pixels > others.pixels
    assert claim.rank < others.rank
    alone = marks({**strike, "verification": "claimed"})[0]
    assert alone.pixels < claim.pixels


def test_texts_of_areas_keep_off_the_symbols_and_the_names_off_both():
    found = layers(drawn(*[STRIKE] * 2, *[IN_TOWN] * 2, IN_STATE))
    groups = {name for name, layer in found.items() if layer.get("collisionGroup")}
    assert {"blocks", "area_texts_single", "area_texts_several", "names_areas"} <= groups
    assert [row["at"] for row in found["blocks"]["data"]] == [[-66.9, 10.5]]
    assert found["area_texts_several"]["data"][0]["first"] == 2


def test_the_larger_symbol_and_its_number_lie_on_top_and_no_symbol_covers_the_map():
    names = [
        name
        for name in layers(drawn(IN_TOWN, *[{**IN_TOWN, "lat": 10.51}] * 20))
        if name.startswith(("symbols", "numbers"))
    ]
    assert names == ["symbols_0", "symbols_2", "numbers_2_0"]
    small, large, huge = (marks(*[IN_TOWN] * count)[0].pixels for count in (1, 20, 10_000))
    assert small < large < huge == LARGEST_BUBBLE


def test_the_chosen_place_is_circled():
    chosen = place(IN_TOWN).place_id
    assert not [name for name in layers(drawn(IN_TOWN, STRIKE)) if name.startswith("chosen")]
    assert len(layers(drawn(IN_TOWN, STRIKE, chosen=chosen))["chosen_marks"]["data"]) == 1
    unlike = layers(drawn(IN_TOWN, chosen=chosen))[PLACES]["data"] != layers(drawn(IN_TOWN))[PLACES]["data"]
    assert unlike, "a second click on it would pass for no change"
    ring = layers(drawn(IN_TOWN, STRIKE, chosen=place(STRIKE).place_id))["chosen_rings"]["data"]
    assert [row["radius"] for row in ring] == [250_000]


def test_a_mark_tells_many_strikes_in_words_a_shape_its_name_and_else_the_number():
    assert mark_text(place(STRIKE)) == "1"
    assert mark_text(place(IN_TOWN)) == ""
    assert mark_text(place(IN_TOWN, IN_TOWN)) == "2"
    assert mark_text(place(*[STRIKE] * 12)) == "12 strikes\nin 12 events"
    assert mark_text(place({**STRIKE, "strikes": 2}, *[STRIKE] * 12)) == "14 strikes\nin 13 events"
    assert mark_text(place(IN_COUNTRY, IN_COUNTRY)) == "Venezuela\n2"
    assert mark_text(place(IN_STATE)) == "1"


def test_the_words_of_a_place_say_number_days_and_toll():
    assert events_at_place(place(IN_TOWN)) == "2 September 2025: 1 event"
    two = place(STRIKE, {**STRIKE, "date": "2025-09-03"})
    assert events_at_place(two) == ("2 to 3 September 2025: 2 events; 2 strikes at sea; 6 to 8 killed")
    assert "the ring of 250 km stands for it" in known(shipped(), two)
    assert known(shipped(), place(IN_TOWN)) == shipped().choices("events", "geo_precision")["locality"]
    assert "not known" in known(shipped(), place(IN_STATE))


def test_the_alt_text_says_how_many_events_and_where_most_were():
    places = places_of(shipped(), make_events(STRIKE, STRIKE, IN_TOWN))
    assert map_alt(places) == (
        "Map of 3 events at 2 places, 1 of them drawn as rings or shapes. Most events: Open sea 2; Town 1."
    )
    assert map_title(places) == "3 events at 2 places"
    assert map_title(places, "2025-09").startswith("September 2025: 3 events")
    assert map_title(places.iloc[:0]) == "no event on the map"


def test_the_first_view_is_shown_unless_every_place_lies_outside_it():
    first = shipped()["map_views"].view.iloc[0]
    near, far = (places_of(shipped(), make_events(row)) for row in (STRIKE, FAR_AWAY))
    nothing = places_of(shipped(), make_events({}))
    both = places_of(shipped(), make_events(STRIKE, FAR_AWAY))
    assert chosen_view(shipped(), first, near) == chosen_view(shipped(), first, nothing) == REGION
    assert chosen_view(shipped(), first, both) == REGION
    assert chosen_view(shipped(), first, far) == {"latitude": 55.0, "longitude": 37.0, "zoom": 6.0}
    other = shipped()["map_views"].view.iloc[1]
    assert chosen_view(shipped(), other, far) == chosen_view(shipped(), other, near)


def test_places_around_the_world_and_on_the_antimeridian_fit_into_one_view():
    world = places_of(shipped(), make_events(FAR_AWAY, {**FAR_AWAY, "lon": -180.0}, {**FAR_AWAY, "lon": 180.0}))
    assert view_of(world)["zoom"] == 1
    assert view_of(world.iloc[:0])["zoom"] == 1


def test_a_point_at_a_pole_is_drawn_at_the_edge_of_the_map():
    assert symbols(layers(drawn({**IN_TOWN, "lat": 90.0})))[0]["at"] == [-66.9, 85.0]


def test_a_view_without_places_still_gives_a_map():
    assert "rings" not in layers(drawn({}))


def test_a_name_is_never_read_as_an_expression():
    name = "@@=1+1"
    assert layers(drawn({**IN_TOWN, "place": name}))[PLACES]["data"][0]["name"] == f" {name}"


@pytest.mark.parametrize("view", shipped()["map_views"].view)
def test_the_message_of_all_events_holds_no_shapes_and_no_indentation(view):
    package, theme = shipped(), theme_for(shipped(), "light")
    scene = map_scene(package, package["events"], package["detainees"])
    shown = chosen_view(package, view, scene.places)
    labels = with_sites(map_labels(), scene.places, shown)
    marks = event_marks(package, scene.places, theme) + people_marks(scene.sites, "detention", theme)
    message = event_map(marks, theme, labels=labels, view=shown, chases=scene.chases).to_json()
    assert "\n " not in message
    # With the list, the tables closed and the frame, what a change of filter sends stays below 60 KB.
    assert len(message) < 36_000


def test_names_of_sites_are_written_close_up_only_and_never_over_one_another():
    places = places_of(shipped(), make_events(IN_TOWN, {**IN_TOWN, "lat": 10.5001, "place": "Neighbour"}))
    labels = map_labels().iloc[:0]
    assert with_sites(labels, places, REGION).empty
    close = with_sites(labels, places, {"latitude": 10.5, "longitude": -66.9, "zoom": 10.0})
    assert close.empty
    alone = with_sites(labels, places.iloc[:1], {"latitude": 10.5, "longitude": -66.9, "zoom": 10.0})
    assert list(alone["name"]) == ["Town"]


@pytest.mark.parametrize("row", [FAR_AWAY, {**IN_TOWN, "geo_precision": "sea_area"}, {}])
def test_a_close_view_without_a_site_has_the_names_of_the_base_map_alone(row):
    close = {"latitude": 10.5, "longitude": -66.9, "zoom": 10.0}
    labels = with_sites(map_labels(), places_of(shipped(), make_events(row)), close)
    assert len(labels)
    assert set(labels.label_id) <= set(map_labels().label_id)


def test_people_are_marked_where_they_were_held():
    held = {"held_at": "Prison", "held_lat": 10.47, "held_lon": -66.54}
    people = make_rows("detainees", [{"person_id": "a", **held}, {"person_id": "b", **held}])
    (mark,) = people_marks(held_places(people), "detention", theme_for(shipped(), "light"))
    assert (mark.count, mark.text, mark.symbol) == (2, "2", "square")
    assert "2 people" in mark.hover_text
