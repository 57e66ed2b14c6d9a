"""Sources of a record: in order, weak and unread ones told apart, by the vocabulary and not by names in Python."""

from dataclasses import replace

import pandas as pd
import pytest

from data.events.origins import corroboration
from data.events.sources import (
    BASIS,
    KIND,
    SOURCES,
    UNREAD,
    WEAKER,
    corroboration_text,
    is_unread,
    is_weaker,
    origins_text,
    published_by,
    sources_of,
    weaker_text,
)
from data.package.rules.sources import COMPILES
from tests.factory import make_events, make_rows, shipped

ALL = tuple(shipped()[SOURCES].source_id)


def a_source(**values):
    row = {"source_id": "x", "publisher": "A", "title": "T", KIND: "official", BASIS: "read", "origins": ("reuters",)}
    return make_rows(SOURCES, [row | values]).iloc[0]


def test_every_source_stands_once_official_and_wire_first_and_read_before_cited():
    found = sources_of(shipped(), ALL)
    kinds, bases = (list(shipped().choices(SOURCES, column)) for column in (KIND, BASIS))
    ranks = [(kinds.index(kind), bases.index(basis)) for kind, basis in zip(found[KIND], found[BASIS], strict=True)]
    assert ranks == sorted(ranks)
    assert kinds[:2] == ["official", "wire"]
    assert sorted(found.source_id) == sorted(ALL)


def test_within_a_kind_the_undated_come_last():
    found = sources_of(shipped(), ALL)
    for _, alike in found.groupby([KIND, BASIS]):
        dated = alike.published.notna()
        assert list(dated) == sorted(dated, reverse=True)
        assert alike.published[dated].is_monotonic_increasing


@pytest.mark.parametrize("kind", list(shipped().choices(SOURCES, KIND)))
def test_a_kind_is_weaker_as_the_descriptor_says(kind):
    declared = shipped().column(SOURCES, KIND).tallies.get(kind) == WEAKER
    assert is_weaker(shipped(), a_source(**{KIND: kind})) == declared
    assert (shipped().choices(SOURCES, KIND)[kind] in weaker_text(shipped())) == declared


def test_a_compilation_is_weaker_whatever_its_kind_and_one_origin_beside_it_makes_up_for_it():
    origins = shipped()["origins"]
    compilation = origins.origin[origins.compiles == COMPILES].iloc[0]
    assert is_weaker(shipped(), a_source(origins=(compilation,)))
    assert not is_weaker(shipped(), a_source(origins=(compilation, "reuters")))


@pytest.mark.parametrize("basis", list(shipped().choices(SOURCES, BASIS)))
def test_a_source_is_unread_as_the_descriptor_says(basis):
    declared = shipped().column(SOURCES, BASIS).tallies.get(basis) == UNREAD
    assert is_unread(shipped(), a_source(**{BASIS: basis})) == declared


def test_a_release_from_before_kinds_were_told_apart_marks_compilations_alone():
    tables = tuple(
        replace(table, columns=tuple(replace(column, tallies={}) for column in table.columns))
        for table in shipped().descriptor.tables
    )
    older = replace(shipped(), descriptor=replace(shipped().descriptor, tables=tables))
    assert not any(is_weaker(older, a_source(**{KIND: kind})) for kind in shipped().choices(SOURCES, KIND))
    assert not any(is_unread(older, a_source(**{BASIS: basis})) for basis in shipped().choices(SOURCES, BASIS))
    assert weaker_text(older) == "a compilation of what others reported"


def test_a_publisher_is_told_with_day_and_whom_its_text_traces_to():
    own = a_source(publisher="Reuters", published=pd.Timestamp("2026-01-05"))
    assert published_by(shipped(), own) == "Reuters, 5 January 2026"
    assert published_by(shipped(), a_source()) == "A, undated; traces to Reuters"


def test_copies_of_one_text_are_told_as_one_origin():
    sources = shipped()[SOURCES]
    copies = tuple(sources.source_id[sources.origins == ("reuters",)].head(3))
    assert origins_text(shipped(), copies) == "3 sources, 1 independent origin: Reuters."


def test_the_grade_is_told_with_what_it_means():
    events = make_events({}, {"source_ids": ALL[:1]})
    labels = shipped().labels("grades", "grade")
    for (_, event), key in zip(events.iterrows(), corroboration(shipped(), events), strict=True):
        assert corroboration_text(shipped(), event).startswith(f"{labels[key]}. ")
