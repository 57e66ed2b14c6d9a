"""The timeline: one mark an event, hollow when in doubt, spans as bars, labels that a style sheet shows by width."""

import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.look.theme import theme_for
from components.timeline.density import MOST_MARKS
from components.timeline.timeline_chart import timeline_figure
from components.timeline.timeline_labels import WIDTHS
from tests.factory import make_events, shipped

LIGHT = theme_for(shipped(), "light")


def drawn(events: pd.DataFrame):
    return timeline_figure(shipped(), events, LIGHT, "timeline_picture")


def marks(figure) -> list:
    return [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers"]


def copies_of(origin, count):
    sources = shipped()["sources"]
    return tuple(sources[sources.origins == (origin,)].source_id[:count])


@pytest.mark.parametrize(
    ("sources", "verification", "hollow"),
    [
        (copies_of("ap", 3), "official", True),
        (copies_of("ap", 1) + copies_of("reuters", 1), "official", False),
        (copies_of("ap", 1) + copies_of("reuters", 1), "claimed", True),
    ],
)
def test_an_event_in_doubt_or_of_one_origin_is_hollow(sources, verification, hollow):
    (trace,) = marks(drawn(make_events({"source_ids": sources, "verification": verification})).figure)
    (symbol,) = trace.marker.symbol
    assert symbol.endswith("-open") is hollow


@settings(max_examples=settings.default.max_examples // 6, deadline=None)
@given(st.sets(st.integers(0, len(shipped()["events"]) - 1), min_size=1, max_size=40))
def test_every_event_is_one_mark_in_the_lane_of_its_type_that_names_it(rows):
    events = shipped()["events"].iloc[sorted(rows)]
    text = [point[0] for trace in marks(drawn(events).figure) for point in trace.customdata]
    assert sorted(text) == sorted(events.event_id)
    assert len(marks(drawn(events).figure)) == events.event_type.nunique()


def test_larger_marks_are_more_important():
    (trace,) = marks(drawn(make_events({"importance": 1, "short_title": "A"}, {"importance": 2}, {})).figure)
    assert list(trace.marker.size) == sorted(trace.marker.size, reverse=True)


def test_spans_are_bars_and_unsure_days_are_dotted():
    figure = drawn(
        make_events(
            {"date": "2025-09-02", "end_date": "2025-09-05"},
            {"date": "2025-10-01", "date_precision": "month"},
            {"date": "2025-11-10", "date_precision": "approx"},
            {"date": "2025-12-01"},
        )
    ).figure
    bars = {
        trace.line.dash: [day for day in trace.x if day is not None] for trace in figure.data if trace.mode == "lines"
    }
    assert [f"{pd.Timestamp(day):%m-%d}" for day in bars["solid"]] == ["09-02", "09-05"]
    assert [f"{pd.Timestamp(day):%m-%d}" for day in bars["dot"]] == ["10-01", "10-31", "11-07", "11-13"]


def test_markup_in_a_title_is_text():
    (trace,) = marks(drawn(make_events({"title": "<b>x</b><script>"})).figure)
    assert "&lt;b&gt;" in trace.customdata[0][1]


def test_at_every_width_the_style_sheet_shows_just_the_labels_laid_out_for_it():
    timeline = drawn(shipped()["events"])
    labels = len(timeline.figure.layout.annotations)
    for width in WIDTHS:
        block = re.search(
            rf"@container \(min-width: {0 if width == WIDTHS[0] else width}px\)[^{{]*{{([^}}]*opacity: 1)",
            timeline.style,
        )
        assert block
        shown = [int(index) for index in re.findall(r'data-index="(\d+)"', block[1])]
        texts = [timeline.figure.layout.annotations[index].text for index in shown]
        assert len(set(texts)) == len(texts)
        assert max(shown) < labels


def test_a_saved_picture_holds_the_labels_of_the_widest_and_no_other():
    timeline = drawn(shipped()["events"])
    widest = timeline.style.rsplit("@container", 2)[-1] + timeline.style.rsplit("@container", 2)[-2]
    shown = re.search(r"{([^{}]*){[^{}]*opacity: 1", widest)
    visible = {index for index, label in enumerate(timeline.figure.layout.annotations) if label.opacity in (None, 1)}
    assert {int(index) for index in re.findall(r'data-index="(\d+)"', shown[1])} <= visible


def test_one_event_is_still_a_picture():
    assert len(marks(drawn(make_events({})).figure)) == 1


def many_events(number, last_day="2025-12-31", **values):
    days = pd.date_range("2025-01-20", last_day)
    rows = [{"date": days[place % len(days)], "event_id": f"e-{place}", **values} for place in range(number)]
    return make_events(*rows)


def bars(figure) -> list:
    return [trace for trace in figure.data if trace.type == "bar"]


def test_a_lane_of_too_many_events_counts_them_in_bars_and_marks_its_milestones_alone():
    milestone = make_events({"importance": 1, "short_title": "Turn", "event_id": "turn", "date": "2025-03-04"})
    events = pd.concat([many_events(MOST_MARKS), milestone], ignore_index=True)
    figure = drawn(events).figure
    (bar,), (trace,) = bars(figure), marks(figure)
    counts = [int(point[2].split()[0].replace(",", "")) for point in bar.customdata]
    assert sum(counts) == len(events)
    assert {point[0] for point in bar.customdata} == {""}
    assert [point[0] for point in trace.customdata] == ["turn"]


def test_a_lane_of_just_as_many_events_as_marks_may_be_has_a_mark_each():
    figure = drawn(many_events(MOST_MARKS)).figure
    assert bars(figure) == []
    assert len(marks(figure)[0].x) == MOST_MARKS


def test_bars_are_of_weeks_from_monday_and_of_days_where_the_time_is_short():
    by_week, by_day = (
        bars(drawn(many_events(MOST_MARKS + 1, last)).figure)[0] for last in ("2026-02-01", "2025-03-31")
    )
    assert {pd.Timestamp(day).day_name() for day in by_week.x} == {"Monday"}
    assert len(by_day.x) == 71
    assert by_week.width == 7 * by_day.width


def test_a_lane_of_few_events_keeps_its_marks_beside_one_of_too_many():
    few = make_events({"event_type": "legal", "event_id": "few"})
    figure = drawn(pd.concat([many_events(MOST_MARKS + 1), few], ignore_index=True)).figure
    assert len(bars(figure)) == 1
    assert [point[0] for trace in marks(figure) for point in trace.customdata] == ["few"]


def test_too_many_milestones_are_counted_like_all_others():
    events = many_events(MOST_MARKS + 1, importance=1, short_title="Turn")
    figure = drawn(events).figure
    assert marks(figure) == []
    assert len(bars(figure)) == 1
