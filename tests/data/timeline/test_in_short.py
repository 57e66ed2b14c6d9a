"""Escalation and deaths at sea in short agree with the sums that the pictures draw, and follow the filters."""

from dataclasses import replace

import pytest

from data.selection.filters import Filters
from data.selection.months import MonthSpan
from data.selection.periods import read_period
from data.text.formats import signed, spoken
from data.timeline.compare import compared, counts_side_by_side
from data.timeline.escalation import acts, directions, summed
from data.timeline.in_short import comparison_facts, escalation_facts, net_by_month, strikes_by_sea, toll_facts
from data.timeline.toll import sea_strikes, toll_at_sea
from tests.factory import make_events, shipped

SCORED = ("plover", "two_states")
PACIFIC, CARIBBEAN = "Eastern Pacific Ocean (location not released)", "Caribbean Sea, off Venezuela"


def strike(place, low, high, day="2025-10-01"):
    row = {"event_type": "vessel_strike", "place": place, "strikes": 2, "killed_low": low, "killed_high": high}
    return row | {"date": day, "event_id": f"{day}-{low}-{high}"}


@pytest.mark.parametrize("scale", ["plover", "goldstein"])
def test_the_last_act_of_each_side_has_its_score_and_opens_its_record(scale):
    events = shipped()["events"]
    scored = acts(shipped(), events, scale, "two_states")
    facts = escalation_facts(shipped(), events, scale, "two_states")
    for fact, direction in zip(facts, directions(shipped()), strict=False):
        last = scored[scored.dyad == direction].iloc[-1]
        assert fact.parameters["event"] == last.event_id
        assert f"({signed(last.score)} points)" in fact.text


def test_the_net_of_a_month_is_the_sum_that_the_picture_draws():
    scored = acts(shipped(), shipped()["events"], "plover", "two_states")
    net = net_by_month(scored)
    sums = summed(shipped(), scored, scored.date.min(), scored.date.max(), "M")
    for row in sums[sums.acts > 0].itertuples():
        month = row.bucket.to_period("M")
        assert net[row.direction, month] == pytest.approx(row.negative + row.positive)


def test_the_net_of_both_sides_is_given_on_both_scales():
    facts = escalation_facts(shipped(), shipped()["events"], "plover", "two_states")
    nets = [fact for fact in facts if fact.text.startswith("Net of")]
    assert {fact.parameters["scale"] for fact in nets} == {"plover", "goldstein"}
    assert all(label in fact.text for fact in nets for label in directions(shipped()).values())


def test_without_acts_there_is_nothing_to_say():
    assert escalation_facts(shipped(), shipped()["events"].iloc[:0], "plover", "two_states") == []
    assert toll_facts(shipped(), shipped()["events"].iloc[:0]) == []


def test_strikes_by_sea_say_the_dead_of_each_strike():
    pacific, caribbean = strikes_by_sea(make_events(strike(PACIFIC, 3, 5), strike(CARIBBEAN, 4, 4, "2025-10-02")))
    assert "2 strikes, 3 to 5 killed, 1.5 to 2.5 a strike" in pacific.text
    assert "Caribbean Sea: 2 strikes, 4 killed, 2 a strike" in caribbean.text
    assert pacific.page == "events"
    assert pacific.parameters["q"] == '"Eastern Pacific Ocean"'


def test_a_sea_leads_to_its_strikes_by_the_filter_of_seas():
    events = shipped()["events"]
    for fact in strikes_by_sea(events):
        (area,) = fact.parameters["area"]
        assert f": {toll_at_sea(events[events.area == area]).strikes} strikes" in fact.text


def test_the_seas_of_the_shipped_strikes_leave_none_out():
    events = shipped()["events"]
    counted = [int(fact.text.split(": ")[1].split()[0]) for fact in strikes_by_sea(events)]
    assert sum(counted) == toll_at_sea(events).strikes


def test_those_presumed_dead_are_the_difference_of_both_counts():
    facts = toll_facts(shipped(), shipped()["events"])
    toll = toll_at_sea(shipped()["events"])
    assert any(fact.text.startswith(f"{toll.killed_high - toll.killed_low} more people") for fact in facts)


def test_the_toll_of_a_day_is_that_of_the_events_until_then():
    events = shipped()["events"]
    (fact,) = (fact for fact in toll_facts(shipped(), events) if fact.text.startswith("By "))
    toll = toll_at_sea(events[events.date <= "2025-12-31"])
    assert f"{toll.strikes} strikes at sea, {spoken(toll.killed_low, toll.killed_high)} killed" in fact.text
    assert (fact.parameters["month"], fact.parameters["days"]) == ("..2025-12", [])
    in_2026 = toll_facts(shipped(), events[events.date >= "2026-01-01"])
    assert fact.text in [other.text for other in in_2026]


def test_the_facts_follow_the_filters():
    events = Filters(month=MonthSpan("2025-09", "2025-10")).keep(shipped())
    facts = strikes_by_sea(events)
    assert sum(int(fact.text.split(": ")[1].split()[0]) for fact in facts) == int(sea_strikes(events).strikes.sum())
    assert [fact.text for fact in facts] != [fact.text for fact in strikes_by_sea(shipped()["events"])]


def test_the_deadliest_day_sums_its_strikes_and_is_left_out_where_two_days_are_equal():
    events = make_events(strike(PACIFIC, 3, 5), strike(PACIFIC, 3, 3), strike(PACIFIC, 4, 4, "2025-10-02"))
    (fact,) = (fact for fact in toll_facts(shipped(), events) if fact.text.startswith("Deadliest"))
    assert "6 to 8 killed" in fact.text
    equal = make_events(strike(PACIFIC, 3, 3), strike(PACIFIC, 3, 4, "2025-10-02"))
    assert not any(fact.text.startswith("Deadliest") for fact in toll_facts(shipped(), equal))


def test_by_sea_a_link_keeps_the_words_that_the_strikes_were_chosen_by():
    (fact,) = strikes_by_sea(make_events(strike(CARIBBEAN, 3, 5)), "four boats")
    assert fact.parameters["q"] == 'four boats "Caribbean Sea"'


def sides(*periods):
    return [compared(shipped(), shipped()["events"], read_period(name, shipped()), *SCORED) for name in periods]


def test_two_periods_in_short_say_what_rose_and_fell_most_and_open_those_events():
    one, other = sides("2025-12", "2026-09")
    a_day, *changes = comparison_facts(shipped(), one, other)
    assert all(
        f"{round(side.events / side.period.days, 1):g} in {side.period.name}" in a_day.text for side in (one, other)
    )
    counts = counts_side_by_side(shipped(), one, other)
    for fact in changes:
        filters, ignored = Filters.from_query(
            {name: list(map(str, [value])) for name, value in opened(fact)}, shipped()
        )
        before, after = counts.loc[fact.parameters["type"]]
        assert not ignored
        assert fact.text.endswith(f"from {before} events to {after}")
        assert len(filters.keep(shipped())) == (after if fact.text.startswith("Rose") else before)
    assert len(comparison_facts(shipped(), one, one)) == 1


def opened(fact):
    return [(name, value) for name, value in fact.parameters.items() if value]


def test_periods_without_an_event_are_not_compared_in_short():
    (one,) = sides("2025-12")
    nothing = replace(one, events=0)
    assert comparison_facts(shipped(), nothing, nothing) == []
