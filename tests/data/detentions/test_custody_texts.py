"""A person's record says the days with their precision, and what is not known."""

import pytest

from data.detentions.custody_texts import (
    about_text,
    custody_days,
    detention_text,
    events_of,
    maybe_the_same,
    release_text,
)
from data.records.person_facts import PERSON_FACTS, UNKNOWN
from data.selection.record_kinds import PERSON
from tests.factory import make_rows, shipped
from tests.people import people_of
from tests.shown import fact_texts


def person(**values):
    row = {"person_id": "a", "category": "us_citizen", "status": "released", "wrongful_detention": "unknown"}
    row |= {"detained_precision": "day", "released_precision": "day", "geo_precision": "none"}
    return make_rows("detainees", [{**row, **values}]).iloc[0]


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"detained_on": "2025-03-10", "detained_latest": "2025-03-10"}, "10 March 2025"),
        (
            {"detained_on": "2025-03-01", "detained_latest": "2025-03-31", "detained_precision": "month"},
            "March 2025",
        ),
        (
            {"detained_on": "2025-03-10", "detained_latest": "2025-03-10", "detained_precision": "approx"},
            "about 10 March 2025",
        ),
        (
            {"detained_on": "2025-10-01", "detained_latest": "2025-12-31", "detained_precision": "approx"},
            "between 1 October 2025 and 31 December 2025",
        ),
        ({"detained_latest": "2025-03-31"}, "not known, by 31 March 2025"),
        ({}, "not known"),
    ],
)
def test_a_detention_is_said_as_exactly_as_it_is_known(values, text):
    assert detention_text(shipped(), person(**values)) == text


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"released_on": "2025-07-18", "free_by": "2025-07-18"}, "18 July 2025"),
        (
            {"released_on": "2025-07-18", "free_by": "2025-07-20", "released_precision": "approx"},
            "about 18 July 2025",
        ),
        ({"free_by": "2026-01-30"}, "day not known, free by 30 January 2026"),
        ({}, "not known"),
    ],
)
def test_a_release_is_said_as_exactly_as_it_is_known(values, text):
    assert release_text(shipped(), person(**values)) == text


def facts(person):
    """All facts of the record by their headings."""
    return {
        heading: words
        for group in PERSON_FACTS
        for heading, words in fact_texts(shipped(), "detainees", group, person, UNKNOWN)
    }


def test_what_nobody_published_is_said_to_be_unknown():
    found = facts(person())
    titles = [shipped().column("detainees", name).title for name in ("detained_on", "detained_place", "held_at")]
    assert [found[title] for title in titles] == [UNKNOWN] * 3
    assert about_text(shipped(), person()).endswith("Nationality: not known")


def test_a_place_of_detention_is_said_with_its_precision_and_its_point():
    state = {"detained_place": "Bolívar state", "geo_precision": "admin1"}
    assert "Bolívar state (state or province)" in facts(person(**state)).values()
    point_text = "Bolívar state (state or province); the point 6° N, 63.5° W stands for it"
    assert point_text in facts(person(**state, lat=6.0, lon=-63.5)).values()


def test_the_days_of_a_custody_are_told_where_a_bound_of_them_is_known():
    assert custody_days(shipped(), person()) == []
    days = custody_days(shipped(), person(detained_latest="2025-03-31", free_by="2026-01-30"))
    assert [f"{words}: {happened}" for _, words, happened in days] == [
        "not known, by 31 March 2025: Detained",
        "day not known, free by 30 January 2026: Released",
    ]


def test_two_rows_that_may_be_one_person_name_each_other():
    people = shipped()["detainees"]
    pairs = people[people.possibly_same_as != ""]
    assert not pairs.empty
    for _, one in pairs.iterrows():
        other = PERSON.row(shipped(), one.possibly_same_as)
        assert one.person_id in set(maybe_the_same(shipped(), other).person_id)
        assert other.person_id in set(maybe_the_same(shipped(), one).person_id)


def test_people_and_events_name_each_other_both_ways():
    for _, one in shipped()["detainees"].iterrows():
        for event_id in events_of(shipped(), one).event_id:
            assert one.person_id in set(people_of(shipped(), event_id).person_id)
