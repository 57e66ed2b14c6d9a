"""The escalation picture draws just the sums it is given, in both directions, and says what a bundling act hides."""

import pandas as pd

from components.look.theme import theme_for
from components.timeline.escalation_chart import escalation_figure
from components.timeline.escalation_texts import alt_of, bundle_marks, title_of
from data.timeline.escalation import acts, bundled, directions, running, summed
from tests.factory import make_events, shipped

LIGHT = theme_for(shipped(), "light")
OUT, BACK = directions(shipped())
RAID = {"plover_event": "ASSAULT", "plover_mode": "aerial", "cameo": "195", "dyad": OUT, "date": "2026-01-03"}
EVENTS = make_events(
    RAID | {"event_id": "raid", "title": "A raid", "date": "2026-01-03"},
    RAID | {"part_of": "raid"},
    RAID | {"part_of": "raid"},
    RAID | {"date": "2025-12-10", "event_id": "strike", "title": "A <b>strike</b>"},
    {"plover_event": "AGREE", "cameo": "057", "dyad": BACK, "date": "2025-12-11"},
)


def monthly(scope: str = "two_states"):
    scored = acts(shipped(), EVENTS, "plover", scope)
    return summed(shipped(), scored, EVENTS.date.min(), EVENTS.date.max(), "M")


def marks(scope: str = "two_states"):
    return bundle_marks(bundled(shipped(), EVENTS, "plover"), monthly(scope), scope)


def drawn(scope: str = "two_states", *, adds_up: bool = False):
    sums = running(monthly(scope)) if adds_up else monthly(scope)
    step = "cumulative" if adds_up else "month"
    return escalation_figure(shipped(), sums, marks(scope), LIGHT, step=step)


def test_a_single_week_is_as_wide_as_a_week():
    day = EVENTS.date.iloc[0]
    week = summed(shipped(), acts(shipped(), EVENTS, "plover", "two_states"), day, day, "W")
    figure = escalation_figure(shipped(), week, [], LIGHT, step="week")
    assert pd.Timestamp(figure.layout.xaxis.range[1]) - week.bucket.min() == pd.Timedelta(days=7)


def test_each_direction_has_bars_down_and_bars_up_and_never_the_net():
    bars = [trace for trace in drawn().data if trace.type == "bar"]
    assert [list(trace.y) for trace in bars] == [[-9.5, -9.5], [0.0, 0.0], [0.0, 0.0], [2.5, 0.0]]


def test_a_bar_opens_the_most_severe_act_of_its_month_and_its_title_is_text():
    first = drawn().data[0].customdata[0]
    assert first[0] == "strike"
    assert "&lt;b&gt;" in first[4]


def test_the_act_that_bundles_others_is_marked_with_the_sum_it_hides():
    (mark,) = marks()
    assert (mark.other, mark.direction) == (-28.5, OUT)
    assert "one act here" in mark.text
    assert "January 2026 would be −28.5 (3 acts)" in mark.text
    figure = drawn()
    assert [shape.y1 for shape in figure.layout.shapes if shape.line.dash == "dot"] == [-28.5]
    assert any("one act" in (label.text or "") for label in figure.layout.annotations)


def test_where_each_part_is_counted_the_mark_says_the_other_sum():
    (mark,) = marks("each_part")
    assert mark.other == -9.5
    assert "Counted as one act, January 2026 would be −9.5 (1 act)" in mark.text


def test_the_title_names_the_direction_and_month_with_the_lowest_sum():
    title = title_of(shipped(), monthly(), "month")
    assert title == "United States towards Venezuela: pressure peaked in December 2025"


def test_a_running_sum_is_lines_that_add_up():
    lines = [trace for trace in drawn(adds_up=True).data if trace.type == "scatter"]
    assert list(lines[0].y) == [-9.5, -19.0]


def test_the_alt_text_says_the_lowest_and_highest_of_each_direction():
    text = alt_of(shipped(), monthly(), "month")
    assert "−9.5 (December 2025)" in text
    assert "+2.5 (December 2025)" in text
