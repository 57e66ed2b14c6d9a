"""The codes of an event in words: both scores are those of the tables, and the sums named are those that count it."""

import pytest

from data.records.event_facts import goldstein_line, plover_line, scopes_text
from data.records.record import line_text
from data.text.formats import signed
from data.text.messages import say
from data.timeline.escalation import SCOPES
from data.timeline.scores import goldstein_score, is_scored, plover_score
from tests.factory import shipped

EVENTS = shipped()["events"]
SCORED = EVENTS[is_scored(EVENTS)]
LABELS = shipped()["options"].set_index(["option", "value"]).label


def test_scores_are_those_that_the_tables_give():
    some = SCORED.drop_duplicates(["plover_event", "plover_mode", "cameo"])
    plover = plover_score(some, shipped()["plover_scores"])
    goldstein = goldstein_score(some, shipped()["goldstein"])
    for row, event in some.iterrows():
        assert f"{signed(plover[row])} points" in line_text(plover_line(shipped(), event))
        assert (
            line_text(goldstein_line(shipped(), event)) == f"CAMEO code {event.cameo}: {signed(goldstein[row])} points"
        )


def test_an_event_without_a_code_is_said_not_to_be_scored():
    event = EVENTS[~is_scored(EVENTS)].iloc[0]
    assert line_text(plover_line(shipped(), event)) == say("scores.no_code")
    assert line_text(goldstein_line(shipped(), event)) == scopes_text(shipped(), event) == ""


@pytest.mark.parametrize("scope", SCOPES)
def test_an_event_is_said_to_count_in_a_scope_when_it_is_summed_there(scope):
    counted = set(SCOPES[scope](shipped(), EVENTS).event_id)
    for _, event in SCORED.iloc[::15].iterrows():
        assert (f"“{LABELS['scope', scope]}”" in scopes_text(shipped(), event)) == (event.event_id in counted)
