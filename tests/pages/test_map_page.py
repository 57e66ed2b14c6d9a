"""The map's page says in a clear line what a link asks for and cannot be had, and what its layers leave out."""

from data.map.places import places_of
from tests.factory import shipped
from tests.pages.test_matrix import opened, visible_text

LAYERS = list(shipped()["map_layers"].layer)


def place_of_strikes():
    places = places_of(shipped(), shipped()["events"])
    return places.sort_values("strikes", ascending=False).place_id.iloc[0]


def test_a_chosen_place_that_the_filters_leave_empty_is_said():
    app = opened("map", {"q": ["caracas"], "place": [place_of_strikes()]})
    assert not app.exception
    assert "no event in this view" in app.info[0].value


def test_what_the_map_does_not_know_is_ignored_in_one_line():
    app = opened("map", {"place": ["nope"], "view": ["moon"], "at": ["2025-13"], "off": ["x.y"]})
    assert not app.exception
    for parameter in ("place=nope", "view=moon", "at=2025-13", "off=x.y"):
        assert parameter in visible_text(app)


def test_a_month_without_events_shows_all_months_and_says_so():
    app = opened("map", {"at": ["2019-01"]})
    assert "No event in this view is in January 2019" in visible_text(app)


def test_with_every_layer_off_the_map_says_how_many_events_are_hidden():
    app = opened("map", {"off": [".".join(LAYERS)]})
    assert not app.exception
    assert "on layers that are switched off" in visible_text(app)
    assert "no event on the map" in [heading.value for heading in app.subheader]
