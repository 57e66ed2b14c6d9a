"""The toll picture: ours as steps and a band, every published total as one point, those that differ numbered."""

from components.look.theme import theme_for
from components.timeline.toll_chart import toll_figure
from data.timeline.published_totals import compared_totals, numbered
from data.timeline.toll import COUNTED, cumulative_toll
from tests.factory import make_events, make_rows, shipped

LIGHT = theme_for(shipped(), "light")
STRIKE = {"strikes": 1, "vessels": 1, "killed_low": 3, "killed_high": 5, "date": "2025-09-02"}
EVENTS = make_events(STRIKE, STRIKE | {"date": "2025-09-20"})
ROW = {"metric": "killed", "qualifier": "exact", "publisher": "A <i>paper</i>", "as_of": "2025-09-10"}


def drawn(*rows: dict):
    totals = numbered(compared_totals(make_rows("published_totals", [ROW | row for row in rows]), EVENTS))
    shown = EVENTS.date.min(), EVENTS.date.max()
    return toll_figure(shipped(), cumulative_toll(EVENTS, "happened"), totals, shown, LIGHT)


def points(figure):
    return [trace for trace in figure.data if trace.mode == "markers+text"]


def test_the_killed_are_a_band_and_strikes_and_vessels_are_steps():
    lines = [trace for trace in drawn({"value": 4}).data if trace.mode == "lines"]
    assert [list(trace.y) for trace in lines] == [[3, 6, 6], [5, 10, 10], [1, 2, 2], [1, 2, 2]]
    assert [trace.fill for trace in lines] == [None, "tonexty", None, None]


def test_every_published_total_is_one_point_of_its_own_row():
    figure = drawn({"value": 4}, {"value": 1, "metric": "strikes"}, {"value": 9, "as_of": "2025-09-11"})
    assert [len(trace.x) for trace in points(figure)] == [2, 1, 0]
    assert len(points(figure)) == len(COUNTED)


def test_a_floor_points_up_a_ceiling_down_and_only_what_differs_is_numbered():
    killed = points(
        drawn(
            {"value": 4, "qualifier": "at_least"},
            {"value": 4, "qualifier": "up_to", "as_of": "2025-09-11"},
            {"value": 9, "as_of": "2025-09-12"},
        )
    )[0]
    assert list(killed.marker.symbol) == ["triangle-up", "triangle-down", "circle"]
    assert list(killed.text) == ["", "", "1"]


def test_a_point_says_its_figure_ours_and_its_publisher_as_text():
    text = points(drawn({"value": 9}))[0].customdata[0]
    assert text[0] == "exactly 9; ours: 3 to 5"
    assert text[1] == "A &lt;i&gt;paper&lt;/i&gt;"
