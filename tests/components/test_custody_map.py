"""The map of custody draws one mark a place, with its people, and no state as a point."""

import json

from components.custody_map import custody_deck
from components.theme import INKS, Theme
from data.custody_places import custody_places
from tests.factory import make_rows, shipped

THEME = Theme("light", INKS["light"], {}, {}, {})
TOWN = {"detained_place": "A <b> town", "lat": 10.0, "lon": -66.0, "geo_precision": "locality"}
STATE = {"detained_place": "A state", "lat": 6.0, "lon": -63.0, "geo_precision": "admin1"}
JAIL = {"held_at": "A prison", "held_lat": 10.5, "held_lon": -66.5, "geo_precision": "none"}


def marks(*rows):
    """The marks of the map by layer, for people with these rows."""
    people = make_rows("detainees", [{"person_id": f"p{place}", **row} for place, row in enumerate(rows)])
    deck = custody_deck(shipped(), custody_places(people), "#5F9988", THEME)
    layers = [
        layer for each in json.loads(deck.to_json())["layers"] for layer in (each if type(each) is list else [each])
    ]
    return {layer["id"]: layer["data"] for layer in layers if type(layer["data"]) is list}


def test_each_place_has_one_mark_of_its_kind_with_its_people():
    drawn = marks({**TOWN, "held_at": "A prison", "held_lat": 10.5, "held_lon": -66.5}, JAIL)
    assert [mark["said"] for mark in drawn["prisons"]] == ["2 people held here (town or district)"]
    assert [mark["said"] for mark in drawn["arrests"]] == ["1 person detained here (town or district)"]


def test_a_number_stands_beside_places_with_more_than_one_person():
    assert [mark["number"] for mark in marks(JAIL, JAIL, TOWN)["people"]] == ["2"]


def test_a_state_is_drawn_wider_than_any_town():
    state, *towns = sorted(marks(STATE, *[TOWN] * 20)["arrests"], key=lambda mark: -mark["pixels"])
    assert state["name"] == "A state"
    assert state["pixels"] > towns[0]["pixels"]


def test_a_name_is_read_as_text_by_the_tooltip():
    assert marks(TOWN)["arrests"][0]["name"] == "A &lt;b&gt; town"
