"""Licences in order, and how much of each version's time is known."""

import pandas as pd
import pytest

from data.sanctions.licences import (
    in_force,
    licence_spans,
    licences_in_view,
    moving_families,
    ran_out,
    status_day,
    status_texts,
)
from tests.factory import make_rows, package_with, shipped

FIRST, LAST = pd.Timestamp("2025-01-01"), pd.Timestamp("2025-12-31")


def make_licences(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    """Licences with number, version, status, and what ended them."""
    names = ("family", "version", "status", "replaced_by_or_expires")
    given = [dict(zip(names, row, strict=True)) for row in rows]
    return make_rows(
        "licences", [{**row, "licence_id": f"gl-{row['family']}{row['version'].lower()}"} for row in given]
    )


def in_view(licences: pd.DataFrame, words: str = "") -> pd.DataFrame:
    """The licences that hold the words."""
    return licences_in_view(package_with(licences=licences), words)


def test_licences_in_force_come_first_in_order_of_their_numbers():
    licences = make_licences(("10", "A", "in force", ""), ("2", "", "replaced", "gl-2a"), ("9", "B", "in force", ""))

    assert list(in_view(licences).family) == ["9", "10", "2"]
    assert list(in_force(licences).family) == ["10", "9"]
    assert list(in_view(licences, "gl 10").family) == ["10"]


def test_what_ends_a_licence_is_said_in_words():
    ends = in_view(
        make_licences(("1", "", "replaced", "gl-1a"), ("2", "", "expired", "2025-05-09"), ("3", "", "replaced", ""))
    ).ends

    assert list(ends[:2]) == ["GL 1A", "9 May 2025"]
    assert pd.isna(ends.iloc[2])


def make_versions(*rows: dict[str, object]) -> pd.DataFrame:
    """Versions of licence 1 unless a row says otherwise; the id follows from number and letter."""
    return make_rows(
        "licences",
        [
            {
                "family": "1",
                "status": "replaced",
                **row,
                "licence_id": f"gl-{row.get('family', 1)}{row['version'].lower()}",
            }
            for row in rows
        ],
    )


def spanned(*rows: dict[str, object]) -> pd.DataFrame:
    versions = make_versions(*rows)
    return licence_spans(versions, versions, FIRST, LAST).set_index("licence_id")


def test_a_version_ends_on_the_day_its_successor_was_issued_or_on_which_it_expires():
    spans = spanned(
        {"version": "A", "issued_on": "2025-02-01", "replaced_by_or_expires": "gl-1b"},
        {"version": "B", "issued_on": "2025-03-01", "replaced_by_or_expires": "2025-06-01", "status": "expired"},
    )
    assert list(spans.to_day) == [pd.Timestamp("2025-03-01"), pd.Timestamp("2025-06-01")]
    assert spans.end_known.all()


def test_a_version_in_force_reaches_to_the_last_day_or_to_the_day_that_it_names():
    spans = spanned(
        {"version": "A", "issued_on": "2019-02-01", "status": "in force"},
        {
            "version": "",
            "family": "2",
            "issued_on": "2025-02-01",
            "status": "in force",
            "replaced_by_or_expires": "2031-01-01",
        },
    )
    assert set(spans.to_day) == {LAST}
    assert list(spans.from_day) == [FIRST, pd.Timestamp("2025-02-01")]
    delay = {"version": "Z", "issued_on": "2025-02-01", "status": "in force", "runs_to": "2025-11-05"}
    assert list(spanned(delay).to_day) == [pd.Timestamp("2025-11-05")]


DELAY = {"version": "Z", "status": "in force", "runs_to": "2026-11-05", "status_on": "2026-09-28"}
EXPIRING = {"version": "", "family": "60", "status": "in force", "replaced_by_or_expires": "2026-10-23"}
OVER = {"version": "A", "runs_to": "2025-07-03"}


@pytest.mark.parametrize(
    ("day", "delay", "expiring"),
    [
        ("2026-10-23", "In force, runs to 5 November 2026", "In force, runs to 23 October 2026"),
        (
            "2026-11-05",
            "In force, runs to 5 November 2026",
            "Ran to 23 October 2026; a later version is not in our sources",
        ),
        (
            "2026-11-06",
            "Ran to 5 November 2026; a later version is not in our sources",
            "Ran to 23 October 2026; a later version is not in our sources",
        ),
    ],
)
def test_a_status_ages_by_the_day_on_which_it_is_read(day, delay, expiring):
    licences = make_versions(DELAY, EXPIRING, OVER)
    texts = status_texts(package_with(licences=licences), licences, pd.Timestamp(day))
    assert list(texts) == [delay, expiring, "Replaced"]
    assert len(ran_out(licences, pd.Timestamp(day))) == sum(text.startswith("Ran") for text in texts)


def test_the_day_of_a_status_is_that_of_the_newest_list_and_none_where_no_row_says_it():
    assert status_day(make_versions(DELAY, OVER)) == pd.Timestamp("2026-09-28")
    assert status_day(make_versions(OVER)) is None


def test_an_unknown_end_reaches_to_the_next_known_day_of_issue_and_says_so():
    spans = spanned(
        {"version": "A", "issued_on": "2025-02-01", "replaced_by_or_expires": "gl-1b"},
        {"version": "B"},
        {"version": "C", "issued_on": "2025-09-01", "status": "in force"},
    )
    assert spans.to_day["gl-1a"] == pd.Timestamp("2025-09-01")
    assert not spans.end_known["gl-1a"]
    assert "gl-1b" not in spans.index


def test_an_unknown_start_is_a_stump_before_the_end():
    spans = spanned({"version": "A", "replaced_by_or_expires": "2025-05-22", "status": "expired"})
    assert spans.from_day["gl-1a"] == pd.Timestamp("2025-05-01")
    assert pd.isna(spans.start["gl-1a"])


def test_versions_outside_the_days_are_left_out():
    spans = spanned(
        {"version": "A", "issued_on": "2020-02-01", "replaced_by_or_expires": "2024-01-01"},
        {"version": "B", "issued_on": "2026-02-01", "replaced_by_or_expires": "2026-03-01"},
    )
    assert spans.empty


def test_a_number_moves_when_a_version_was_issued_or_ended_in_the_days():
    spans = spanned(
        {"version": "A", "issued_on": "2019-02-01", "status": "in force"},
        {"version": "", "family": "2", "issued_on": "2025-02-01", "status": "in force"},
        {"version": "A", "family": "3", "issued_on": "2019-02-01", "replaced_by_or_expires": "2025-02-01"},
    )
    assert set(moving_families(spans, FIRST).number) == {2, 3}


@pytest.mark.parametrize("day", ["2025-01-20", "2026-01-01"])
def test_no_shipped_version_ends_before_it_starts(day):
    licences = shipped()["licences"]
    spans = licence_spans(licences, licences, pd.Timestamp(day), shipped().last_day)
    assert (spans.from_day <= spans.to_day).all()
    assert spans.to_day.max() <= shipped().last_day
