"""The counts of the shipped tables that must come out: the one module that a data release changes on purpose."""

import pandas as pd
import pytest

from components.place_words import mark_text
from data.counts import by_value
from data.custody import held_on, us_linked
from data.figures import key_figures
from data.filters import Filters
from data.locating import each
from data.map_scene import map_scene
from data.places import places_of
from data.sanctions import tankers_taken
from data.toll import compared_totals, toll_at_sea
from tests.factory import shipped

EVENTS_BY_TYPE = {
    "deployment": 49,
    "detention": 9,
    "diplomacy": 41,
    "domestic": 20,
    "interdiction": 23,
    "land_strike": 18,
    "legal": 36,
    "legislation": 18,
    "military_operation": 2,
    "release": 27,
    "sanctions": 55,
    "statement": 66,
    "vessel_strike": 65,
}
PLACES = {"locality": 210, "sea_area": 101, "none": 75, "country": 31, "admin1": 7, "exact": 5}
HELD = [
    ("2025-01-30", 15, 19),
    ("2025-07-17", 11, 12),
    ("2025-07-19", 1, 2),
    ("2025-12-31", 6, 8),
    ("2026-01-02", 6, 8),
    ("2026-01-14", 1, 7),
    ("2026-01-31", 0, 2),
]


def test_events_and_sources():
    assert by_value(shipped()["events"], "event_type").to_dict() == EVENTS_BY_TYPE
    assert len(shipped()["events"]) == 429
    assert len(shipped()["sources"]) == 1175


def test_toll_at_sea():
    toll = toll_at_sea(shipped()["events"])
    assert (toll.events, toll.strikes, toll.vessels, toll.killed_low, toll.killed_high) == (65, 70, 71, 212, 235)
    early = toll_at_sea(shipped()["events"], until=pd.Timestamp("2025-11-04"))
    assert (early.strikes, early.killed_low, early.killed_high) == (16, 66, 67)


def test_places_by_precision():
    events = shipped()["events"]
    assert by_value(events, "geo_precision").to_dict() == PLACES
    unpointed = events[events.geo_precision.isin(["country", "admin1"]) & events.lat.isna()]
    assert len(unpointed) == 34


def test_people_by_category():
    assert by_value(shipped()["detainees"], "category").to_dict() == {
        "other_foreigner": 33,
        "us_citizen": 19,
        "us_resident": 6,
    }


@pytest.mark.parametrize(("day", "low", "high"), HELD)
def test_us_citizens_and_residents_held_on_a_day(day, low, high):
    held = held_on(us_linked(shipped()["detainees"]), pd.Timestamp(day))
    assert (held.low, held.high) == (low, high)


def test_targets_by_type():
    assert by_value(shipped()["sanctions_targets"], "target_type").to_dict() == {
        "individual": 27,
        "entity": 18,
        "vessel": 12,
    }


def test_tankers_taken():
    taken = tankers_taken(shipped()["ships"], shipped()["events"])
    days = shipped()["events"].set_index("event_id").date[taken.seizing_event_id]
    assert len(taken) == 10
    assert (days.min(), days.max()) >= (pd.Timestamp("2025-12-01"), pd.Timestamp("2026-02-01"))


def test_published_totals_of_strikes_at_sea():
    compared = compared_totals(shipped()["published_totals"], shipped()["events"])
    assert by_value(compared, "agreement").to_dict() == {"within": 67, "floor": 10, "differs": 10}


def test_key_figures_on_screen():
    figures = key_figures(shipped(), Filters(), shipped()["events"])
    assert [figure.value for figure in figures] == ["70", "5", "10", "0 to 2", "57"]
    assert figures[0].detail == "212 to 235 killed"


@pytest.mark.parametrize(("text", "strikes"), [("43 strikes\nin 40 events", 43), ("16 strikes\nin 16 events", 16)])
def test_strikes_whose_position_was_never_published_share_one_ring_that_says_their_number(text, strikes):
    places = places_of(shipped(), shipped()["events"])
    areas = places[places.geo_precision == "sea_area"]
    assert [mark_text(place) for place in each(areas[areas.strikes == strikes])] == [text]


def test_the_map_holds_all_events_but_those_without_a_place():
    scene = map_scene(shipped(), Filters(), shipped()["events"])
    assert (scene.places.events.sum(), len(scene.unplaced), len(scene.hidden)) == (354, 75, 0)
    assert scene.layers["claims"] == 5
    assert len(scene.chases) == 7
    assert list(scene.sites.people) == [18, 3, 1]
