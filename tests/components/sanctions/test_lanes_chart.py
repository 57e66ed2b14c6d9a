"""Actions in lanes: easing above the middle, tightening below, hollow where uncertain; stairs end with their number."""

import pandas as pd

from components.look.theme import INKS, Theme
from components.sanctions.lanes_chart import lanes_figure
from components.sanctions.running_section import running_figure

THEME = Theme(name="light", ink=INKS["light"], family_colours={}, family_patterns={}, family_of={}, symbols={})
DIRECTIONS = {"easing": "Easing", "tightening": "Tightening", "neither": "Neither"}
LANES = {"US": "Treasury", "EU": "<b>Union</b>", "CH": "Nobody"}
ACTS = pd.DataFrame(
    {
        "event_id": ["a", "b", "c"],
        "date": pd.to_datetime(["2025-01-01", "2025-02-01", "2025-03-01"]),
        "end_date": pd.to_datetime([None, None, None]),
        "date_precision": ["day", "day", "day"],
        "title": ["One", "Two <i>", "Three"],
        "lane": ["US", "EU", "US"],
        "way": ["easing", "tightening", "neither"],
        "hollow": [False, True, False],
    }
)


def test_a_lane_has_its_label_and_marks_stand_on_their_side_of_its_middle():
    figure = lanes_figure(ACTS, LANES, DIRECTIONS, "#123456", THEME)
    marks = {trace.name: trace for trace in figure.data}
    assert list(figure.layout.yaxis.ticktext) == ["Treasury", "&lt;b&gt;Union&lt;/b&gt;"]
    treasury, union = figure.layout.yaxis.tickvals
    assert marks["Easing"].y[0] > treasury > union > marks["Tightening"].y[0]
    assert marks["Neither"].y[0] == treasury
    assert marks["Tightening"].marker.symbol[0] == "triangle-down-open"
    assert marks["Easing"].marker.symbol[0] == "triangle-up"
    assert marks["Tightening"].customdata[0][:2] == ["b", "Two &lt;i&gt;"]


def test_every_act_is_drawn_once():
    assert sum(len(trace.x) for trace in lanes_figure(ACTS, LANES, DIRECTIONS, "#123456", THEME).data) == len(ACTS)


def test_stairs_are_named_with_the_number_at_their_end():
    counts = pd.DataFrame(
        {"day": pd.to_datetime(["2025-01-01", "2025-02-01"]), "listed": [1, 4], "delisted": [0, 2]},
    )
    figure = running_figure(counts, {"listed": "Listed", "delisted": "Delisted"}, "#123456", THEME)
    assert [note.text for note in figure.layout.annotations] == ["4 listed", "2 delisted"]
    assert {trace.line.shape for trace in figure.data} == {"hv"}
    assert len({trace.line.dash for trace in figure.data}) == 2
