"""What the rows rest on is counted from the rows themselves, and a release says nothing of what it did not hold."""

from dataclasses import replace

import pandas as pd
import pytest

from data.events.quality import (
    COLUMNS,
    all_sources_read,
    no_source_read,
    quality_by_month,
    quality_by_type,
    quality_of_all,
    quality_text,
    sources_read,
    unsourced_claims,
)
from routes.data_versions import data_version_for
from tests.factory import make_events, make_rows, shipped

SOURCES = [
    {"source_id": "agency", "origins": ("a",), "basis": "read", "source_type": "wire"},
    {"source_id": "outlet", "origins": ("b",), "basis": "read", "source_type": "wire"},
    {"source_id": "report", "origins": ("b",), "basis": "cited", "source_type": "ngo"},
]
FIRST, SECOND = "2025-09-02-0", "2025-09-02-1"
CLAIMS = [
    {"event_id": FIRST, "source_id": "agency", "field": "killed", "stance": "asserts"},
    {"event_id": FIRST, "field": "killed", "stance": "asserts"},
    {"event_id": FIRST, "field": "killed", "stance": "denies"},
]


@pytest.fixture
def package():
    events = make_events(
        {"source_ids": ("agency", "report"), "date": pd.Timestamp("2025-09-02"), "event_type": "vessel_strike"},
        {"source_ids": ("report",), "date": pd.Timestamp("2025-09-30"), "event_type": "statement"},
        {
            "source_ids": ("agency", "outlet"),
            "date": pd.Timestamp("2025-10-01"),
            "event_type": "statement",
            "checked_on": pd.Timestamp("2026-11-24"),
        },
    )
    frames = {
        "events": events,
        "sources": make_rows("sources", SOURCES),
        "origins": make_rows("origins", [{"origin": "a"}, {"origin": "b"}]),
        "claims": make_rows("claims", CLAIMS),
    }
    return replace(shipped(), frames={**shipped().frames, **frames})


def test_a_source_that_is_only_cited_was_not_read(package):
    events = package["events"]
    assert list(sources_read(package, events)) == [1, 0, 2]
    assert list(all_sources_read(package, events)) == [False, False, True]
    assert list(no_source_read(package, events)) == [False, True, False]


def test_claims_without_a_source_of_their_own_are_counted_with_their_event(package):
    assert list(unsourced_claims(package, package["events"])) == [2, 0, 0]


def test_by_month_each_figure_is_that_of_the_events_of_the_month_the_newest_first(package):
    october, september = quality_by_month(package).rows.to_dict("records")
    assert october == {
        **{"group": "2025-10", "events": 1, "one_origin": 0, "all_read": 1, "none_read": 0, "unsourced_claims": 0},
        **{"checked": 1, "last_checked": pd.Timestamp("2026-11-24")},
    }
    assert (september["events"], september["one_origin"], september["none_read"]) == (2, 1, 1)
    assert (september["unsourced_claims"], september["checked"]) == (2, 0)
    assert pd.isna(september["last_checked"])


def test_by_type_the_order_is_that_of_the_vocabulary(package):
    rows = quality_by_type(package).rows
    assert list(rows.group) == ["vessel_strike", "statement"]
    assert list(rows.events) == [1, 2]


def test_months_and_types_of_the_tables_that_ship_add_up_to_all_events():
    package, sums = shipped(), [name for name in COLUMNS if name != "last_checked"]
    whole = quality_of_all(package)
    assert whole.events == len(package["events"])
    for quality in (quality_by_month(package), quality_by_type(package)):
        assert quality.columns == list(COLUMNS)
        assert quality.rows[["events", *sums]].sum().to_dict() == whole[["events", *sums]].to_dict()
        assert quality.rows.last_checked.max() == whole.last_checked


def test_the_record_says_of_its_own_row_what_was_read_and_which_claims_have_no_source(package):
    first, second, third = (event for _, event in package["events"].iterrows())
    assert quality_text(package, first) == ("1 of 2 sources were read. 2 of 3 claims name no source of their own.")
    assert quality_text(package, second) == "0 of 1 source was read."
    assert quality_text(package, third) == "2 of 2 sources were read."


def test_a_release_says_nothing_of_what_was_not_written_down_then():
    package = data_version_for({"as_of": ["2026-11-24"]}).package
    whole = quality_by_month(package)
    assert whole.rows.events.sum() == len(package["events"])
    assert "one_origin" in whole.columns
    assert not {"checked", "last_checked"} & {*whole.columns}
    assert ("all_read" in whole.columns) == bool(package.column("sources", "basis").tallies)
