"""Each rule of verification names a row that is verified otherwise than who acted, who says so and its sources say."""

import inspect

import pytest

from data.package.rules import verifications
from data.package.rules.registry import check_rules
from data.package.rules.verifications import VERIFICATION_RULES
from tests.factory import make_events, make_rows, shipped

FREED = "2025-09-02-0"
ORIGINS = make_rows(
    "origins",
    [
        {"origin": "caracas", "government": "VE", "compiles": "no"},
        {"origin": "paper", "compiles": "no"},
        {"origin": "agency", "compiles": "no"},
        {"origin": "digest", "compiles": "yes"},
    ],
)
SOURCES = make_rows(
    "sources",
    [
        {"source_id": "s-paper", "origins": ("paper",)},
        {"source_id": "s-agency", "origins": ("agency",)},
        {"source_id": "s-digest", "origins": ("digest",)},
        {"source_id": "s-caracas", "origins": ("caracas",), "source_type": "official"},
    ],
)
CLAIMANTS = make_rows(
    "claimants",
    [
        {"claimant": "Bogotá", "government": "OTHER"},
        {"claimant": "Caracas", "government": "VE"},
        {"claimant": "Foro Penal"},
    ],
)


def wrong_in(row: dict[str, object], *claimants: str, stance: str = "asserts") -> list[str | None]:
    """The column of each problem of verification that the rules find in one event with these claims."""
    claims = [
        {"event_id": FREED, "field": "released", "claimant": claimant, "stance": stance} for claimant in claimants
    ]
    frames = {
        "events": make_events({"event_id": FREED, **row}),
        "claims": make_rows("claims", claims),
        "claimants": CLAIMANTS,
        "sources": SOURCES,
        "origins": ORIGINS,
    }
    return [problem.column for problem in check_rules(frames) if problem.column == "verification"]


@pytest.mark.parametrize(
    ("claimants", "source", "found"),
    [
        (["Bogotá"], "s-paper", ["verification"]),
        (["Bogotá", "Foro Penal"], "s-paper", ["verification"]),
        (["Bogotá", "Caracas"], "s-paper", []),
        (["Caracas"], "s-paper", []),
        (["Foro Penal"], "s-paper", []),
        ([], "s-paper", []),
        (["Bogotá"], "s-caracas", []),
    ],
)
def test_a_release_that_only_another_government_announced_is_not_official(claimants, source, found):
    row = {"actor_side": "VE", "verification": "official", "source_ids": (source,)}
    assert wrong_in(row, *claimants) == found
    assert wrong_in({**row, "verification": "disputed"}, *claimants) == []


def test_a_government_that_denies_announces_nothing():
    row = {"actor_side": "VE", "verification": "official", "source_ids": ("s-paper",)}
    assert wrong_in(row, "Bogotá", stance="denies") == []


@pytest.mark.parametrize(
    ("verification", "sources", "found"),
    [
        ("reported", ("s-paper",), ["verification"]),
        ("reported", ("s-paper", "s-digest"), ["verification"]),
        ("reported", ("s-digest",), ["verification"]),
        ("reported", ("s-paper", "s-agency"), []),
        ("single", ("s-paper", "s-digest"), []),
        ("single", ("s-paper", "s-agency"), ["verification"]),
        ("claimed", ("s-paper",), []),
    ],
)
def test_independently_reported_needs_two_origins_and_one_origin_is_said_to_be_one(verification, sources, found):
    assert wrong_in({"verification": verification, "source_ids": sources}) == found


@pytest.mark.parametrize(
    ("outcome", "note", "found"),
    [
        ("returned to Venezuela", "Officials said that it was being handed to Venezuela.", True),
        ("returned to Venezuela", "Left in January; its arrival is not in our sources.", True),
        ("scrapped", "Later fate unknown.", True),
        ("towed to the US", "Its arrival is not in our sources.", False),
        ("returned to Venezuela", "IMO number and owner not in our sources.", False),
        ("held", "Later fate unknown.", False),
    ],
)
def test_an_outcome_that_the_note_leaves_open_is_named(outcome, note, found):
    ships = make_rows("ships", [{"name": "Ceiba", "outcome": outcome, "notes": note}])
    assert ["outcome"] * found == [one.column for one in check_rules({"ships": ships}) if one.column == "outcome"]


def test_a_ship_on_its_way_is_not_called_arrived():
    labels = shipped().choices("ships", "outcome")
    assert labels["towed to the US"] == "Under tow to the United States"


def test_every_rule_of_the_module_is_applied_and_silent_on_the_tables_that_ship():
    public = {
        function
        for name, function in inspect.getmembers(verifications, inspect.isfunction)
        if function.__module__ == verifications.__name__ and not name.startswith("_")
    }
    assert {rule for _, rule in VERIFICATION_RULES} == public
    assert [problem for _, rule in VERIFICATION_RULES for problem in rule(shipped().frames)] == []
