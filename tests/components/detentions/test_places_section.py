"""The map of custody draws one mark a place, with its people, and no state as a point."""

import json

import pandas as pd
import pytest

from components.detentions.places_section import SYMBOLS, labelled_places
from components.look.symbols import FILLED, PATHS, icon
from components.look.theme import theme_for
from components.map.mark_layers import AREAS_ON_LAND, PLACES
from components.map.small_map import small_map
from data.detentions.places import ARREST, PRISON
from tests.factory import make_rows, shipped

TOWN = {"detained_place": "A town", "lat": 10.0, "lon": -66.0, "geo_precision": "locality"}
STATE = {"detained_place": "A state", "lat": 6.0, "lon": -63.0, "geo_precision": "admin1"}
JAIL = {"held_at": "A prison", "held_lat": 10.5, "held_lon": -66.5, "geo_precision": "none"}


def drawn(*rows):
    """The layers of the map by name, for people with these rows."""
    people = make_rows("detainees", [{"person_id": f"p{place}", **row} for place, row in enumerate(rows)])
    deck = small_map(
        labelled_places(shipped(), people), theme_for(shipped(), "light"), colour="#589786", symbols=SYMBOLS
    )
    (layers,) = json.loads(deck.to_json())["layers"]
    return {layer["id"]: layer["data"] for layer in layers}


def icons(layers):
    return {row["icon"] for name, data in layers.items() if name.startswith("symbols_") for row in data}


def test_each_place_has_one_mark_of_its_kind_with_its_people():
    marks = drawn({**JAIL, **TOWN}, JAIL)[PLACES]
    assert {mark["name"]: mark["told"] for mark in marks} == {
        "A prison": "Town or district. 2 people held here",
        "A town": "Town or district. 1 person detained here",
    }


@pytest.mark.parametrize(("row", "kind"), [(JAIL, PRISON), (TOWN, ARREST)])
def test_a_prison_and_a_place_of_arrest_differ_by_symbol(row, kind):
    assert icon(SYMBOLS[kind], FILLED) in icons(drawn(row))
    assert len({PATHS[symbol] for symbol in SYMBOLS.values()}) == len(SYMBOLS)


def test_a_number_stands_in_places_with_more_than_one_person():
    numbers = pd.Series(drawn(JAIL, JAIL, TOWN)).filter(like="numbers_")
    assert [row["text"] for data in numbers for row in data] == ["2"]


def test_a_state_is_a_ring_and_a_town_is_not():
    assert [ring["name"] for ring in drawn(STATE, TOWN)[AREAS_ON_LAND]] == ["A state"]


def test_nobody_has_no_place():
    assert labelled_places(shipped(), make_rows("detainees", [])).empty
