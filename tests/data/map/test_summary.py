"""The map as text has one row a place, with what its mark shows, and its columns can be summed."""

from data.map.scene import map_scene
from data.map.summary import places_table
from data.timeline.toll import without_parts
from tests.factory import shipped


def scene():
    return map_scene(shipped(), shipped()["events"], shipped()["detainees"])


def test_every_place_of_events_and_of_detention_is_a_row():
    table = places_table(shipped(), scene())
    assert len(table) == len(scene().places) + len(scene().sites)
    assert table.Events.sum() + len(scene().unplaced) == len(shipped()["events"])
    assert table["People held"].sum() == scene().sites.people.sum()


def test_the_toll_can_be_summed_over_places():
    placed = shipped()["events"].drop(scene().unplaced.index)
    table = places_table(shipped(), scene())
    assert table["Killed, low"].sum() == without_parts(placed).killed_low.sum()
    assert table["Killed, high"].sum() == without_parts(placed).killed_high.sum()


def test_types_are_told_by_label_and_number_and_add_up():
    first = places_table(shipped(), scene()).iloc[0]
    numbers = [int(part.rsplit(" ", 1)[1]) for part in first["Events by type"].split("; ")]
    assert sum(numbers) == first.Events


def test_a_scene_without_places_is_an_empty_table_with_the_same_headings():
    nothing = map_scene(shipped(), shipped()["events"].iloc[:0], shipped()["detainees"].iloc[:0])
    assert list(places_table(shipped(), nothing)) == list(places_table(shipped(), scene()))
