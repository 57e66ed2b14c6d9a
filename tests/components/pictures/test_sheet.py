"""A sheet draws every number of the specification, with words that do not touch, and refuses what it cannot draw."""

import re
from functools import cache
from itertools import combinations
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from components.look.theme import INKS
from components.pictures.axes import milliseconds, values_of
from components.pictures.notes import INTO
from components.pictures.sheet import SIZES, Sheet
from components.pictures.sheet_text import SheetText
from components.pictures.shown import shown_picture
from data.view.picture_names import PICTURE_PLACES
from routes.data_versions import data_version_for

ROOT = "https://example.org/"
SLIDE, SQUARE = SIZES["slide"], SIZES["square"]
WORDS = SheetText("A title", "What is measured.", "What it shows.", "Source: us", "https://example.org/timeline")
# Maps are drawn by components/pictures/maps, whose tests ask where their marks are.
MAPS = {"map", "places"}
EVERY_PICTURE = pytest.mark.parametrize("name", PICTURE_PLACES)
EVERY_PLOT = pytest.mark.parametrize("name", [name for name in PICTURE_PLACES if name not in MAPS])
pytestmark = pytest.mark.slow


@cache
def sheet(name, theme="light"):
    found = shown_picture(name, {}, theme, data_version_for({}), ROOT)
    return Sheet(found.spec, found.words, INKS[theme])


@cache
def figure_of(name, size):
    return sheet(name).figure(size)


def with_id(figure, wanted):
    return [artist for artist in figure.findobj() if artist.get_gid() == wanted]


def number(value):
    return milliseconds(value) if isinstance(value, str) else float("nan") if value is None else float(value)


@EVERY_PLOT
def test_every_point_is_drawn_where_the_screen_has_it(name):
    spec = sheet(name).spec
    wanted = []
    for trace in spec["data"]:
        marker = trace.get("marker", {})
        if trace["type"] != "scatter" or "markers" not in trace.get("mode", "") or marker.get("opacity", 1) == 0:
            continue
        sizes = marker.get("size", 6)
        sizes = values_of(sizes) if isinstance(sizes, list | dict) else [sizes] * len(values_of(trace["x"]))
        y = values_of(trace["y"])
        if any(isinstance(value, str) for value in y):
            y = [spec["layout"]["yaxis"]["categoryarray"].index(value) for value in y]
        points = zip(map(number, values_of(trace["x"])), map(number, y), sizes, strict=True)
        wanted += [(x, y) for x, y, size in points if size and not np.isnan(x + y)]
    drawn = [
        tuple(point) for marks in with_id(figure_of(name, SLIDE), "marks") for point in np.asarray(marks.get_offsets())
    ]
    assert len(drawn) == len(wanted)
    assert np.allclose(sorted(drawn), sorted(wanted))


@EVERY_PLOT
def test_every_bar_is_as_long_as_the_screen_has_it(name):
    spec, wanted = sheet(name).spec, []
    for trace in (trace for trace in spec["data"] if trace["type"] == "bar"):
        values = values_of(trace["x" if trace.get("orientation") == "h" else "y"])
        wanted += [float(value) for value in values if value is not None and not np.isnan(value)]
    bars = with_id(figure_of(name, SLIDE), "bar")
    lying = any(trace.get("orientation") == "h" for trace in spec["data"])
    assert sorted(bar.get_width() if lying else bar.get_height() for bar in bars) == pytest.approx(sorted(wanted))


def test_bars_that_stand_on_each_other_reach_as_high_as_all_of_them():
    months = sheet("months")
    totals = sum(np.nan_to_num(np.array(values_of(trace["y"]), dtype=float)) for trace in months.spec["data"])
    tops = {}
    for bar in with_id(figure_of("months", SLIDE), "bar"):
        tops[bar.get_x()] = max(tops.get(bar.get_x(), 0), bar.get_y() + bar.get_height())
    assert sorted(top for top in tops.values() if top) == sorted(total for total in totals if total)


@EVERY_PICTURE
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_words_do_not_touch_and_none_is_cut_at_the_edge(name, size):
    figure = figure_of(name, size)
    renderer = FigureCanvasAgg(figure).get_renderer()
    for group in ("note", "words", "legend"):
        boxes = [text.get_window_extent(renderer) for text in with_id(figure, group)]
        for one, other in combinations(boxes, 2):
            across = min(one.x1, other.x1) - max(one.x0, other.x0)
            upright = min(one.y1, other.y1) - max(one.y0, other.y0)
            assert across <= 0 or upright <= 2 * INTO, group
        for box in boxes:
            assert box.x0 >= 0
            assert box.x1 <= figure.bbox.x1


@pytest.mark.parametrize("name", ["timeline", "toll", "months"])
def test_a_sheet_is_drawn_dark_too_and_says_its_words(name):
    own = sheet(name, "dark")
    root = ET.fromstring(own.svg(SQUARE))
    words = " ".join(root.itertext())
    for text in (own.words.title, own.words.alt, own.words.source, own.words.address):
        assert text in words
    assert own.figure(SQUARE).get_facecolor() == pytest.approx(tuple(as_parts(INKS["dark"].page)))


def test_letters_of_an_svg_are_as_large_as_those_of_the_figure():
    own = sheet("toll")
    sizes = [text.get_fontsize() for text in with_id(own.figure(SQUARE), "words")]
    # A glyph is an outline of two thousand units and 64 units a pixel, drawn at a size in hundredths.
    scales = re.findall(rb'<g style="[^"]*" transform="[^"]*scale\(([\d.]+) -[\d.]+\)">', own.svg(SQUARE))
    assert {round(float(scale) * 100, 1) for scale in scales} >= {round(size, 1) for size in sizes}
    assert {*re.findall(rb'transform="scale\((0\.\d+)\)"', own.svg(SQUARE))} == {b"0.015625"}


def as_parts(text):
    return [int(text[start : start + 2], 16) / 255 for start in (1, 3, 5)] + [1.0]


def test_the_same_sheet_has_the_same_bytes():
    first, again = (Sheet(sheet("listed").spec, WORDS, INKS["light"]) for _ in range(2))
    assert first.svg(SLIDE) == again.svg(SLIDE)
    assert first.png(SLIDE) == again.png(SLIDE)


def drawn(trace, **layout):
    axis = {"gridcolor": "#DDDDDD", "zerolinecolor": "#555555"}
    whole = {"height": 400, "font": {"color": "#000000"}, "xaxis": axis, "yaxis": axis, **layout}
    return Sheet({"data": [trace], "layout": whole}, WORDS, INKS["light"]).figure(SLIDE)


POINT = {"type": "scatter", "mode": "markers", "x": [1], "y": [2], "marker": {"color": "#000000"}}
NOTE = {"x": 1, "y": 2, "text": "here"}


@pytest.mark.parametrize(
    ("trace", "layout"),
    [
        (POINT | {"type": "pie"}, {}),
        (POINT | {"mode": "markers+spikes"}, {}),
        (POINT | {"marker": {"color": "#000000", "symbol": "hexagon"}}, {}),
        (POINT | {"fill": "toself", "line": {"color": "#000000"}}, {}),
        (POINT, {"shapes": [{"type": "circle", "x0": 0, "x1": 1, "y0": 0, "y1": 1}]}),
        (POINT, {"annotations": [NOTE | {"showarrow": True}]}),
        (POINT, {"annotations": [NOTE | {"showarrow": False, "text": "<i>here</i>"}]}),
        ({"type": "bar", "x": [1], "y": [1], "marker": {"color": "#000000"}, "texttemplate": "%{label}"}, {}),
    ],
)
def test_what_cannot_be_drawn_is_refused_and_not_left_out(trace, layout):
    with pytest.raises((ValueError, KeyError)):
        drawn(trace, **layout)


def test_dollars_in_a_note_are_text():
    note = NOTE | {"showarrow": False, "text": r"from $5 to $\foo$", "font": {"color": "#000000"}}
    figure = drawn(POINT, annotations=[note])
    assert [text.get_text() for text in with_id(figure, "note")] == [r"from $5 to $\foo$"]
    FigureCanvasAgg(figure).draw()


def test_marks_are_as_large_as_on_the_screen():
    (marks,) = with_id(drawn(POINT | {"marker": {"color": "#000000", "size": 20}}), "marks")
    # The shapes reach from -1 to 1.
    assert 2 * np.sqrt(marks.get_sizes()[0]) == 20


def test_an_axis_that_nobody_fixes_reaches_beyond_what_is_drawn_as_plotly_has_it():
    figure = drawn(POINT | {"x": [0, 10], "y": [0, 18]})
    low, high = figure.axes[0].get_ylim()
    assert (low, high) == pytest.approx((-1, 19))
