"""Rows of which only a state or country is known take its shape of the base map, with a point inside it."""

import orjson
import pytest

from data.basemap.check import on_shape
from data.geo.shapes import BASE, COUNTRY, COUNTRY_FILES, STATE, STATE_FILE, country_shapes, shapes_of, state_shapes
from tests.factory import shipped


def ids(level, country, place=""):
    return [shape.shape_id for shape in shapes_of(level, country, place)]


@pytest.mark.parametrize(
    ("level", "country", "place", "expected"),
    [
        (COUNTRY, "VE", "Ciudad Caribia, La Guaira / nationwide", ["ve"]),
        (COUNTRY, "TT", "Trinidad and Tobago", ["tt"]),
        (STATE, "VE", "Aragua state", ["ve-aragua"]),
        (STATE, "VE", "Zulia and TACHIRA states", ["ve-tachira", "ve-zulia"]),
        (STATE, "VE", "Somewhere", ["ve"]),
        (STATE, "VE", "Laraville", ["ve"]),
        (STATE, "PR", "Carolina, Puerto Rico", ["pr"]),
        (STATE, "CO", "Sucre", ["co"]),
        (COUNTRY, "XZ", "At sea", []),
        (COUNTRY, "", "", []),
        ("", "VE", "Caracas", []),
    ],
)
def test_a_place_takes_the_shapes_that_its_precision_and_words_name(level, country, place, expected):
    assert ids(level, country, place) == expected


def test_every_point_inside_lies_on_its_shape():
    for file in (*COUNTRY_FILES, STATE_FILE):
        features = orjson.loads((BASE / f"{file}.geojson").read_bytes())["features"]
        shapes = [shape for shape in (*country_shapes().values(), *state_shapes().values()) if shape.file == file]
        by_value = {shape.value: shape for shape in shapes}
        key = shapes[0].key
        for feature in features:
            if shape := by_value.get(feature["properties"].get(key)):
                assert on_shape(feature["geometry"], shape.lon, shape.lat), shape.name


def test_the_base_map_holds_the_25_federal_entities_under_their_names_of_today():
    names = set(state_shapes())
    assert len(names) == 25
    assert "La Guaira" in names
    assert "Vargas" not in names


def test_ids_of_shapes_are_unique():
    shapes = [*country_shapes().values(), *state_shapes().values()]
    assert len({shape.shape_id for shape in shapes}) == len(shapes)


def test_every_country_of_the_events_that_is_one_has_a_shape():
    countries = set(shipped()["events"].country) - {"", "XZ"}
    assert countries <= set(country_shapes())
