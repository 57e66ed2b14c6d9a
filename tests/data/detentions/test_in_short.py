"""Custody in short: groups and years add up, and the days are those of the band and the table."""

from data.detentions.custody import custody_in, days_in_custody, held_on
from data.detentions.in_short import held_facts, people_facts, place_facts, prisoner_facts, release_facts
from data.detentions.places import held_places
from data.detentions.prisoners import prisoner_counts
from data.selection.filters import Filters
from data.selection.months import MonthSpan
from tests.factory import make_rows, shipped

ALL = MonthSpan()


def test_a_group_is_counted_by_year_of_detention_and_the_first_and_last_are_named():
    rows = [("a", "2024-05-01"), ("b", "2025-05-01"), ("c", "2025-06-01")]
    people = make_rows(
        "detainees",
        [{"person_id": who, "name": who, "category": "us_citizen", "detained_on": day} for who, day in rows],
    )
    group, first, last = people_facts(shipped(), people)
    assert group.text.endswith("3 people by year of detention: 2024: 1, 2025: 2")
    undated = make_rows("detainees", [{"person_id": "d", "name": "d", "category": "us_citizen"}])
    assert people_facts(shipped(), undated)[0].text.endswith("1 person by year of detention: not known: 1")
    assert group.parameters == {"group": "us_citizen"}
    assert (first.parameters, last.parameters) == ({"person": "a"}, {"person": "c"})
    assert people_facts(shipped(), people.iloc[:0]) == []


def test_the_day_with_most_held_has_that_many():
    custody = custody_in(shipped(), Filters())
    most, fewest, last = held_facts(custody)
    for fact in (most, fewest, last):
        assert fact.text.count(str(held_on(custody.us_linked, _day(fact)))) == 1
    assert held_on(custody.us_linked, _day(most)).high >= held_on(custody.us_linked, _day(fewest)).high
    assert _day(last) == custody.last


def _day(fact):
    return make_rows("detainees", [{"released_on": fact.parameters["day"]}]).released_on.iloc[0]


def test_where_no_day_is_covered_nothing_is_said():
    assert held_facts(custody_in(shipped(), Filters(month=MonthSpan("2019-01", "2019-02")))) == []


def test_the_day_on_which_most_were_freed_has_that_many_rows():
    people = shipped()["detainees"]
    most = next(fact for fact in release_facts(shipped(), people, ALL) if fact.text.startswith("Most freed"))
    day = str(most.parameters["days"])
    assert f": {int((people.released_on == day).sum())} people" in most.text
    assert release_facts(shipped(), people.iloc[:0], ALL) == []


def test_only_those_freed_in_the_months_of_the_view_are_said_to_be_freed():
    people = shipped()["detainees"]
    facts = release_facts(shipped(), people, MonthSpan("2025-07", "2025-12"))
    assert all("2025" in fact.text for fact in facts)
    assert release_facts(shipped(), people, MonthSpan("2010-01", "2010-02")) == []


def test_highest_and_lowest_count_are_of_the_organisation_with_most_counts():
    counts = prisoner_counts(shipped(), ALL)
    own = counts[counts.organisation == counts.organisation.value_counts().index[0]]["count"]
    most, fewest, newest = prisoner_facts(shipped(), ALL)
    assert f"{own.max():,}" in most.text
    assert f"{own.min():,}" in fewest.text
    assert f"{own.iloc[-1]:,}" in newest.text
    assert prisoner_facts(shipped(), MonthSpan("2010-01", "2010-02")) == []


def test_days_of_custody_are_no_more_exact_than_they_are_known():
    rows = [("a", "2018-10-01", "month", "2018-10-31"), ("b", "2025-12-08", "approx", "2025-12-31")]
    people = make_rows(
        "detainees",
        [
            {"person_id": who, "name": who, "category": "us_citizen"}
            | {"detained_on": day, "detained_precision": precision, "detained_latest": last}
            for who, day, precision, last in rows
        ],
    )
    texts = [fact.text for fact in people_facts(shipped(), people)]
    assert "First detained: a, October 2018" in texts
    assert "Last detained: b, between 8 December 2025 and 31 December 2025" in texts


def test_who_was_held_longest_is_named_with_the_days_that_are_sure_and_possible():
    people = shipped()["detainees"]
    longest = next(fact for fact in people_facts(shipped(), people) if fact.text.startswith("Held longest"))
    days = days_in_custody(people)
    person = people.loc[days.low.idxmax()]
    low, high = (f"{days[end][person.name]:,}" for end in ("low", "high"))
    assert longest.text == f"Held longest: {person['name']}, {low} to {high} days"
    assert longest.parameters == {"person": person.person_id}


def test_the_places_of_most_people_held_are_those_that_the_map_opens():
    people = shipped()["detainees"]
    sites = held_places(people)
    facts = place_facts(people)
    assert [fact.parameters["place"] for fact in facts] == list(sites.place_id[: len(facts)])
    assert all(str(count) in fact.text for count, fact in zip(sites.people, facts, strict=False))
    assert {fact.page for fact in facts} == {"map"}
    assert place_facts(people.iloc[:0]) == []
