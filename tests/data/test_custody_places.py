"""Places of custody are as exact as the sources, and no person is lost."""

import pytest

from data.custody_places import ARREST, PRISON, custody_places, drawn_as_area, without_point
from tests.factory import make_rows, shipped

TOWN = {"detained_place": "A town", "lat": 10.0, "lon": -66.0, "geo_precision": "locality"}
JAIL = {"held_at": "A prison", "held_lat": 10.5, "held_lon": -66.5}


def people(*rows):
    plain = {"geo_precision": "none"}
    return make_rows("detainees", [{**plain, "person_id": f"p{place}", **row} for place, row in enumerate(rows)])


def test_people_who_share_a_place_are_one_row_with_their_number():
    places = custody_places(people({**TOWN, **JAIL}, JAIL, JAIL)).set_index("kind")
    assert places.people.to_dict() == {PRISON: 3, ARREST: 1}
    assert places.name.to_dict() == {PRISON: "A prison", ARREST: "A town"}
    assert places.person_ids[PRISON] == ("p0", "p1", "p2")


def test_a_town_and_a_state_that_share_a_point_stay_apart():
    state = {**TOWN, "detained_place": "A state", "geo_precision": "admin1"}
    assert len(custody_places(people(TOWN, state))) == 2


def test_people_without_a_point_are_counted_apart():
    everybody = people(TOWN, {**TOWN, **JAIL}, {"detained_place": "Venezuela", "geo_precision": "country"})
    assert without_point(everybody) == (1, 2)
    assert custody_places(everybody).people.sum() == 3


def test_nobody_has_no_place():
    assert custody_places(people()).empty


@pytest.mark.parametrize(("precision", "area"), [("exact", False), ("locality", False), ("admin1", True)])
def test_a_state_is_an_area_and_a_town_is_not(precision, area):
    assert drawn_as_area(shipped(), precision) == area


def test_every_shipped_person_is_on_the_map_or_counted_as_not():
    everybody = shipped()["detainees"]
    places = custody_places(everybody)
    by_kind = places.groupby("kind").people.sum()
    assert (len(everybody) - by_kind[ARREST], len(everybody) - by_kind[PRISON]) == without_point(everybody)
