"""The timeline: one mark an event, hollow when in doubt, spans as bars, labels that a style sheet shows by width."""

import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.look.theme import theme_for
from components.timeline.timeline_chart import timeline_figure
from components.timeline.timeline_labels import WIDTHS
from tests.factory import make_events, shipped

LIGHT = theme_for(shipped(), "light")


def drawn(events: pd.DataFrame):
    return timeline_figure(shipped(), events, LIGHT, "timeline_picture")


def marks(figure) -> list:
    return [trace for trace in figure.data if trace.mode == "markers"]


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
