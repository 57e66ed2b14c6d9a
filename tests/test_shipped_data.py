"""The counts of the shipped tables that must come out: the one module that a data release changes on purpose."""

import pandas as pd
import pytest

from components.map.place_texts import mark_text
from data.curation.freeze import NUMBERS
from data.curation.key_numbers import key_numbers
from data.detentions.custody import held_on, us_linked
from data.detentions.published_held import beside_ours, held_text, published_held
from data.detentions.release_waves import exchanges, release_waves, rivals
from data.events.counts import by_value
from data.events.origins import corroboration, uncertain
from data.events.sources import without_own_source
from data.map.places import places_of
from data.map.scene import map_scene
from data.package.release_files import RELEASES, known_releases
from data.package.rows import iterate_rows
from data.sanctions.licences import in_force
from data.sanctions.ships import tankers_taken
from data.sanctions.ties import kin_of_centre
from data.selection.filters import Filters
from data.timeline.escalation import acts, bundled, summed
from data.timeline.published_totals import compared_totals
from data.timeline.toll import toll_at_sea
from data.versions.release import open_release, release_problems
from data.view.key_figures import key_figures
from data.view.selection import Selection
from tests.factory import shipped
from tests.people import people_of

EVENTS_BY_TYPE = {
    "deployment": 50,
    "detention": 9,
    "diplomacy": 53,
    "domestic": 26,
    "interdiction": 23,
    "land_strike": 18,
    "legal": 41,
    "legislation": 20,
    "military_operation": 2,
    "release": 28,
    "sanctions": 55,
    "statement": 77,
    "vessel_strike": 65,
}
PLACES = {"locality": 232, "sea_area": 101, "none": 90, "country": 32, "admin1": 7, "exact": 5}
HELD = [
    ("2025-01-30", 15, 19),
    ("2025-07-17", 11, 12),
    ("2025-07-19", 1, 2),
    ("2025-12-31", 6, 8),
    ("2026-01-02", 6, 8),
    ("2026-01-14", 1, 7),
    ("2026-01-31", 0, 2),
]

# Scope, month, direction, sum of negative scores, sum of positive scores, acts: PLOVER scores, in points.
ESCALATION = [
    ("two_states", "2025-09", "ve_to_us", -37.0, 0.0, 7),
    ("two_states", "2025-10", "us_to_ve", -51.5, 0.0, 8),
    ("two_states", "2025-11", "us_to_ve", -32.0, 1.5, 8),
    ("two_states", "2025-12", "us_to_ve", -93.5, 0.0, 16),
    ("two_states", "2026-01", "us_to_ve", -47.0, 58.0, 22),
    ("two_states", "2026-02", "us_to_ve", -24.5, 34.0, 10),
    ("all_strikes", "2025-09", "ve_to_us", -37.0, 0.0, 7),
    ("all_strikes", "2025-10", "us_to_ve", -127.5, 0.0, 16),
    ("all_strikes", "2025-11", "us_to_ve", -98.5, 1.5, 15),
    ("all_strikes", "2025-12", "us_to_ve", -198.0, 0.0, 27),
    ("all_strikes", "2026-01", "us_to_ve", -56.5, 58.0, 23),
    ("all_strikes", "2026-02", "us_to_ve", -100.5, 34.0, 18),
    ("each_part", "2025-09", "ve_to_us", -37.0, 0.0, 7),
    ("each_part", "2025-10", "us_to_ve", -51.5, 0.0, 8),
    ("each_part", "2025-11", "us_to_ve", -32.0, 1.5, 8),
    ("each_part", "2025-12", "us_to_ve", -93.5, 0.0, 16),
    ("each_part", "2026-01", "us_to_ve", -142.0, 58.0, 32),
    ("each_part", "2026-02", "us_to_ve", -24.5, 34.0, 10),
]


def test_events_and_sources():
    assert by_value(shipped()["events"], "event_type").to_dict() == EVENTS_BY_TYPE
    assert len(shipped()["events"]) == 467
    assert len(shipped()["sources"]) == 1488


def test_claims_without_a_source_of_their_own():
    assert (without_own_source(shipped()), len(shipped()["claims"])) == (86, 625)


def test_origins():
    events = shipped()["events"]
    assert len(shipped()["origins"]) == 430
    assert corroboration(shipped(), events).value_counts().to_dict() == {"several": 404, "one": 44, "own": 19}
    assert uncertain(shipped(), events).sum() == 95


def test_toll_at_sea():
    toll = toll_at_sea(shipped()["events"])
    assert (toll.events, toll.strikes, toll.vessels, toll.killed_low, toll.killed_high) == (65, 70, 71, 212, 235)
    early = toll_at_sea(shipped()["events"], until=pd.Timestamp("2025-11-04"))
    assert (early.strikes, early.killed_low, early.killed_high) == (16, 66, 67)


def test_places_by_precision():
    events = shipped()["events"]
    assert by_value(events, "geo_precision").to_dict() == PLACES
    unpointed = events[events.geo_precision.isin(["country", "admin1"]) & events.lat.isna()]
    assert len(unpointed) == 35


def test_people_by_category():
    assert by_value(shipped()["detainees"], "category").to_dict() == {
        "other_foreigner": 33,
        "us_citizen": 19,
        "us_resident": 6,
    }


@pytest.mark.parametrize(("day", "low", "high"), HELD)
def test_us_citizens_and_residents_held_on_a_day(day, low, high):
    held = held_on(us_linked(shipped(), shipped()["detainees"]), pd.Timestamp(day))
    assert (held.low, held.high) == (low, high)


def test_on_2_january_2026_our_count_stands_beside_the_report_that_it_began_with():
    people = us_linked(shipped(), shipped()["detainees"])
    assert held_text(shipped(), people, pd.Timestamp("2026-01-02")) == (
        "On 2 January 2026: 6 to 8 known to us (US citizen: 5 to 6, US resident or US-linked: 1 to 2). At least 5 "
        "Americans newly detained, according to New York Times / CNN (31 December 2025)."
    )


def test_the_exchanges_and_their_people():
    marks = exchanges(shipped(), shipped()["events"])
    assert list(marks.date.dt.strftime("%Y-%m-%d")) == ["2025-01-31", "2025-07-18", "2026-01-13"]
    assert list(marks.released) == [6, 10, 5]
    assert [len(people_of(shipped(), event_id)) for event_id in marks.event_id[:2]] == [6, 10]


def test_published_figures_of_americans_held():
    shown = published_held(shipped(), shipped()["events"].date.min(), shipped().last_day)
    compared = beside_ours(shown, us_linked(shipped(), shipped()["detainees"]))
    assert by_value(compared, "agreement").to_dict() == {"differs": 3, "floor": 3, "within": 2}


def test_release_waves():
    waves = release_waves(shipped(), shipped()["events"], "detentions")
    assert (len(waves), len(rivals(waves))) == (23, 9)


def test_targets_by_type():
    assert by_value(shipped()["sanctions_targets"], "target_type").to_dict() == {
        "individual": 27,
        "entity": 18,
        "vessel": 12,
    }


def test_actions_and_licences():
    assert by_value(shipped()["sanctions_actions"], "authority").to_dict() == {
        "OFAC": 47,
        "WH": 6,
        "State": 3,
        "EU": 2,
        "CA": 1,
        "CH": 1,
        "other": 1,
    }
    licences = shipped()["licences"]
    assert (len(licences), len(in_force(licences)), licences.family.nunique()) == (88, 43, 46)


def test_ties_and_kin():
    package = shipped()
    ties, places = package["sanctions_relations"], package["ties_places"]
    assert by_value(ties, "picture").to_dict() == {"tren_de_aragua": 29, "family": 22, "companies": 15}
    kin = kin_of_centre(package["sanctions_targets"], ties, places)
    assert by_value(kin.assign(day=kin.listed_on.dt.strftime("%Y-%m-%d")), "day").to_dict() == {
        "2025-12-19": 5,
        "2025-12-11": 3,
    }


def test_tankers_taken():
    taken = tankers_taken(shipped()["ships"], shipped()["events"])
    days = shipped()["events"].set_index("event_id").date[taken.seizing_event_id]
    assert len(taken) == 10
    assert days.between(pd.Timestamp("2025-12-01"), pd.Timestamp("2026-02-28")).all()


def test_published_totals_of_strikes_at_sea():
    compared = compared_totals(shipped()["published_totals"], shipped()["events"])
    assert by_value(compared, "agreement").to_dict() == {"within": 70, "floor": 11, "differs": 10}


def test_key_figures_on_screen():
    figures = key_figures(Selection(shipped(), Filters()))
    assert [figure.value for figure in figures] == ["70", "3 to 4", "10", "0 to 2", "57"]
    assert figures[0].detail == "212 to 235 killed"


@pytest.mark.parametrize(("text", "strikes"), [("43 strikes\nin 40 events", 43), ("16 strikes\nin 16 events", 16)])
def test_strikes_whose_position_was_never_published_share_one_ring_that_says_their_number(text, strikes):
    places = places_of(shipped(), shipped()["events"])
    areas = places[places.geo_precision == "sea_area"]
    assert [mark_text(place) for place in iterate_rows(areas[areas.strikes == strikes])] == [text]


@pytest.mark.parametrize(("scope", "month", "direction", "negative", "positive", "number"), ESCALATION)
def test_escalation_sums(scope, month, direction, negative, positive, number):
    events = shipped()["events"]
    sums = summed(shipped(), acts(shipped(), events, "plover", scope), events.date.min(), events.date.max(), "M")
    found = sums[(sums.bucket == f"{month}-01") & (sums.direction == direction)].iloc[0]
    assert (found.negative, found.positive, found.acts) == (negative, positive, number)


def test_only_the_raid_of_3_january_bundles_acts_of_its_month():
    marks = bundled(shipped(), shipped()["events"], "plover")
    assert list(marks.event_id) == ["2026-01-03-operation-absolute-resolve"]
    assert (marks.one_negative[0], marks.one_acts[0]) == (-47.0, 22)
    assert (marks.separate_negative[0], marks.separate_acts[0]) == (-142.0, 32)


def test_the_map_holds_all_events_but_those_without_a_place():
    scene = map_scene(shipped(), shipped()["events"], shipped()["detainees"])
    assert (scene.places.events.sum(), len(scene.unplaced), len(scene.hidden)) == (345, 122, 0)
    assert scene.layers["claims"] == 5
    assert len(scene.chases) == 7
    assert list(scene.sites.people) == [18, 3, 1]


@pytest.mark.parametrize("release", known_releases(), ids=lambda release: release.version)
def test_a_release_that_ships_still_shows_the_numbers_of_its_day(release):
    """Code may change; a number that was cited may not. If one must, the release says why in its changelog."""
    held_to = pd.read_csv(RELEASES / NUMBERS, dtype="str", keep_default_na=False)
    held_to = held_to[held_to.release == release.version].set_index("number").value
    shown = key_numbers(open_release(release, shipped())).set_index("number").value
    assert not held_to.empty
    assert shown.reindex(held_to.index).to_dict() == held_to.to_dict()
    assert release.path.stat().st_size < 1_000_000


def test_every_release_that_ships_is_listed_and_whole():
    assert known_releases()
    assert release_problems(RELEASES) == ()
