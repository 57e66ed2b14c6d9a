"""A record is found by each id that it ever had, in the tables of any day; what names none is left alone."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from data.package.package import Package
from data.package.release_files import known_releases
from data.selection.record_kinds import EVENT, KINDS, SHIP
from data.versions.current_ids import current_ids, shown_id
from data.versions.data_version import DataVersion, VersionState
from data.versions.release import open_release
from tests.factory import make_events, make_rows, package_with, shipped

DAY = "2025-09-02"
A, B, C, D = (f"{DAY}-{letter}" for letter in "abcd")


def tables(*ids: str, former: tuple[tuple[str, str], ...] = ()) -> Package:
    """The tables with these events and these former ids of events."""
    rows = [
        {"table": "events", "former_id": one, "id": other, "since": "2026-12-01", "why": "x"} for one, other in former
    ]
    return package_with(
        events=make_events(*({"event_id": one} for one in ids)), former_ids=make_rows("former_ids", rows)
    )


def version(package: Package, newest: Package) -> DataVersion:
    """What a reader of the package sees while `newest` are the tables as they stand."""
    opened = None if package is newest else SimpleNamespace(version="2026-11-24")
    return DataVersion(package, newest, VersionState((), shipped()["events"].iloc[:0]), opened=opened)


TWICE = ((A, B), (B, C))


@pytest.mark.parametrize("shown", [A, B, C])
@pytest.mark.parametrize("requested", [A, B, C])
def test_each_id_opens_the_record_whichever_it_has_in_the_tables_that_are_shown(shown, requested):
    newest = tables(C, former=TWICE)
    assert shown_id(version(tables(shown), newest), EVENT, requested) == shown


def test_in_the_newest_tables_a_former_id_leads_along_the_whole_chain_in_any_order_of_rows():
    newest = tables(C, former=TWICE[::-1])
    assert [shown_id(version(newest, newest), EVENT, one) for one in (A, B, C)] == [C, C, C]


def test_of_two_records_that_became_one_each_is_found_where_it_still_was():
    newest = tables(C, former=((A, C), (B, C)))
    assert [shown_id(version(tables(A, B), newest), EVENT, one) for one in (A, B, C)] == [A, B, A]
    assert [shown_id(version(newest, newest), EVENT, one) for one in (A, B, C)] == [C, C, C]


@pytest.mark.parametrize("garbage", [D, "x" * 5000, "\x00", "<script>", "", " ", "é", f"{A} "])
def test_what_no_record_ever_had_finds_none(garbage):
    newest = tables(C, former=TWICE)
    assert shown_id(version(newest, newest), EVENT, garbage) == ""
    query = {"event": [garbage], "month": ["x"]}
    assert current_ids(query, version(newest, newest)) == (query, ())


@pytest.mark.parametrize("former", [((A, A),), ((A, B), (B, A)), ((A, D),)], ids=["itself", "circle", "nothing"])
def test_former_ids_that_lead_nowhere_find_nothing_and_end(former):
    newest = tables(C, former=former)
    assert shown_id(version(newest, newest), EVENT, A) == ""


def test_a_former_id_of_one_kind_is_none_of_another():
    newest = tables(C, former=TWICE)
    assert shown_id(version(newest, newest), SHIP, A) == ""


def test_the_first_value_is_replaced_where_it_stands_and_all_else_is_left():
    newest = tables(C, former=TWICE)
    query = {"event": ["", A, B], "ship": ["skipper"], "zzz": [A], "q": [A]}
    found, (moved,) = current_ids(query, version(newest, newest))
    assert found == {**query, "event": ["", C, B]}
    assert query["event"] == ["", A, B]
    assert (moved.kind, moved.row_id) == (EVENT, C)


def test_a_reader_is_told_the_id_of_the_tables_that_are_shown():
    newest = tables(C, former=TWICE)
    (now,) = current_ids({"event": [A]}, version(newest, newest))[1]
    assert now.say() == f"The id of this event is now {C}. Links with the former one go on to work."
    (then,) = current_ids({"event": [C]}, version(tables(A), newest))[1]
    assert f"In release 2026-11-24 the id of this event is {A}." in then.say()


def test_tables_from_before_there_were_former_ids_know_the_ids_that_they_have():
    release = open_release(known_releases()[0])
    assert "former_ids" not in release.frames
    for kind in KINDS.values():
        row_id = release[kind.table][kind.id_column].iloc[0]
        assert shown_id(version(release, release), kind, row_id) == row_id
        assert shown_id(version(release, replace(release)), kind, "nothing") == ""
