"""The picture of the held on a day: two steps to the last day, and every published figure by its qualifier."""

import pandas as pd

from components.detentions.held_chart import SYMBOLS, band_figure
from components.look.theme import INKS, Theme
from tests.factory import shipped

COLOUR = "#589786"
THEME = Theme("light", INKS["light"], {}, {}, {}, {})
LAST, DAY = pd.Timestamp("2025-02-28"), pd.Timestamp("2025-02-02")
LABELS = ("Exactly", "At least", "More than", "About", "Up to")


def figures(*values):
    days = pd.to_datetime(["2025-02-01"] * len(values))
    return pd.DataFrame({"as_of": days, "value": list(values), "hover": [f"said {value}" for value in values]})


def drawn(published=None, marks=()):
    band = pd.DataFrame({"day": pd.to_datetime(["2025-01-20", "2025-01-31"]), "low": [13, 11], "high": [19, 13]})
    text = {label: (published or {}).get(label, figures()) for label in LABELS}
    days = pd.DataFrame({"date": pd.to_datetime(list(marks)), "title": ["A release"] * len(marks)})
    return band_figure(band, LAST, text, day=DAY, marks=days, colour=COLOUR, theme=THEME)


def test_the_band_steps_through_its_days_to_the_last():
    low, high = drawn().data
    assert list(low.y) == [13, 11, 11]
    assert list(high.y) == [19, 13, 13]
    assert pd.Timestamp(high.x[-1]) == LAST
    assert {low.line.shape, high.line.shape} == {"hv"}


def test_published_figures_differ_in_symbol_by_their_qualifier():
    figure = drawn({"Exactly": figures(2), "At least": figures(5, 6)})
    points = [trace for trace in figure.data if trace.mode == "markers"]
    assert [(trace.name, list(trace.y)) for trace in points] == [
        ("Published: exactly", [2]),
        ("Published: at least", [5, 6]),
    ]
    assert len({trace.marker.symbol for trace in points}) == 2


def test_every_qualifier_has_a_symbol_of_its_own():
    qualifiers = shipped().choices("published_totals", "qualifier")
    assert len(set(SYMBOLS)) == len(SYMBOLS) == len(qualifiers)
    assert list(qualifiers.values()) == list(LABELS)


def test_the_day_told_and_the_exchanges_are_lines():
    shapes = drawn(marks=["2025-01-31"]).layout.shapes
    assert {pd.Timestamp(shape.x0) for shape in shapes} == {DAY, pd.Timestamp("2025-01-31")}
    assert len({shape.line.dash for shape in shapes}) == 2
