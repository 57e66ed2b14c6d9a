"""A picture is plain data in the words of plotly: nothing checks it at a click, and nobody can change it for others."""

import plotly.graph_objects as go
import pytest
from plotly.subplots import make_subplots

from components.elements.picture import Drawing, bar, scatter, with_parts


def test_rows_that_share_their_time_lie_where_plotly_puts_them():
    drawing = Drawing(heights=[250, 130, 130], gap=0.05)
    drawing.add_trace(scatter(x=[1, 2], y=[3, 4]), 2)
    drawing.add_annotation(2, x=1, y=3, text="a")
    drawing.add_vrect(1, 2, 3, fillcolor="#123456", layer="below", line={"width": 0})
    figure = make_subplots(rows=3, cols=1, shared_xaxes=True, vertical_spacing=0.05, row_heights=[250, 130, 130])
    for row in (1, 2, 3):
        figure.add_trace(go.Bar(), row=row, col=1)
    figure.data = []
    figure.add_trace(go.Scatter(x=[1, 2], y=[3, 4]), row=2, col=1)
    figure.add_annotation(x=1, y=3, text="a", row=2, col=1)
    sent, expected = drawing.finished().to_dict(), figure.to_dict()
    axes = [name for name in expected["layout"] if "axis" in name]
    assert {name: sent["layout"][name] for name in axes} == {name: expected["layout"][name] for name in axes}
    assert sent["data"] == expected["data"]
    assert sent["layout"]["annotations"] == expected["layout"]["annotations"]
    bands = [(shape["xref"], shape["yref"]) for shape in sent["layout"]["shapes"]]
    assert bands == [("x", "y domain"), ("x2", "y2 domain"), ("x3", "y3 domain")]


def test_lines_and_bands_are_those_of_plotly():
    drawing, figure = Drawing([bar(x=[1], y=[1])]), go.Figure(go.Bar(x=[1], y=[1]))
    drawing.add_vline(1, line={"width": 2})
    drawing.add_hline(0.5, layer="below")
    drawing.add_vrect(0, 1, fillcolor="#123456")
    figure.add_vline(x=1, line={"width": 2})
    figure.add_hline(y=0.5, layer="below")
    figure.add_vrect(x0=0, x1=1, fillcolor="#123456")
    assert drawing.finished().to_dict()["layout"]["shapes"] == figure.to_dict()["layout"]["shapes"]


def test_of_parts_that_both_have_the_later_one_stands_and_all_else_stays():
    whole = {"margin": {"l": 8, "t": 24}, "height": 300}
    assert with_parts(whole, {"margin": {"t": 84}}) == {"margin": {"l": 8, "t": 84}, "height": 300}
    assert whole == {"margin": {"l": 8, "t": 24}, "height": 300}


def test_nothing_of_a_picture_is_checked_when_it_is_made():
    nonsense = Drawing([scatter(x=[1], y=[1], mode="nonsense")]).finished()
    assert nonsense.to_dict()["data"][0]["mode"] == "nonsense"
    with pytest.raises(ValueError, match="mode"):
        go.Figure(nonsense.to_dict())
