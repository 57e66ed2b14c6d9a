"""Releases: which are exchanges and turning points, and who says how many were released."""

from dataclasses import replace

from data.detentions.release_waves import exchanges, of_page, release_waves, rivals, turning_points
from tests.factory import make_events, make_rows, shipped

PAGE = "detentions"
OWN = of_page(shipped(), shipped()["events"], PAGE).event_type.iloc[0]
MILESTONE = {"event_type": OWN, "importance": 1, "released": 6, "dyad": "ve_to_us"}


def package(events, *claims):
    """The shipped package with these events and claims about releases: (event, value, claimant, stance)."""
    names = ("event_id", "value", "claimant", "stance")
    rows = [{"field": "released", **dict(zip(names, claim, strict=True))} for claim in claims]
    roles = [{"claimant": "Ministry", "role": "authority"}, {"claimant": "Group", "role": "monitor"}]
    frames = {"events": events, "claims": make_rows("claims", rows), "claimants": make_rows("claimants", roles)}
    return replace(shipped(), frames={**shipped().frames, **frames})


def ids(events):
    return list(events.event_id)


def test_an_exchange_is_a_milestone_with_a_number_released_between_the_two_states():
    events = make_events(
        {**MILESTONE, "event_id": "2025-07-18-later", "date": "2025-07-18"},
        {**MILESTONE, "event_id": "2025-01-31-earlier", "date": "2025-01-31"},
        {**MILESTONE, "importance": 2},
        {**MILESTONE, "released": None},
        {**MILESTONE, "dyad": "none"},
    )
    assert ids(exchanges(shipped(), events)) == ["2025-01-31-earlier", "2025-07-18-later"]


def test_turning_points_are_milestones_of_custody_and_those_linked_to_it_on_the_same_side():
    events = make_events(
        {"event_id": "own", "event_type": OWN, "importance": 1, "actor_side": "VE", "related": ("linked",)},
        {"event_id": "linked", "importance": 1, "actor_side": "VE"},
        {"event_id": "links", "importance": 1, "actor_side": "VE", "related": ("own",)},
        {"event_id": "other side", "importance": 1, "actor_side": "US", "related": ("own",)},
        {"event_id": "apart", "importance": 1, "actor_side": "VE"},
        {"event_id": "routine", "event_type": OWN, "importance": 3, "actor_side": "VE"},
    )
    assert ids(turning_points(shipped(), events, PAGE)) == ["own", "linked", "links"]


def test_a_wave_has_what_each_kind_of_voice_says_and_by_whom():
    events = make_events({"event_id": "wave", "event_type": OWN, "released": 116})
    text = package(
        events,
        ("wave", "116", "Ministry", "asserts"),
        ("wave", "24 that morning", "Group", "asserts"),
        ("wave", "house arrest counts", "Group", "denies"),
    )
    wave = release_waves(text, events, PAGE).iloc[0]
    assert wave.authority == "116 (Ministry)"
    assert wave.monitor == "24 that morning (Group); denies: house arrest counts (Group)"
    assert wave.other == ""
    assert wave.released == 116


def test_a_claim_on_an_event_apart_from_custody_is_no_wave_and_one_linked_to_it_is():
    events = make_events(
        {"event_id": "own", "event_type": OWN},
        {"event_id": "linked", "related": ("own",)},
        {"event_id": "apart"},
    )
    text = package(events, *((event, "5", "Ministry", "asserts") for event in ("linked", "apart")))
    assert ids(release_waves(text, events, PAGE)) == ["linked"]


def test_rivals_are_waves_that_were_both_announced_and_verified():
    events = make_events({"event_id": "both", "event_type": OWN}, {"event_id": "one", "event_type": OWN})
    text = package(
        events,
        ("both", "99", "Ministry", "asserts"),
        ("both", "61", "Group", "asserts"),
        ("one", "2", "Ministry", "asserts"),
    )
    waves = release_waves(text, events, PAGE)
    assert ids(waves) == ["both", "one"]
    assert ids(rivals(waves)) == ["both"]


def test_with_no_event_there_is_no_wave_no_exchange_and_no_turning_point():
    nothing = make_events()
    waves = release_waves(shipped(), nothing, PAGE)
    assert waves.empty
    assert rivals(waves).empty
    assert exchanges(shipped(), nothing).empty
    assert turning_points(shipped(), nothing, PAGE).empty
