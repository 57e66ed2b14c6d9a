"""Places of custody are as exact as the sources, and no person is lost."""

from data.detentions.places import ARREST, PRISON, custody_places, locations, precision_labels, without_point
from tests.factory import make_rows, shipped

TOWN = {"detained_place": "A town", "lat": 10.0, "lon": -66.0, "geo_precision": "locality"}
JAIL = {"held_at": "A prison", "held_lat": 10.5, "held_lon": -66.5}


def people(*rows):
    usual = {"geo_precision": "none"}
    return make_rows("detainees", [{**usual, "person_id": f"p{place}", **row} for place, row in enumerate(rows)])


def places_of(*rows):
    return locations(shipped(), custody_places(people(*rows)))


def test_people_who_share_a_place_are_one_row_with_their_number():
    places = places_of({**TOWN, **JAIL}, JAIL, JAIL).set_index("kind")
    assert places.rows.to_dict() == {PRISON: 3, ARREST: 1}
    assert places.name.to_dict() == {PRISON: "A prison", ARREST: "A town"}


def test_a_place_has_its_most_frequent_name():
    assert list(places_of({**JAIL, "held_at": "A site, then a prison"}, JAIL, JAIL).name) == ["A prison"]


def test_a_prison_and_an_arrest_at_one_point_are_two_places():
    places = places_of({**TOWN, "held_at": "A prison", "held_lat": TOWN["lat"], "held_lon": TOWN["lon"]})
    assert sorted(places.kind) == [ARREST, PRISON]
    assert places.place_id.is_unique


def test_a_town_and_a_state_that_share_a_point_stay_apart():
    places = places_of(TOWN, {**TOWN, "detained_place": "A state", "geo_precision": "admin1"})
    assert places.set_index("name").is_area.to_dict() == {"A town": False, "A state": True}
    assert places.place_id.is_unique


def test_people_without_a_point_are_counted_apart():
    rows = (TOWN, {**TOWN, **JAIL}, {"detained_place": "Venezuela", "geo_precision": "country"})
    assert without_point(people(*rows)) == (1, 2)
    assert places_of(*rows).rows.sum() == 3


def test_how_exactly_a_place_is_known_is_said_as_the_package_labels_it():
    labels = set(precision_labels(shipped(), custody_places(people(TOWN, JAIL))))
    assert labels <= set(shipped().labels("geo_precisions", "geo_precision").values())


def test_every_shipped_person_is_on_the_map_or_counted_as_not():
    everybody = shipped()["detainees"]
    by_kind = locations(shipped(), custody_places(everybody)).groupby("kind").rows.sum()
    assert (len(everybody) - by_kind[ARREST], len(everybody) - by_kind[PRISON]) == without_point(everybody)
