"""A file's name says what is in it, in characters that every system takes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.publish.file_names import LONGEST, events_name, file_name, release_name, view_name
from data.selection.filters import Filters
from tests.factory import shipped

STRIKES = ["vessel_strike"]


def file_of(query, ending="xlsx"):
    filters = Filters.from_query(query, shipped())[0]
    return file_name(events_name(shipped(), filters), view_name(filters), "2026-11-24", ending)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ({}, "events_release-2026-11-24.xlsx"),
        (
            {"type": STRIKES, "month": ["2026-01..2026-03"]},
            "strike-at-sea_2026-01..2026-03_release-2026-11-24.xlsx",
        ),
        ({"month": ["..2025-08"]}, "events_until-2025-08_release-2026-11-24.xlsx"),
        ({"month": ["2026-01.."]}, "events_from-2026-01_release-2026-11-24.xlsx"),
        ({"q": ["Tocorón ../../x"], "side": ["US"]}, "events_us_tocoron-x_release-2026-11-24.xlsx"),
    ],
    ids=str,
)
def test_a_file_is_file_of_its_view_and_release(query, name):
    assert file_of(query) == name


def test_rows_that_are_in_no_release_yet_are_said_to_be_later():
    assert release_name("2026-11-24", unreleased=True) == "after 2026-11-24"
    assert file_name("ships", "", release_name("2026-11-24", True), "csv") == "ships_release-after-2026-11-24.csv"


@given(st.text(max_size=300), st.lists(st.sampled_from(list(shipped().choices("events", "event_type"))), unique=True))
def test_any_view_has_a_name_of_safe_characters_and_bounded_length(words, types):
    name = file_of({"q": [words], "type": types, "month": ["2025-09..2026-01"]}, "geojson")
    assert re.fullmatch(r"[a-z0-9][a-z0-9._-]*_release-2026-11-24\.geojson", name)
    assert len(name) <= LONGEST
    assert not name.startswith(".")
