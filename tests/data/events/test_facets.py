"""Facets count every event once a filter, in words that set the filter; grades part a view without a rest."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.events.columns import SHOWN, choosable, read_columns, write_columns
from data.events.facets import corroboration_facet, facets, with_corroboration
from data.selection.filters import Filters
from data.view.event_columns import filled_columns, with_worked_out
from tests.factory import make_events, shipped


def test_a_facet_counts_what_its_link_would_show():
    for facet in facets(shipped(), shipped()["events"]).itertuples():
        requested, ignored = Filters.from_query({facet.parameter: [facet.value]}, shipped())
        assert ignored == ()
        assert len(requested.keep(shipped())) == facet.events


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(range(len(shipped()["events"]))), unique=True, max_size=30))
def test_every_facet_and_the_grades_count_each_event_once(places):
    events = shipped()["events"].iloc[places]
    counts = facets(shipped(), events)
    # Of an event on land there is no sea.
    of_sea = counts[counts.parameter == "area"].events.sum()
    assert of_sea == (events.area != "").sum()
    assert (counts[counts.parameter != "area"].groupby("parameter").events.sum() == len(events)).all()
    assert (counts.events > 0).all()
    corroborated = corroboration_facet(shipped(), events)
    assert corroborated.events.sum() == len(events)
    for corroboration in corroborated.itertuples():
        assert len(with_corroboration(shipped(), events, corroboration.value)) == corroboration.events
    assert with_corroboration(shipped(), events, "").equals(events)


def test_months_come_in_time_and_other_values_as_the_vocabulary_orders_them():
    events = make_events({"date": "2025-10-02", "actor_side": "VE"}, {"date": "2025-09-02"}, {"date": "2025-09-30"})
    counts = facets(shipped(), events)
    assert counts[counts.parameter == "month"][["value", "events"]].values.tolist() == [["2025-09", 2], ["2025-10", 1]]
    assert list(counts[counts.parameter == "side"]["value"]) == ["US", "VE"]


@given(st.lists(st.sampled_from(list(choosable(shipped()))), unique=True, min_size=1))
def test_columns_keep_their_order_in_a_link(names):
    assert read_columns(write_columns(names), shipped()) == tuple(names)


def test_without_a_word_the_usual_columns_are_shown_and_not_written():
    assert read_columns("", shipped()) == SHOWN
    assert write_columns(SHOWN) == write_columns([]) == ""


@pytest.mark.parametrize("parameter", ["nope", "date.nope", "date.date", ".", "date."])
def test_a_column_that_is_unknown_or_named_twice_is_refused(parameter):
    with pytest.raises(ValueError, match="not columns"):
        read_columns(parameter, shipped())


def test_every_column_that_can_be_chosen_is_in_the_table():
    worked_out = with_worked_out(shipped(), shipped()["events"].head(3))
    assert set(choosable(shipped())) == set(worked_out.columns) - {"killed_text"}
    assert set(worked_out.grade) <= set(shipped()["grades"].label)


def test_killed_and_score_are_columns_where_the_view_holds_deaths_or_acts():
    strike = make_events({"killed_low": 2, "killed_high": 3, "plover_event": "ASSAULT", "plover_mode": "aerial"})
    statement = make_events({"plover_event": "", "plover_mode": "", "cameo": ""})
    assert filled_columns(SHOWN, with_worked_out(shipped(), strike)) == SHOWN
    quiet = filled_columns(SHOWN, with_worked_out(shipped(), statement))
    assert set(SHOWN) - set(quiet) == {"killed", "score"}
    assert list(with_worked_out(shipped(), strike).killed_text) == ["2 to 3"]


def test_no_two_columns_that_can_be_chosen_share_a_heading():
    headings = list(choosable(shipped()).values())
    assert len(headings) == len(set(headings))
