"""Attacks on land: none at sea, no part counted again, and a pair that may be one event as a range."""

from data.selection.filters import Filters
from data.timeline.land_attacks import land_attacks, number_of_attacks
from data.versions.release import known_releases, open_release
from data.view.key_figures import attacks_on_land
from data.view.selection import Selection
from tests.factory import make_events, shipped

LAND, AT_SEA = {"event_type": "land_strike", "geo_precision": "locality"}, {"geo_precision": "sea_area"}


def number(*rows):
    return number_of_attacks(land_attacks(shipped(), make_events(*rows)))


def test_what_its_record_places_at_sea_is_no_attack_on_land():
    assert number(LAND, {**LAND, **AT_SEA}, {"event_type": "military_operation", **AT_SEA}) == (1, 1)


def test_a_part_of_a_larger_event_is_not_counted_again():
    assert number({**LAND, "event_id": "whole"}, {**LAND, "part_of": "whole"}) == (1, 1)


def test_two_records_that_may_be_one_event_are_one_to_two():
    one, other = {**LAND, "event_id": "one"}, {**LAND, "event_id": "other", "possibly_same_as": "one"}
    assert number(one, other) == (1, 2)
    assert number(other) == (1, 1)
    assert number(one, other, LAND) == (2, 3)


def test_the_shipped_attacks_are_three_or_four_and_those_of_a_release_from_before_stay_what_they_were():
    assert attacks_on_land(Selection(shipped(), Filters()))[1] == "3 to 4"
    before = open_release(next(one for one in known_releases() if one.version == "2026-11-24"), shipped())
    assert attacks_on_land(Selection(before, Filters()))[1] == "5"


def test_a_release_from_before_the_synonyms_has_none():
    before = open_release(next(one for one in known_releases() if one.version == "2026-11-24"), shipped())
    assert len(Filters(q="bounty").keep(shipped())) > 0
    assert Filters(q="bounty").keep(before).empty
