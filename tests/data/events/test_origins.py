"""Copies of one text are one origin, a government's own word is told apart, and one more source never takes away."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.events.origins import (
    ONE,
    OWN,
    SEVERAL,
    corroboration,
    doubtful_verifications,
    one_origin,
    origins_of,
    uncertain,
)
from data.package.package import Package
from tests.factory import make_events, make_rows, shipped

ORIGINS = (
    {"origin": "agency"},
    {"origin": "outlet"},
    {"origin": "us-executive", "government": "US"},
    {"origin": "us-congress", "government": "US"},
    {"origin": "ve-government", "government": "VE"},
    {"origin": "encyclopedia", "compiles": "yes"},
    {"origin": "digest", "compiles": "yes"},
)
SOURCES = {
    "agency-here": ("agency",),
    "agency-there": ("agency",),
    "two-agencies": ("agency", "outlet"),
    "outlet": ("outlet",),
    "treasury": ("us-executive",),
    "southcom-copy": ("us-executive",),
    "congress": ("us-congress",),
    "ministry": ("ve-government",),
    "encyclopedia": ("encyclopedia",),
    "digest": ("digest",),
}


def package() -> Package:
    """The shipped package with a few sources and origins in place of its own."""
    sources = make_rows("sources", [{"source_id": name, "origins": of} for name, of in SOURCES.items()])
    return replace(shipped(), frames={**shipped().frames, "sources": sources, "origins": make_rows("origins", ORIGINS)})


def event(*sources, side="US", verification="official"):
    return {"source_ids": sources, "actor_side": side, "verification": verification}


def corroborations(*events):
    return list(corroboration(package(), make_events(*events)))


def test_an_event_has_the_origins_of_all_its_sources_each_once():
    events = make_events(event("agency-here", "agency-there"), event("two-agencies", "treasury"))
    assert list(origins_of(package(), events)) == [{"agency"}, {"agency", "outlet", "us-executive"}]


def test_copies_of_one_agency_text_are_one_origin():
    events = make_events(event("agency-here"), event("agency-here", "agency-there"), event("agency-here", "outlet"))
    assert list(one_origin(package(), events)) == [True, True, False]


def test_a_source_that_names_two_agencies_has_two_origins():
    assert corroborations(event("two-agencies")) == [SEVERAL]


def test_the_acting_governments_own_word_is_told_apart_from_others():
    assert corroborations(event("treasury", "southcom-copy"), event("congress"), event("agency-here")) == [
        OWN,
        OWN,
        ONE,
    ]


def test_a_governments_word_on_another_sides_act_is_one_origin_and_not_its_own():
    assert corroborations(event("treasury", side="VE"), event("ministry", side="VE")) == [ONE, OWN]


def test_two_bodies_that_stand_apart_are_several_origins():
    assert corroborations(event("treasury", "congress"), event("treasury", "ministry")) == [SEVERAL, SEVERAL]


def test_a_compilation_never_makes_two_independent_origins_and_hides_none():
    rows = (event("outlet", "encyclopedia"), event("treasury", "digest"), event("encyclopedia", "digest"))
    assert corroborations(*rows) == [ONE, OWN, ONE]
    assert list(uncertain(package(), make_events(*rows))) == [True] * 3
    assert corroborations(event("outlet", "agency-here", "encyclopedia")) == [SEVERAL]
    assert list(origins_of(package(), make_events(rows[0]))) == [{"outlet", "encyclopedia"}]


@pytest.mark.parametrize("verification", shipped().choices("events", "verification"))
def test_an_event_is_uncertain_when_in_doubt_or_of_one_origin(verification):
    one = event("agency-here", "agency-there", verification=verification)
    two = event("agency-here", "outlet", verification=verification)
    doubtful = verification in doubtful_verifications(shipped())
    assert list(uncertain(package(), make_events(one, two))) == [True, doubtful]


def test_the_answers_keep_the_events_index_and_leave_the_events_alone():
    events = make_events(event("agency-here"), event("outlet"), event("treasury")).iloc[[2, 0]]
    before = events.copy()
    for answer in (origins_of, one_origin, uncertain, corroboration):
        assert list(answer(package(), events).index) == [2, 0]
        assert answer(package(), events.iloc[:0]).empty
    assert events.equals(before)


def test_a_source_that_the_table_lacks_is_an_error_and_not_an_origin():
    with pytest.raises(KeyError, match="unheard-of"):
        origins_of(package(), make_events(event("unheard-of")))


@settings(max_examples=50, deadline=None)
@given(st.permutations(list(SOURCES)))
def test_one_more_source_never_turns_several_into_one(names):
    growing = make_events(*(event(*names[:count]) for count in range(1, len(names) + 1)))
    several = corroboration(package(), growing) == SEVERAL
    assert all(after or not before for before, after in pairwise(several))
    assert several.equals(~one_origin(package(), growing))


def test_every_grade_has_its_words():
    assert set(shipped()["grades"].grade) == {SEVERAL, OWN, ONE}
