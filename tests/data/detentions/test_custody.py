"""Who is in a view of custody, the days on which they can be counted, and the key figures of them."""

from dataclasses import replace

import pandas as pd
import pytest

from data.detentions.custody import PEOPLE, Custody, custody_in, people_in_view, us_linked
from data.detentions.key_figures import (
    found_wrongful,
    freed_in_exchanges,
    held_at_the_end,
    most_held_at_once,
    people_in_group,
)
from data.selection.filters import Filters
from data.selection.months import MonthSpan
from tests.factory import package_with, shipped
from tests.people import BETWEEN, FIRST, GROUPS, KNOWN, MONTH, NEVER_HEARD_OF_AGAIN, make_people


def custody_of(months: str, *rows) -> Custody:
    """The custody of hand-made people in these months, over the days that the shipped events cover."""
    package = replace(shipped(), frames={**shipped().frames, PEOPLE: make_people(*rows)})
    return custody_in(package, Filters(month=MonthSpan.read(months) if months else MonthSpan()))


def test_us_linked_people_are_citizens_and_residents():
    people = make_people(*({**KNOWN, "category": group} for group in GROUPS))
    assert list(us_linked(shipped(), people).person_id) == ["p0", "p1"]


def test_months_keep_people_whose_custody_touches_them_and_words_search_their_rows():
    people = make_people({**KNOWN, "held_at": "Tocorón"}, BETWEEN, NEVER_HEARD_OF_AGAIN)
    package = package_with(detainees=people)
    assert list(people_in_view(package, MonthSpan.read("2025-10"), "").person_id) == ["p1", "p2"]
    assert list(people_in_view(package, MonthSpan(), "tocoron").person_id) == ["p0"]


def test_people_are_counted_on_the_chosen_days_that_the_data_covers():
    chosen = custody_of("2024-10..2025-02", KNOWN)
    assert (chosen.first, chosen.last) == (FIRST, pd.Timestamp("2025-02-28"))
    assert chosen.is_covered


@pytest.mark.parametrize(
    ("months", "first", "last"),
    [
        ("", FIRST, shipped().last_day),
        ("..2025-03", FIRST, pd.Timestamp("2025-03-31")),
        ("2026-01..", pd.Timestamp("2026-01-01"), shipped().last_day),
        ("2025-05..2099-12", pd.Timestamp("2025-05-01"), shipped().last_day),
    ],
)
def test_an_open_end_reaches_as_far_as_the_data(months, first, last):
    chosen = custody_of(months, KNOWN)
    assert (chosen.first, chosen.last) == (first, last)


def test_a_custody_holds_the_people_of_its_months_and_words_and_the_us_linked_among_them():
    people = [{**KNOWN, "held_at": "Tocorón", "category": group} for group in GROUPS]
    package = replace(shipped(), frames={**shipped().frames, PEOPLE: make_people(*people, KNOWN, BETWEEN)})
    custody = custody_in(package, Filters(month=MonthSpan("2025-03", "2025-03"), q="tocoron"))
    assert list(custody.people.person_id) == ["p0", "p1", "p2"]
    assert list(custody.us_linked.person_id) == ["p0", "p1"]


@pytest.mark.parametrize("months", ["..2024-12", "2027-01.."])
def test_nobody_is_counted_in_months_that_the_data_does_not_cover(months):
    chosen = custody_of(months, NEVER_HEARD_OF_AGAIN)
    assert not chosen.is_covered
    assert [held_at_the_end(chosen)[1], most_held_at_once(chosen)[1]] == ["–", "–"]


def test_the_figures_say_number_day_and_group():
    custody = custody_of(
        "2025-03..2025-06",
        {**KNOWN, "wrongful_detention": "designated", "event_ids": ("a",)},
        {**MONTH, "event_ids": ("c", "b")},
        {**KNOWN, "category": "other_foreigner"},
    )
    assert people_in_group(custody, "us_citizen", "US citizen") == ("US citizen", "2", "of 3 people in this view")
    assert held_at_the_end(custody)[1:] == ("2", "on 30 June 2025")
    assert most_held_at_once(custody)[1:] == ("2", "on 31 March 2025")
    assert found_wrongful(custody, shipped())[1:] == ("1", "0 under review")


def test_with_nobody_in_view_the_figures_are_zero():
    custody = custody_of("")
    assert [held_at_the_end(custody)[1], most_held_at_once(custody)[1], found_wrongful(custody, shipped())[1]] == [
        "0",
        "0",
        "0",
    ]
    nobody = package_with(detainees=make_people())
    assert freed_in_exchanges(nobody, MonthSpan(), "")[1:] == ("0", "in 0 of 3 exchanges")


@pytest.mark.parametrize(
    ("months", "freed", "exchanges"),
    [
        ("", "17", "in 3 of 3 exchanges"),
        ("2025-01", "6", "in 1 of 1 exchange"),
        ("2025-02..2025-07", "10", "in 1 of 1 exchange"),
        ("2026-01..", "1", "in 1 of 1 exchange"),
        ("2025-08..2025-12", "0", "in 0 of 0 exchanges"),
    ],
)
def test_people_freed_in_exchanges_count_in_the_month_of_their_release(months, freed, exchanges):
    span = MonthSpan.read(months) if months else MonthSpan()
    assert freed_in_exchanges(shipped(), span, "")[1:] == (freed, exchanges)
