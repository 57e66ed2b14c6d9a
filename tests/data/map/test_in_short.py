"""The map in short: the place with most events, the strikes by sea and what no map shows, each with its address."""

from data.map.in_short import map_facts
from data.map.scene import known_places, map_scene
from tests.factory import shipped


def test_the_facts_open_places_that_a_link_may_ask_for():
    scene = map_scene(shipped(), shipped()["events"], shipped()["detainees"])
    facts = map_facts(shipped(), scene)
    most = scene.places.iloc[0]
    assert facts[0].text == f"Most events: {most['name']}, {most.events}"
    places = {fact.parameters["place"] for fact in facts if "place" in fact.parameters}
    assert places <= known_places(shipped())
    assert any("only the country is known" in fact.text for fact in facts)


def test_a_map_without_events_says_nothing():
    assert map_facts(shipped(), map_scene(shipped(), shipped()["events"].iloc[:0], shipped()["detainees"])) == []


def test_no_place_has_most_events_where_several_have_as_many():
    events = shipped()["events"]
    alone = events[events.geo_precision == "exact"].drop_duplicates(["lat", "lon"])
    facts = map_facts(shipped(), map_scene(shipped(), alone, shipped()["detainees"].iloc[:0]))
    assert not any(fact.text.startswith("Most events") for fact in facts)
