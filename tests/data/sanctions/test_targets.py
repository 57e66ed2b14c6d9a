"""Which targets are in a view, what they are linked to, and how many had been listed by a day."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.records.record import line_text
from data.records.target_facts import programmes_line
from data.sanctions.targets import TargetChoice, running_targets, targets_in_view, with_links
from data.selection.months import MonthSpan
from tests.factory import make_rows, package_with, shipped

ALL = MonthSpan()


def make_targets(*rows: dict[str, object]) -> pd.DataFrame:
    """Targets as the package types them; a day is written as a text."""
    days = ("listed_on", "delisted_on")
    typed = [{**row, **{name: pd.Timestamp(row[name]) for name in days if name in row}} for row in rows]
    return make_rows("sanctions_targets", typed)


def make_relations(*sentences: tuple[str, str, str, str]) -> pd.DataFrame:
    """Ties as the package types them: first end, relation, last end, kind."""
    names = ("from_target_id_or_name", "relation", "to_name", "kind")
    return make_rows("sanctions_relations", [dict(zip(names, row, strict=True)) for row in sentences])


TARGETS = make_targets(
    {
        "target_id": "a",
        "name": "PENA, Ana",
        "display_name": "Ana Peña",
        "listed_on": "2025-12-19",
        "ofac_uid": "7",
    },
    {
        "target_id": "b",
        "name": "ROJAS, Bo",
        "display_name": "Bo Rojas",
        "listed_on": "2025-11-30",
        "linked_to": "a",
    },
    {"target_id": "c", "name": "CEIBA", "display_name": "Ceiba"},
)
RELATIONS = make_relations(("a", "sister of", "Núria Gómez", "family"), ("b", "owner of", "c", "ownership"))
PACKAGE = package_with(sanctions_targets=TARGETS, sanctions_relations=RELATIONS)
WITHOUT_TIES = package_with(sanctions_targets=TARGETS, sanctions_relations=RELATIONS.iloc[:0])


def test_with_no_months_chosen_targets_without_a_day_are_in_the_view():
    found = targets_in_view(PACKAGE, ALL, "")

    assert list(found.rows.target_id) == ["a", "b", "c"]
    assert found.undated == 0


def test_months_choose_by_the_day_of_listing_and_say_whom_they_leave_out():
    found = targets_in_view(PACKAGE, MonthSpan("2025-12", "2025-12"), "")

    assert list(found.rows.target_id) == ["a"]
    assert list(found.left_out.target_id) == ["c"]
    assert found.undated == 1


def test_a_delisting_counts_in_the_month_of_its_day_whenever_the_target_was_listed():
    listed = {"target_id": "a", "listed_on": "2018-09-25", "delisted_on": "2026-04-01"}
    package = package_with(sanctions_targets=make_targets(listed, {"target_id": "b"}))
    days = {month: targets_in_view(package, MonthSpan(month, month), "").delisted for month in ("2018-09", "2026-04")}
    assert [list(found.target_id) for found in days.values()] == [[], ["a"]]
    assert list(targets_in_view(package, ALL, "").delisted.target_id) == ["a"]


def test_a_target_left_out_by_its_words_is_not_counted_as_undated():
    assert targets_in_view(PACKAGE, MonthSpan("2025-12", "2025-12"), "pena").undated == 0


@pytest.mark.parametrize("words", ["pena", "PEÑA", "ana peña"])
def test_words_find_a_target_whatever_accents_and_case(words):
    assert list(targets_in_view(PACKAGE, ALL, words).rows.target_id) == ["a"]


def test_words_find_a_target_by_its_ties_from_either_end():
    assert list(targets_in_view(PACKAGE, ALL, "nuria sister").rows.target_id) == ["a"]
    assert list(targets_in_view(PACKAGE, ALL, "rojas").rows.target_id) == ["b", "c"]


def test_without_ties_no_target_is_found_by_one():
    assert targets_in_view(WITHOUT_TIES, ALL, "nuria").rows.empty


def test_searching_leaves_the_tables_as_they_are():
    before = (PACKAGE["sanctions_targets"].copy(), PACKAGE["sanctions_relations"].copy())

    targets_in_view(PACKAGE, ALL, "nuria")

    pd.testing.assert_frame_equal(PACKAGE["sanctions_targets"], before[0])
    pd.testing.assert_frame_equal(PACKAGE["sanctions_relations"], before[1])


def test_only_a_known_number_leads_to_a_record_of_ofac():
    linked = with_links(TARGETS, TARGETS)

    assert linked.ofac_record.iloc[0] == "https://sanctionssearch.ofac.treas.gov/Details.aspx?id=7"
    assert linked.ofac_record.isna().to_list() == [False, True, True]
    assert linked.linked_name.iloc[1] == "Ana Peña"
    assert linked.linked_name.isna().to_list() == [True, False, True]


CHOSEN = make_targets(
    {"target_id": "a", "target_type": "individual", "status": "active", "authority": "OFAC", "programme": ("X", "Y")},
    {"target_id": "b", "target_type": "vessel", "status": "active", "authority": "State", "programme": ("Y",)},
)


@pytest.mark.parametrize(
    ("choice", "chosen"),
    [
        (TargetChoice(), ["a", "b"]),
        (TargetChoice(target_type="vessel"), ["b"]),
        (TargetChoice(programme="X"), ["a"]),
        (TargetChoice(programme="Y"), ["a", "b"]),
        (TargetChoice(status="delisted"), []),
        (TargetChoice(authority="State", programme="Y"), ["b"]),
    ],
)
def test_a_choice_keeps_the_targets_that_have_all_of_it(choice, chosen):
    assert list(choice.keep(CHOSEN).target_id) == chosen


@pytest.mark.parametrize("words", ["nino", "NIÑO", "x"])
def test_words_find_a_target_by_another_name_or_its_programme(words):
    targets = make_targets({"target_id": "a", "aliases": ("El Niño",), "programme": ("X",)}, {"target_id": "b"})
    assert list(targets_in_view(package_with(sanctions_targets=targets), ALL, words).rows.target_id) == ["a"]


def day(text: str) -> pd.Timestamp:
    return pd.Timestamp(text)


def test_the_running_number_starts_with_those_listed_before_and_changes_on_the_day():
    targets = make_targets(
        {"listed_on": "2019-01-01", "delisted_on": "2025-03-01"},
        {"listed_on": "2025-02-01"},
        {"listed_on": "2030-01-01"},
        {},
    )
    counts = running_targets(targets, day("2025-01-01"), day("2025-12-31"))
    assert counts.to_dict("list") == {
        "day": [day("2025-01-01"), day("2025-02-01"), day("2025-03-01"), day("2025-12-31")],
        "listed": [1, 2, 2, 2],
        "delisted": [0, 0, 1, 1],
    }


DAYS = st.dates(min_value=day("2024-01-01").date(), max_value=day("2026-12-31").date())


@given(st.lists(st.tuples(DAYS, st.none() | st.integers(0, 400)), max_size=8))
def test_the_running_number_never_falls_and_no_more_are_delisted_than_listed(spans):
    rows = [
        {"listed_on": start, "delisted_on": None if length is None else start + pd.Timedelta(days=length)}
        for start, length in spans
    ]
    counts = running_targets(make_targets(*rows) if rows else TARGETS[:0], day("2025-01-01"), day("2025-12-31"))
    assert counts.listed.is_monotonic_increasing
    assert counts.delisted.is_monotonic_increasing
    assert (counts.delisted <= counts.listed).all()


def test_the_code_of_a_programme_is_told_once():
    labels = shipped().choices("sanctions_targets", "programme")
    target = pd.Series({"programme": ("FTO", "EU")})
    assert line_text(programmes_line(shipped(), target)) == f"{labels['FTO']}; {labels['EU']} [EU]"
