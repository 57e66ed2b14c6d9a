"""Escalation: the rows, columns and order of acts, sums, named acts, bundles, and of the two scales compared."""

import pandas as pd
import pytest

from data.selection.months import MonthSpan
from data.timeline.escalation import (
    acts,
    bundled,
    directions,
    rank_correlation,
    scales_compared,
    summed,
    summed_in_view,
)
from tests.factory import make_events, shipped

OUT, BACK = "us_to_ve", "ve_to_us"
SEIZE = {"plover_event": "COERCE", "plover_mode": "seize", "cameo": "172", "dyad": OUT}
AGREE = {"plover_event": "AGREE", "cameo": "057", "dyad": OUT}
AERIAL = {"plover_event": "ASSAULT", "plover_mode": "aerial", "cameo": "195", "dyad": OUT}
# Worth half a point on PLOVER's scale: the least above zero.
ASK = {"plover_event": "REQUEST", "plover_mode": "assist", "cameo": "057", "dyad": OUT}
AT_SEA = AERIAL | {"dyad": "none", "from_code": "USA", "strikes": 1}
SEPTEMBER, OCTOBER, NOVEMBER = ({"date": f"2025-{month:02}-02"} for month in (9, 10, 11))
DECEMBER, JANUARY = {"date": "2025-12-02"}, {"date": "2026-01-02"}


def test_the_directions_are_those_between_the_two_states():
    assert directions(shipped()) == {
        OUT: "United States towards Venezuela",
        BACK: "Venezuela towards the United States",
    }


def test_acts_come_by_time_with_their_score_on_the_scale_and_those_of_a_day_as_they_came():
    events = make_events(*(SEIZE | (OCTOBER if place % 2 else SEPTEMBER) for place in range(60)), AGREE | NOVEMBER)
    found = acts(shipped(), events, "goldstein", "two_states")
    assert list(found.index) == [*range(0, 60, 2), *range(1, 60, 2), 60]
    assert list(found.score.iloc[[0, 59, 60]]) == [-5.0, -5.0, 8.0]
    assert list(acts(shipped(), events, "plover", "two_states").score.tail(2)) == [-7.0, 2.5]


def test_a_strike_at_sea_is_one_act_only_if_it_is_coded_and_has_the_direction_of_its_state():
    events = make_events(
        AT_SEA, AT_SEA | {"dyad": OUT}, AT_SEA | {"plover_event": "", "plover_mode": "", "cameo": ""}, SEIZE
    )
    found = acts(shipped(), events, "plover", "all_strikes")
    assert sorted(found.index) == [0, 1, 3]
    assert set(found.dyad) == {OUT}


def test_sums_have_a_row_for_each_direction_and_week_from_monday():
    sunday, monday = pd.Timestamp("2025-09-07"), pd.Timestamp("2025-09-08")
    scored = acts(
        shipped(),
        make_events(SEIZE | {"date": "2025-09-07"}, ASK | {"date": "2025-09-08", "dyad": BACK}),
        "plover",
        "two_states",
    )
    sums = summed(shipped(), scored, sunday, monday, "W")
    assert list(sums.columns) == [
        *("bucket", "direction", "negative", "positive", "acts", "most_severe", "title", "worst")
    ]
    first, second = pd.Timestamp("2025-09-01"), monday
    rows = list(sums[["direction", "bucket", "negative", "positive", "acts"]].itertuples(index=False, name=None))
    assert rows == [
        (OUT, first, -7.0, 0.0, 1),
        (OUT, second, 0.0, 0.0, 0),
        (BACK, first, 0.0, 0.0, 0),
        (BACK, second, 0.0, 0.5, 1),
    ]
    assert list(sums.most_severe) == ["2025-09-02-0", "", "", ""]
    assert sums.acts.dtype == "int64"


def test_of_equally_severe_and_important_acts_the_first_is_named_whatever_the_order_of_rows():
    late = [AERIAL | {"date": "2025-09-20", "importance": 1, "title": "later"}] * 30
    early = [AERIAL | {"date": "2025-09-10", "importance": 1, "title": f"early {place}"} for place in range(30)]
    events = make_events(*late, *early, AERIAL | {"date": "2025-09-01", "importance": 2})
    scored = acts(shipped(), events, "plover", "two_states").sort_index()
    sums = summed(shipped(), scored, events.date.min(), events.date.max(), "M")
    assert list(sums.title) == ["early 0", ""]
    assert list(sums.most_severe) == ["2025-09-02-30", ""]


def test_an_act_that_is_not_below_zero_is_never_the_most_severe():
    meet = ASK | {"plover_mode": "meet"}
    scored = acts(shipped(), make_events(ASK | SEPTEMBER, meet | OCTOBER), "plover", "two_states")
    sums = summed(shipped(), scored, scored.date.min(), scored.date.max(), "M").head(2)
    assert list(sums.most_severe) == ["", ""]
    assert list(sums.acts) == [1, 1]
    assert list(zip(sums.negative, sums.positive, strict=True)) == [(0.0, 0.5), (0.0, 0.0)]


@pytest.mark.parametrize(
    ("months", "first", "last"),
    [("2025-09..2025-10", "2025-09", "2025-10"), ("..2025-02", None, "2025-02"), ("2026-01..", "2026-01", None)],
)
def test_the_sums_of_a_view_cover_its_months_as_far_as_the_data_goes(months, first, last):
    package = shipped()
    events = package["events"]
    scored = acts(package, events, "plover", "two_states")
    sums = summed_in_view(package, MonthSpan.read(months), scored, "M")
    text = sums[sums.direction == OUT].bucket.dt.strftime("%Y-%m")
    assert text.iloc[0] == (first or f"{events.date.min():%Y-%m}")
    assert text.iloc[-1] == (last or f"{package.last_day:%Y-%m}")
    within = scored[MonthSpan.read(months).contains(scored.date)]
    assert sums.acts.sum() == len(within) > 0
    assert (sums.negative + sums.positive).sum() == pytest.approx(within.score.sum())


def test_the_sums_of_a_view_are_by_week_where_that_is_asked_for():
    scored = acts(shipped(), make_events(SEIZE), "plover", "two_states")
    weeks = summed_in_view(shipped(), MonthSpan("2025-09", "2025-09"), scored, "W")
    assert list(weeks[weeks.direction == BACK].bucket.dt.day) == [1, 8, 15, 22, 29]


# September to January: of PLOVER -7, 0, -9.5, -14, 0, and of Goldstein -5, 0, -10, -10, 0.
MONTHS = [
    *(SEIZE | SEPTEMBER, AGREE | OCTOBER, AERIAL | NOVEMBER, AERIAL | NOVEMBER | {"part_of": "x"}),
    *(SEIZE | DECEMBER, SEIZE | DECEMBER, JANUARY),
]


def test_equal_months_share_a_rank_and_months_without_an_act_count_to_the_last_event():
    found = rank_correlation(shipped(), make_events(*MONTHS), "two_states")
    # Ranks 3, 4.5, 2, 1, 4.5 and 3, 4.5, 1.5, 1.5, 4.5.
    assert found[OUT] == pytest.approx(9 / (9.5 * 9) ** 0.5)
    assert list(found) == [OUT, BACK]


def test_the_correlation_is_that_of_the_scope():
    assert rank_correlation(shipped(), make_events(*MONTHS), "each_part")[OUT] == pytest.approx(1.0)


def test_a_view_without_events_has_no_correlation_in_either_direction():
    found = rank_correlation(shipped(), make_events(), "two_states")
    assert list(found) == [OUT, BACK]
    assert all(pd.isna(value) for value in found.values())


def test_scales_are_compared_by_whole_codes_of_both_directions():
    bare = SEIZE | {"plover_mode": "", "cameo": "173"}
    found = scales_compared(shipped(), make_events(SEIZE, bare, SEIZE | {"dyad": BACK}, AGREE, AERIAL))
    assert list(found.columns) == ["plover_event", "plover_mode", "cameo", "acts", "plover", "goldstein", "difference"]
    assert list(found.index) == [*range(4)]
    rows = found.set_index("cameo")[["acts", "plover", "goldstein", "difference"]].T.to_dict("list")
    assert rows["172"] == [2, -7.0, -5.0, -2.0]
    assert rows["057"] == [1, 2.5, 8.0, -5.5]
    assert rows["195"] == [1, -9.5, -10.0, 0.5]
    assert [found.cameo.iloc[place] for place in (0, -1)] == ["057", "195"]


def test_codes_that_are_equally_far_apart_come_in_their_own_order_however_many_there_are():
    found = scales_compared(shipped(), shipped()["events"])
    order = [(-abs(row.difference), row.plover_event, row.plover_mode, row.cameo) for row in found.itertuples()]
    assert len(order) > 30
    assert order == sorted(order)


BUNDLED = [
    *("event_id", "short_title", "bucket", "direction", "parts"),
    *("one_negative", "one_acts", "separate_negative", "separate_acts"),
]


def test_a_bundle_is_weighed_against_the_month_of_its_own_direction_alone():
    raid = AERIAL | NOVEMBER | {"event_id": "raid", "title": "A raid on many places", "short_title": "Raid"}
    reply = SEIZE | NOVEMBER | {"event_id": "reply", "title": "A reply", "dyad": BACK}
    part = AERIAL | NOVEMBER | {"part_of": "raid"}
    events = make_events(
        *(raid, part, part, part | {"plover_event": "", "plover_mode": "", "cameo": ""}),
        *(ASK | NOVEMBER, SEIZE | OCTOBER, reply, SEIZE | NOVEMBER | {"part_of": "reply", "dyad": BACK}),
    )
    found = bundled(shipped(), events, "plover")
    assert list(found.columns) == BUNDLED
    month = pd.Timestamp("2025-11-01")
    assert found.to_numpy().tolist() == [
        ["raid", "Raid", month, OUT, 2, -9.5, 2, -28.5, 4],
        ["reply", "A reply", month, BACK, 1, -7.0, 1, -14.0, 2],
    ]
    assert list(bundled(shipped(), events, "goldstein").one_negative) == [-10.0, -5.0]


def test_an_act_whose_parts_are_of_another_month_bundles_none_and_hides_no_other():
    events = make_events(
        *(AERIAL | OCTOBER | {"event_id": "long"}, AERIAL | NOVEMBER | {"part_of": "long"}),
        *(AERIAL | DECEMBER | {"event_id": "short"}, AERIAL | DECEMBER | {"part_of": "short"}),
    )
    assert list(bundled(shipped(), events, "plover").event_id) == ["short"]
    none = bundled(shipped(), events.head(1), "plover")
    assert (len(none), list(none.columns)) == (0, BUNDLED)
