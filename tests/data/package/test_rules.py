"""Each rule names a row that breaks it, and is silent on the tables that ship."""

import inspect

import pandas as pd
import pytest

from data.package.rules import events as event_rules
from data.package.rules import former_ids as id_rules
from data.package.rules import people as people_rules
from data.package.rules import places as place_rules
from data.package.rules import sources as source_rules
from data.package.rules import story as story_rules
from data.package.rules import synonyms as synonym_rules
from data.package.rules.corrections import CORRECTIONS
from data.package.rules.people import is_imo_number
from data.package.rules.registry import RULES, check_rules
from data.package.rules.sanctions import SANCTIONS_RULES
from data.package.rules.terms import TERM_RULES
from data.package.rules.verifications import VERIFICATION_RULES
from tests.factory import make_events, make_rows, shipped

DAY, MARCH = "2025-02-01", "2025-03-01"
DETAINED = {"detained_on": DAY, "detained_latest": DAY, "detained_precision": "day"}
PERSON = {"person_id": "a", **DETAINED, "status": "unknown", "geo_precision": "none"}
FREE = {"status": "released", "free_by": MARCH}
RELEASED = {**FREE, "released_on": MARCH, "released_precision": "day"}
UNDATED = dict.fromkeys(DETAINED)


def vocabulary() -> dict[str, pd.DataFrame]:
    """The shipped tables that rules look things up in."""
    return {name: shipped()[name] for name in ("geo_precisions", "dyads", "plover_scores", "sources")}


def broken(table: str, *rows: dict, **others: pd.DataFrame) -> list[tuple[int, str | None]]:
    """Row (by position) and column of each problem that the rules find in the rows of one table."""
    made = make_events(*rows) if table == "events" else make_rows(table, rows)
    frames = {**vocabulary(), "detainees": make_rows("detainees", []), table: made, **others}
    return [(problem.row, problem.column) for problem in check_rules(frames) if problem.table == table]


def test_the_shipped_tables_break_no_rule():
    assert check_rules(shipped().frames) == []


def test_rows_twice_in_every_table_stop_no_rule():
    check_rules({name: pd.concat([frame, frame.iloc[:1]]) for name, frame in shipped().frames.items()})


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"killed_low": 3, "killed_high": 2}, "killed_low"),
        ({"killed_low": 3}, "killed_low"),
        ({"date": "2025-09-02", "end_date": "2025-09-01"}, "end_date"),
        ({"event_id": "2025-09-03-example"}, "event_id"),
        ({"importance": 1}, "short_title"),
        ({"lat": 10.0, "geo_precision": "country"}, "lat"),
        ({"lat": 10.0, "lon": -66.0, "geo_precision": "none"}, "geo_precision"),
        ({"geo_precision": "exact"}, "geo_precision"),
        ({"geo_precision": "locality"}, "geo_precision"),
        ({"geo_precision": "sea_area"}, "geo_precision"),
        ({"dyad": "us_to_ve", "from_code": "VEN"}, "from_code"),
        ({"dyad": "ve_to_us", "from_code": "USA"}, "from_code"),
        ({"plover_event": "ASSAULT", "plover_mode": "visit", "cameo": "190"}, "plover_event, plover_mode"),
        ({"plover_mode": "visit"}, "plover_event, plover_mode"),
        ({"plover_event": "ASSAULT"}, "cameo"),
        ({"cameo": "190"}, "cameo"),
        ({"event_id": "2025-09-02-self", "part_of": "2025-09-02-self"}, "part_of"),
        ({"event_id": "2025-09-02-self", "possibly_same_as": "2025-09-02-self"}, "possibly_same_as"),
    ],
)
def test_an_event_that_breaks_a_rule_is_named(row, column):
    assert broken("events", {}, row) == [(1, column)]


@pytest.mark.parametrize(
    ("row", "column"),
    [({"order": 4}, "order"), ({"order": 2, "figure": "5"}, "figure"), ({"order": 2, "counted": "boats"}, "figure")],
)
def test_a_step_beyond_the_last_or_with_half_a_figure_is_named(row, column):
    assert broken("story", {"order": 1}, row) == [(1, column)]


def test_a_figure_of_a_headline_without_a_name_or_a_value_is_named():
    figures = [("most=5",), ("most=5", "5"), ("most=",)]
    assert broken("headlines", *({"figures": items} for items in figures)) == [(1, "figures"), (2, "figures")]


@pytest.mark.parametrize("precision", ["country", "admin1", "none"])
def test_an_unexact_place_may_lack_its_point(precision):
    assert broken("events", {"geo_precision": precision}) == []


def test_events_that_are_part_of_each_other_are_named_and_the_one_beside_them_is_not():
    first, second, third = "2025-09-02-a", "2025-09-02-b", "2025-09-02-c"
    rows = (
        {"event_id": first, "part_of": second},
        {"event_id": second, "part_of": first},
        {"event_id": third, "part_of": first},
    )
    assert broken("events", *rows) == [(0, "part_of"), (1, "part_of")]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"detained_latest": "2025-01-31"}, "detained_latest"),
        ({**RELEASED, "released_on": "2025-01-31", "released_precision": "approx"}, "released_on"),
        ({**FREE, "last_known_held_on": "2025-05-01", "free_by": "2025-04-30"}, "free_by"),
        (
            {"detained_latest": MARCH, "detained_precision": "month", "last_known_held_on": "2025-02-15"},
            "last_known_held_on",
        ),
        ({**FREE, "free_by": "2025-01-31"}, "free_by"),
        (UNDATED, "detained_on"),
        ({"status": "released"}, "free_by"),
        ({**RELEASED, "free_by": None}, "free_by"),
        ({"status": "held", "last_known_held_on": DAY, "free_by": MARCH}, "free_by"),
        ({"detained_latest": None}, "detained_latest"),
        ({"detained_precision": ""}, "detained_precision"),
        ({**FREE, **UNDATED, "detained_precision": "month"}, "detained_precision"),
        ({"detained_latest": MARCH}, "detained_precision"),
        ({**FREE, "released_precision": "day"}, "released_precision"),
        ({**RELEASED, "released_precision": ""}, "released_precision"),
        ({**RELEASED, "free_by": "2025-03-02"}, "released_precision"),
        ({**RELEASED, "status": "unknown"}, "status"),
        ({**FREE, "status": "unknown"}, "status"),
        ({"release_context": "An exchange"}, "release_context"),
        ({"status": "held"}, "last_known_held_on"),
        ({"possibly_same_as": "a"}, "possibly_same_as"),
        ({"held_lat": 10.0}, "held_lat"),
        ({"geo_precision": "locality"}, "geo_precision"),
    ],
)
def test_a_person_whose_row_breaks_a_rule_is_named(row, column):
    assert broken("detainees", {**PERSON, **row}, events=make_events({})) == [(0, column)]


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"detained_latest": MARCH, "detained_precision": "month"},
        {"status": "held", "last_known_held_on": MARCH},
        {**UNDATED, "last_known_held_on": DAY},
        {**FREE, "release_context": "An exchange"},
        {**FREE, **UNDATED},
        RELEASED,
        {**RELEASED, "free_by": "2025-03-02", "released_precision": "approx"},
    ],
)
def test_a_person_of_whom_all_that_is_known_fits_together_is_not_named(row):
    assert broken("detainees", {**PERSON, **row}, events=make_events({})) == []


def test_a_claimant_of_a_release_without_a_role_is_named():
    rows = (
        {"field": "released", "claimant": "Known"},
        {"field": "released", "claimant": "Nobody"},
        {"field": "detained", "claimant": "Nobody"},
    )
    known = make_rows("claimants", [{"claimant": "Known", "role": "authority"}])
    assert broken("claims", *rows, claimants=known) == [(1, "claimant")]


def test_a_ship_with_a_wrong_check_digit_is_named():
    ships = ({"name": "A", "imo": "9304667"}, {"name": "B", "imo": "9304668"}, {"name": "C", "imo": ""})
    assert broken("ships", *ships, sanctions_targets=make_rows("sanctions_targets", [])) == [(1, "imo")]


@pytest.mark.parametrize("text", ["", "930466", "93046677", "930466x", "٩٣٠٤٦٦٧"])
def test_an_imo_number_has_seven_plain_digits(text):
    assert not is_imo_number(text)


def test_a_target_taken_off_before_it_was_listed_is_named():
    target = {"listed_on": "2025-02-01", "delisted_on": "2025-01-01", "status": "delisted"}
    assert broken("sanctions_targets", target) == [(0, "delisted_on")]


def test_phases_must_not_overlap_nor_end_before_they_start():
    rows = (
        {"start": "2025-01-01", "end": "2025-02-01"},
        {"start": "2025-02-01", "end": "2025-01-15"},
        {"start": "2025-03-01"},
        {"start": "2025-04-01"},
    )
    assert broken("phases", *rows) == [(1, "end"), (0, "end"), (2, "end")]


def test_the_layers_of_the_map_take_every_event_and_ask_for_nothing_that_cannot_be():
    events = make_events({"verification": "official"})
    rows = (
        {"layer": "a", "shows": "events", "judged": 1},
        {"layer": "b", "shows": "events", "judged": 3, "event_types": ("statement",)},
        {"layer": "c", "shows": "events", "judged": 2, "verification": ("sure",)},
        {"layer": "d", "shows": "people", "judged": 4},
    )
    assert sorted(broken("map_layers", *rows, events=events)) == [(1, "judged"), (2, "layer"), (3, "layer")]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("bounty", "reward"), ("UK", "United Kingdom"), ("EU", "European Union")], []),
        ([("bounty", "bounty hunter")], [(0, "also")]),
        ([("UK", "uk")], [(0, "also")]),
        ([("bounty", "--")], [(0, "also")]),
        ([("green card", "resident"), ("Green-Card", "citizen")], [(1, "term")]),
    ],
)
def test_a_synonym_that_finds_nothing_more_or_stands_there_twice_is_named(rows, found):
    assert broken("synonyms", *({"term": term, "also": (also,)} for term, also in rows)) == found


def test_a_source_that_nothing_rests_on_is_named():
    frames = {name: make_rows(name, []) for name in source_rules.TABLES_WITH_SOURCES}
    frames["sources"] = make_rows("sources", [{"source_id": "used"}, {"source_id": "unused"}])
    frames["claims"] = make_rows("claims", [{"source_id": "used"}])
    assert [(problem.column, problem.row) for problem in check_rules(frames)] == [("source_id", 1)]


def test_a_government_that_would_be_a_compilation_is_named():
    origins = [{"government": "US", "compiles": "no"}, {"compiles": "yes"}, {"government": "VE", "compiles": "yes"}]
    found = check_rules({"origins": make_rows("origins", origins)})
    assert [(problem.column, problem.row) for problem in found] == [("compiles", 2)]


def test_an_origin_that_no_source_traces_to_is_named():
    frames = {
        "sources": make_rows("sources", [{"origins": ("ap", "efe")}]),
        "origins": make_rows("origins", [{"origin": "ap"}, {"origin": "efe"}, {"origin": "unused"}]),
    }
    assert [(problem.column, problem.row) for problem in check_rules(frames)] == [("origin", 2)]


def test_every_table_with_sources_counts_as_resting_on_them():
    with_sources = {
        table.name
        for table in shipped().descriptor.tables
        # A correction stands in the record that it corrects, and no row of the world rests on it.
        if table.name != CORRECTIONS and {"source_ids", "source_id"} & {column.name for column in table.columns}
    }
    assert with_sources == set(source_rules.TABLES_WITH_SOURCES)


def test_every_rule_of_the_rule_modules_is_applied():
    public = {
        function
        for module in (event_rules, id_rules, people_rules, place_rules, source_rules, story_rules, synonym_rules)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }
    applied = {rule for _, rule in RULES} - {rule for _, rule in (*SANCTIONS_RULES, *TERM_RULES, *VERIFICATION_RULES)}
    assert applied == public - {is_imo_number}
