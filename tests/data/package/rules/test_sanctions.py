"""Each rule of the tables of sanctions names a row that breaks it."""

import inspect

import pandas as pd
import pytest

from data.package.rules import sanctions as sanctions_rules
from data.package.rules.registry import check_rules
from data.package.rules.sanctions import SANCTIONS_RULES
from tests.factory import make_events, make_rows, shipped

FROM, TO = "from_target_id_or_name", "to_name"
TARGETS = make_rows(
    "sanctions_targets",
    [
        {"target_id": "ana-pena", "name": "PENA, Ana", "display_name": "Ana Peña", "event_id": "2025-09-02-0"},
        {"target_id": "ceiba", "name": "CEIBA", "display_name": "Ceiba", "target_type": "vessel", "imo": "9304667"},
    ],
)
TIE = {FROM: "ana-pena", TO: "Bo", "relation": "sister of", "picture": "family"}
PLACES = make_rows("ties_places", [{"picture": "family", "node": "ana-pena"}, {"picture": "family", "node": "Bo"}])
CEIBA = {"ship_id": "ceiba", "name": "Ceiba", "imo": "9304667", "target_id": "ceiba"}


def broken(table: str, *rows: dict, **others: pd.DataFrame) -> list[tuple[int, str | None]]:
    """Row (by position) and column of each problem that the rules find in the rows of one table."""
    frames = {table: make_rows(table, rows), **others}
    return [(problem.row, problem.column) for problem in check_rules(frames) if problem.table == table]


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        ({TO: "bo-rojas"}, {TO}),
        ({FROM: "ana-pina"}, {FROM}),
        ({TO: "ANA PENA"}, {TO}),
        ({TO: "Pena, Ana"}, {TO}),
        ({TO: "ana-pena"}, {TO}),
        ({FROM: "Bo"}, {TO}),
        ({}, set()),
    ],
)
def test_a_tie_to_nobody_to_a_target_by_name_or_to_oneself_is_named(row, columns):
    found = broken("sanctions_relations", {**TIE, **row}, sanctions_targets=TARGETS)
    assert {column for _, column in found} == columns


def test_a_tie_without_a_place_in_its_picture_and_a_place_without_a_tie_are_named():
    assert broken("sanctions_relations", {**TIE, "picture": "companies"}, ties_places=PLACES) == [(0, FROM), (0, TO)]
    place = {"picture": "family", "node": "Cy"}
    tie = make_rows("sanctions_relations", [TIE])
    assert broken("ties_places", *PLACES.to_dict("records"), place, sanctions_relations=tie) == [(2, "node")]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ({"name": "Mia"}, {"name": "MÍA"}, [(1, "name")]),
        ({"name": "Mia", "former_names": ("Freedom",)}, {"name": "Freedom"}, [(1, "name")]),
        ({"name": "Mia", "imo": "9304667"}, {"name": "Mia"}, [(1, "name")]),
        ({"name": "Mia", "imo": "9304667"}, {"name": "Mia", "imo": "9206310"}, []),
        ({"name": "Veronica"}, {"name": "Veronica III"}, []),
    ],
)
def test_one_ship_under_two_names_is_named_unless_two_numbers_tell_them_apart(first, second, found):
    assert broken("ships", first, second) == found


def test_a_ship_that_is_not_its_target_is_named():
    assert broken("ships", CEIBA, sanctions_targets=TARGETS) == []
    assert broken("ships", {**CEIBA, "imo": "9206310"}, sanctions_targets=TARGETS) == [(0, "imo")]
    under = {**CEIBA, "programme": ("SDGT",), "list_status": "delisted"}
    assert broken("ships", under, sanctions_targets=TARGETS) == [(0, "programme"), (0, "list_status")]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({"programme": ("SDGT",)}, [(0, "list_status")]),
        ({"programme": ("SDGT",), "list_status": "never"}, [(0, "list_status")]),
        ({"listed_on": "2025-01-10", "list_status": "never"}, [(0, "list_status")]),
        ({"programme": ("SDGT",), "list_status": "unknown", "listed_on": "2025-01-10"}, []),
        ({"list_status": "never"}, []),
    ],
)
def test_a_ship_whose_place_on_the_list_does_not_fit_its_programme_is_named(row, found):
    assert broken("ships", {"ship_id": "ceiba", "name": "Ceiba", **row}) == found


@pytest.mark.parametrize("rows", [[], [CEIBA, {**CEIBA, "ship_id": "ceiba-2", "name": "Other"}]])
def test_a_listed_ship_without_a_row_of_its_own_or_with_two_is_named(rows):
    ships = make_rows("ships", rows)
    found = broken("sanctions_targets", *TARGETS.to_dict("records"), ships=ships)
    assert (1, "target_id") in found
    assert (0, "target_id") not in found


def test_an_event_of_the_page_and_a_target_s_event_that_are_no_action_are_named():
    types = pd.DataFrame({"event_type": ["fine"], "page": ["sanctions"]})
    frames = {
        "events": make_events({"event_type": "fine"}, {"event_type": "storm"}),
        "event_types": types,
        "sanctions_targets": TARGETS[:1],
        "sanctions_actions": make_rows("sanctions_actions", []),
    }
    rule = list(sanctions_rules.actions_have_text(frames))
    assert [(problem.table, problem.row) for problem in rule] == [("events", 0), ("sanctions_targets", 0)]
    text = {**frames, "sanctions_actions": make_rows("sanctions_actions", [{"event_id": "2025-09-02-0"}])}
    assert list(sanctions_rules.actions_have_text(text)) == []


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({"status": "delisted"}, [(0, "status")]),
        ({"status": "active", "delisted_on": "2025-01-01"}, [(0, "status")]),
        ({"status": "delisted", "delisted_on": "2025-01-01"}, []),
    ],
)
def test_a_status_that_does_not_fit_the_day_of_delisting_is_named(row, found):
    assert broken("sanctions_targets", row) == found


END = "replaced_by_or_expires"


@pytest.mark.parametrize(
    ("row", "other", "found"),
    [
        ({END: "gl-1b"}, {"replaces": "gl-1a"}, []),
        ({END: "gl-1b"}, {}, [(0, END)]),
        ({END: "gl-9"}, {}, [(0, END)]),
        ({"issued_on": "2025-02-01", END: "2025-01-31"}, {}, [(0, END), (0, "runs_to")]),
        ({"issued_on": "2025-02-01", END: "2025-02-02", "runs_to": "2025-02-02"}, {}, []),
    ],
)
def test_a_licence_whose_successor_is_missing_or_silent_or_that_expires_too_early_is_named(row, other, found):
    rows = ({"licence_id": "gl-1a", **row}, {"licence_id": "gl-1b", **other})
    assert broken("licences", *rows) == found


def test_every_rule_of_the_module_is_applied():
    public = {
        function
        for name, function in inspect.getmembers(sanctions_rules, inspect.isfunction)
        if function.__module__ == sanctions_rules.__name__ and not name.startswith("_")
    }
    assert {rule for _, rule in SANCTIONS_RULES} == public


def test_the_rules_are_silent_on_the_tables_that_ship():
    assert [problem for _, rule in SANCTIONS_RULES for problem in rule(shipped().frames)] == []
