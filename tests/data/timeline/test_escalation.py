"""Escalation: which rows are acts, how they are summed, and that nothing is counted twice or as zero."""

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.timeline.escalation import (
    acts,
    bundled,
    directions,
    rank_correlation,
    running,
    scales_compared,
    summed,
    without_code,
)
from tests.factory import make_events, shipped

OUT, BACK = directions(shipped())
SEIZE = {"plover_event": "COERCE", "plover_mode": "seize", "cameo": "172", "dyad": OUT}
AGREE = {"plover_event": "AGREE", "cameo": "057", "dyad": OUT}
AERIAL = {"plover_event": "ASSAULT", "plover_mode": "aerial", "cameo": "195", "dyad": OUT}
AT_SEA = AERIAL | {"dyad": "none", "from_code": "USA", "strikes": 1}


def monthly(events: pd.DataFrame, scope: str = "two_states") -> pd.DataFrame:
    scored = acts(shipped(), events, "plover", scope)
    return summed(shipped(), scored, events.date.min(), events.date.max(), "M")


def test_negative_and_positive_scores_are_summed_apart():
    out = monthly(make_events(SEIZE, SEIZE, AGREE)).iloc[0]
    assert (out.negative, out.positive, out.acts) == (-14.0, 2.5, 3)


def test_an_act_belongs_to_the_month_of_its_first_day_and_empty_months_are_zeros():
    events = make_events(
        SEIZE | {"date": "2025-09-30", "end_date": "2025-10-04"}, AGREE | {"date": "2025-11-01", "dyad": BACK}
    )
    sums = monthly(events).set_index(["direction", "bucket"])
    assert list(sums.loc[OUT].negative) == [-7.0, 0.0, 0.0]
    assert list(sums.loc[BACK].positive) == [0.0, 0.0, 2.5]


def test_rows_without_a_direction_or_a_code_are_not_acts():
    events = make_events(SEIZE | {"dyad": "none"}, {"dyad": OUT}, {"dyad": BACK}, {})
    assert monthly(events).acts.sum() == 0
    assert list(without_code(events).index) == [1, 2]


def test_parts_are_left_out_unless_each_part_is_asked_for():
    events = make_events(AERIAL | {"event_id": "whole"}, AERIAL | {"part_of": "whole"}, AERIAL | {"part_of": "whole"})
    assert [monthly(events, scope).acts.sum() for scope in ("two_states", "all_strikes", "each_part")] == [1, 1, 3]


def test_all_strikes_adds_strikes_at_sea_as_acts_of_the_state_that_acted():
    events = make_events(AT_SEA, AT_SEA | {"part_of": "x"}, AT_SEA | {"from_code": "COL"}, AERIAL | {"dyad": "none"})
    sums = monthly(events, "all_strikes").set_index("direction")
    assert sums.acts.to_dict() == {OUT: 1, BACK: 0}
    assert sums.negative[OUT] == -9.5


def test_the_most_severe_act_is_named_and_of_equals_the_most_important():
    events = make_events(
        SEIZE | {"title": "seizure"},
        AERIAL | {"title": "routine", "importance": 3},
        AERIAL | {"title": "milestone", "importance": 1},
    )
    out = monthly(events).iloc[0]
    assert (out.title, out.worst) == ("milestone", -9.5)


def test_a_month_without_a_negative_act_names_none():
    out = monthly(make_events(AGREE)).iloc[0]
    assert (out.most_severe, out.title) == ("", "")
    assert math.isnan(out.worst)


def test_an_unknown_code_raises_and_is_never_zero():
    with pytest.raises(KeyError, match="no PLOVER score"):
        acts(shipped(), make_events(SEIZE | {"plover_mode": "unheard"}), "plover", "two_states")


def test_a_bundling_act_says_what_its_month_would_be():
    day, later = {"date": "2026-01-03"}, {"date": "2026-02-03"}
    events = make_events(
        AERIAL | day | {"event_id": "raid", "title": "Raid"},
        *[AERIAL | day | {"part_of": "raid"}] * 2,
        AERIAL | later | {"part_of": "raid"},
        SEIZE | day,
        SEIZE | day | {"event_id": "alone"},
    )
    mark = bundled(shipped(), events, "plover")
    assert len(mark) == 1
    text = mark.iloc[0]
    assert (text.event_id, text.parts, text.bucket) == ("raid", 2, pd.Timestamp("2026-01-01"))
    assert (text.one_negative, text.one_acts) == (-23.5, 3)
    assert (text.separate_negative, text.separate_acts) == (-42.5, 5)


def test_the_running_sum_adds_up_by_direction():
    events = make_events(
        SEIZE | {"date": "2025-09-02"}, SEIZE | {"date": "2025-10-02"}, AGREE | {"date": "2025-10-03", "dyad": BACK}
    )
    added = running(monthly(events)).set_index("direction")
    assert list(added.loc[OUT].negative) == [-7.0, -14.0]
    assert list(added.loc[BACK].positive) == [0.0, 2.5]


def test_scales_that_order_the_months_alike_correlate_fully_and_one_that_never_moves_has_no_correlation():
    events = make_events(
        SEIZE | {"date": "2025-09-02"},
        AERIAL | {"date": "2025-10-02"},
        AERIAL | {"date": "2025-11-02"},
        AERIAL | {"date": "2025-11-03"},
    )
    text = rank_correlation(shipped(), events, "two_states")
    assert text[OUT] == pytest.approx(1.0)
    assert math.isnan(text[BACK])
    assert all(math.isnan(value) for value in rank_correlation(shipped(), events.head(0), "two_states").values())


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, len(shipped()["events"]) - 1), max_size=60), st.sampled_from(["M", "W"]))
def test_sums_of_any_events_add_up_to_their_scores_whatever_the_step(rows, freq):
    every = shipped()["events"]
    events = every.iloc[sorted(set(rows))]
    scored = acts(shipped(), events, "goldstein", "all_strikes")
    sums = summed(shipped(), scored, every.date.min(), every.date.max(), freq)
    assert sums.acts.sum() == len(scored)
    assert (sums.negative + sums.positive).sum() == pytest.approx(scored.score.sum())
    assert (sums.negative <= 0).all()
    assert (sums.positive >= 0).all()


def test_the_scales_are_compared_code_by_code_the_widest_apart_first():
    events = make_events(SEIZE, SEIZE, AGREE, AERIAL | {"dyad": "none"}, {"dyad": OUT})
    text = scales_compared(shipped(), events)
    assert dict(zip(text.plover_event, text.acts, strict=True)) == {"COERCE": 2, "AGREE": 1}
    assert list(text.difference.abs()) == sorted(text.difference.abs(), reverse=True)
    assert (text.plover - text.goldstein == text.difference).all()
