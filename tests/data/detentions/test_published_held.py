"""Published figures stand beside ours by their qualifier, and the sentence of a day says whose they are."""

from dataclasses import replace

import pandas as pd
import pytest

from data.detentions.custody import Custody
from data.detentions.published_held import (
    beside_ours,
    day_to_tell,
    held_text,
    last_seen_days,
    published_counts,
    published_for,
    published_held,
    some_held_text,
)
from tests.factory import make_rows, shipped

FIRST, LAST = pd.Timestamp("2025-01-20"), pd.Timestamp("2026-10-04")


def people(*rows):
    held = {"category": "us_citizen", "detained_on": "2025-03-10", "detained_latest": "2025-03-10"}
    return make_rows("detainees", [{"person_id": f"p{place}", **held, **row} for place, row in enumerate(rows)])


def figures(*rows):
    usual = {"publisher": "A paper", "metric": "americans_held", "qualifier": "exact", "value": 1.0}
    return make_rows("published_totals", [{**usual, **row} for row in rows])


def package(*rows):
    return replace(shipped(), frames={**shipped().frames, "published_totals": figures(*rows)})


UNTIL_JULY = {"last_known_held_on": "2025-07-17", "free_by": "2025-07-18"}
UNKNOWN = {"last_known_held_on": None, "free_by": None}


@pytest.mark.parametrize(
    ("value", "qualifier", "agreement"),
    [
        (1, "exact", "within"),
        (2, "about", "within"),
        (3, "exact", "differs"),
        (0, "at_least", "floor"),
        (0, "more_than", "floor"),
        (0, "exact", "differs"),
        (3, "at_least", "differs"),
    ],
)
def test_a_figure_agrees_when_it_lies_between_ours_or_is_a_floor_below(value, qualifier, agreement):
    published = figures({"as_of": "2025-05-01", "value": float(value), "qualifier": qualifier})
    compared = beside_ours(published, people(UNTIL_JULY, UNKNOWN)).iloc[0]
    assert (compared.our_low, compared.our_high) == (1, 2)
    assert compared.agreement == agreement


def test_on_the_day_of_a_release_a_figure_may_be_from_before_it():
    compared = beside_ours(figures({"as_of": "2025-07-18"}), people(UNTIL_JULY, UNTIL_JULY)).iloc[0]
    assert (compared.our_low, compared.our_high) == (0, 2)


def test_only_figures_of_americans_held_or_newly_detained_are_told():
    metrics = ("americans_held", "americans_newly_detained", "spaniards_held", "killed")
    text = published_held(package(*({"as_of": "2025-05-01", "metric": name} for name in metrics)), FIRST, LAST)
    assert list(text.metric) == ["americans_held", "americans_newly_detained"]


def test_every_other_figure_of_people_held_or_released_is_told_apart_from_prisoner_counts():
    metrics = ("americans_held", "spaniards_held", "amnesty_releases", "political_prisoners", "killed")
    text = published_counts(package(*({"as_of": "2025-05-01", "metric": name} for name in metrics)), FIRST, LAST)
    assert list(text.metric) == list(metrics[:3])


def test_for_a_day_each_publisher_has_its_newest_figure_of_thirty_days():
    rows = (
        {"as_of": "2025-04-01", "publisher": "Old"},
        {"as_of": "2025-04-10", "publisher": "A", "value": 5.0},
        {"as_of": "2025-04-20", "publisher": "A", "value": 6.0},
        {"as_of": "2025-05-01", "publisher": "B", "value": 7.0},
        {"as_of": "2025-05-03", "publisher": "Later"},
    )
    text = published_for(package(*rows), pd.Timestamp("2025-05-02"))
    assert list(text.publisher) == ["B", "A"]
    assert list(text.value) == [7.0, 6.0]


def test_the_sentence_of_a_day_says_who_qualifies_a_figure_and_how():
    text = package(
        {"as_of": "2025-04-30", "publisher": "Foro Penal", "value": 2.0},
        {"as_of": "2025-05-01", "publisher": "A paper", "value": 5.0, "qualifier": "at_least"},
    )
    assert held_text(text, people(UNTIL_JULY, UNKNOWN), pd.Timestamp("2025-05-02")) == (
        "On 2 May 2025: 1 to 2 known to us (US citizen: 1 to 2). At least 5 Americans held, according to A paper "
        "(1 May 2025). "
        "2 Americans held, according to Foro Penal (30 April 2025)."
    )


def test_a_day_without_a_figure_says_so():
    text = held_text(package({"as_of": "2026-01-01"}), people(), pd.Timestamp("2025-05-02"))
    assert text == "On 2 May 2025: 0 known to us. Our sources hold no figure published in the 30 days before it."


def test_what_words_leave_of_the_people_is_said_to_be_a_part_and_stands_beside_no_figure():
    text = some_held_text(people(UNTIL_JULY, UNKNOWN), pd.Timestamp("2025-05-02"))
    assert text == "On 2 May 2025: 1 to 2 of the 2 in this view."


def test_the_days_offered_are_those_on_which_several_were_last_known_to_be_held():
    seen = people(UNTIL_JULY, UNTIL_JULY, {"last_known_held_on": "2025-05-01"}, UNKNOWN)
    assert last_seen_days(seen) == [pd.Timestamp("2025-07-17")]


@pytest.mark.parametrize(
    ("requested", "first", "last", "text"),
    [
        ("", "2025-01-20", "2026-10-04", "2025-07-17"),
        ("2025-04-01", "2025-01-20", "2026-10-04", "2025-04-01"),
        ("2025-04-01", "2025-05-01", "2025-09-30", "2025-07-17"),
        ("", "2025-08-01", "2025-08-31", "2025-08-31"),
    ],
)
def test_the_day_told_lies_in_the_view(requested, first, last, text):
    held = people(UNTIL_JULY, UNTIL_JULY)
    custody = Custody(held, held, pd.Timestamp(first), pd.Timestamp(last))
    assert day_to_tell(custody, requested) == pd.Timestamp(text)
