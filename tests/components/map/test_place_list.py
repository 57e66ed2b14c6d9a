"""The list beside the map names each place so that no two are alike."""

from components.map.place_list import place_labels
from data.map.scene import map_scene
from data.package.rows import iterate_rows
from tests.factory import shipped


def test_no_two_places_have_the_same_label():
    scene = map_scene(shipped(), shipped()["events"], shipped()["detainees"])
    places = [place for rows in (scene.places, scene.sites) for place in iterate_rows(rows)]
    labels = place_labels(places)
    assert len(labels) == len(places)
    assert len(set(labels.values())) == len(places)
