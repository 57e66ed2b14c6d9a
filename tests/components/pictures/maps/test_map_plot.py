"""A map without a browser draws the rows that browsers are sent: where, as large, with the texts that have room."""

import math
from functools import cache
from html import unescape
from itertools import combinations

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import EllipseCollection, PathCollection

from components.look.theme import INKS
from components.pictures.maps.expressions import value_of
from components.pictures.maps.map_plot import MapPlot
from components.pictures.not_drawn import NotDrawnError
from components.pictures.notes import INTO
from components.pictures.sheet import SIZES, Sheet
from components.pictures.shown import shown_picture
from routes.data_versions import data_version_for

ROOT = "https://example.org/"
MAPS = pytest.mark.parametrize("name", ["map", "places"])
pytestmark = pytest.mark.slow


@cache
def shown(name, theme="light", **words):
    query = {word: [value] for word, value in words.items()}
    return shown_picture(name, query, theme, data_version_for(query), ROOT)


@cache
def figure_of(name, size="slide"):
    found = shown(name)
    return Sheet(found.spec, found.words, INKS["light"]).figure(SIZES[size])


def axes_of(name):
    (axes,) = [axes for axes in figure_of(name).axes if axes.collections]
    return axes


def rows_of(name, kind):
    return [
        (layer, row)
        for group in shown(name).spec["layers"]
        for layer in group
        if layer["@@type"] == kind
        for row in layer["data"]
    ]


def mercator(lon, lat):
    return lon, math.degrees(math.asinh(math.tan(math.radians(lat))))


def drawn_at(name, kind):
    found = [part for part in axes_of(name).collections if type(part) is kind and len(part.get_offsets())]
    return sorted(tuple(point) for part in found for point in np.asarray(part.get_offsets()))


@MAPS
def test_every_symbol_is_drawn_at_its_place_and_as_large_as_on_the_page(name):
    wanted = rows_of(name, "IconLayer")
    assert wanted
    places = sorted(mercator(*row["at"]) for _, row in wanted)
    marks = [part for part in axes_of(name).collections if type(part) is PathCollection and len(part.get_sizes())]
    assert np.allclose(sorted(tuple(np.asarray(mark.get_offsets())[0]) for mark in marks), places)
    sizes = sorted(float(value_of(layer["getSize"], row)) for layer, row in wanted)
    assert sorted(math.sqrt(mark.get_sizes()[0]) for mark in marks) == pytest.approx(sizes)


@MAPS
def test_every_ring_is_as_wide_on_the_ground_as_the_page_has_it(name):
    wanted = [(layer, row) for layer, row in rows_of(name, "ScatterplotLayer") if layer.get("stroked")]
    assert wanted
    axes = axes_of(name)
    degree = axes.get_window_extent().width / np.ptp(axes.get_xlim())
    radii = []
    for layer, row in wanted:
        radius = float(value_of(layer["getRadius"], row))
        metres_of_degree = 40_075_017 / 360 * math.cos(math.radians(row["at"][1]))
        in_pixels = radius if layer.get("radiusUnits") == "pixels" else radius / metres_of_degree * degree
        radii.append(max(in_pixels, layer.get("radiusMinPixels", 0)))
    rings = [part for part in axes.collections if isinstance(part, EllipseCollection)]
    drawn = [float(width) / 2 for part in rings if np.any(part.get_linewidth()) for width in part.get_widths()]
    assert sorted(drawn) == pytest.approx(sorted(radii))
    assert {*np.round(np.array([mercator(*row["at"]) for _, row in wanted]), 6).ravel()} <= {
        *np.round(np.array(drawn_at(name, EllipseCollection)), 6).ravel()
    }


@pytest.mark.parametrize("dpi", [50, 72, 150])
def test_a_ring_is_as_wide_on_the_ground_whatever_the_resolution(dpi):
    figure = figure_of("places")
    rows = [(layer, row) for layer, row in rows_of("places", "ScatterplotLayer") if layer.get("stroked")]
    metres = {float(value_of(layer["getRadius"], row)) / math.cos(math.radians(row["at"][1])) for layer, row in rows}
    before, axes = figure.dpi, axes_of("places")
    figure.set_dpi(dpi)
    FigureCanvasAgg(figure).draw()
    degree = axes.get_window_extent().width / np.ptp(axes.get_xlim())
    rings = [part for part in axes.collections if isinstance(part, EllipseCollection) and np.any(part.get_linewidth())]
    drawn = [transform[0][0] / degree * 40_075_017 / 360 for ring in rings for transform in ring.get_transforms()]
    figure.set_dpi(before)
    assert sorted({round(radius, -2) for radius in drawn}) == sorted({round(radius, -2) for radius in metres})


def texts_of(name):
    return [text for text in axes_of(name).texts if text.get_gid() == "map_text"]


@MAPS
def test_every_number_of_a_symbol_is_written_and_of_other_texts_only_those_that_the_page_has(name):
    written = [text.get_text() for text in texts_of(name)]
    texts = rows_of(name, "TextLayer")
    always = [row["text"].strip() for layer, row in texts if "getCollisionPriority" not in layer]
    assert always
    for text in {*always}:
        assert written.count(text) >= always.count(text)
    assert {*written} <= {row["text"].strip() for _, row in texts}


@MAPS
@pytest.mark.parametrize("size", SIZES)
def test_names_touch_no_other_text_and_no_mark(name, size):
    figure = figure_of(name, size)
    renderer = FigureCanvasAgg(figure).get_renderer()
    names = {row["text"].strip() for layer, row in rows_of(name, "TextLayer") if layer["id"].startswith("names_")}
    axes = next(axes for axes in figure.axes if axes.collections)
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in axes.texts]
    for (one, first), (other, second) in combinations(boxes, 2):
        if {one, other} & names:
            across = min(first.x1, second.x1) - max(first.x0, second.x0)
            upright = min(first.y1, second.y1) - max(first.y0, second.y0)
            assert across <= 0 or upright <= 2 * INTO, (one, other)
    marks = [part for part in axes.collections if type(part) is PathCollection and len(part.get_sizes())]
    middles = [axes.transData.transform(np.asarray(mark.get_offsets())[0]) for mark in marks]
    for text, box in boxes:
        assert text not in names or not any(box.contains(*middle) for middle in middles), text


def test_the_legend_has_the_entries_of_the_page_in_their_order():
    names = [unescape(trace["name"]) for trace in shown("map").spec["data"]]
    assert len(names) > 10
    legend = [text.get_text() for text in figure_of("map").findobj() if text.get_gid() == "legend"]
    assert [text for text in legend if text] == names


def test_a_map_is_of_the_view_and_the_theme_that_are_asked_for():
    one = shown("map", type="vessel_strike").spec
    assert len(str(one)) < len(str(shown("map").spec))
    assert shown("map", view="caracas").spec["initialViewState"] != shown("map").spec["initialViewState"]
    assert shown("map", "dark").spec["layers"] != shown("map").spec["layers"]


def test_a_layer_that_is_not_known_is_refused_and_not_left_out():
    found = shown("places")
    odd = {**found.spec, "layers": [[*found.spec["layers"][0], {"@@type": "HeatmapLayer", "data": []}]]}
    with pytest.raises(NotDrawnError):
        Sheet(odd, found.words, INKS["light"]).figure(SIZES["slide"])


def test_a_map_shows_no_less_of_the_world_than_its_page():
    zoom = shown("map").spec["initialViewState"]["zoom"]
    west, east = axes_of("map").get_xlim()
    assert east - west >= 760 / (512 * 2**zoom) * 360
    assert MapPlot.height == 480
