"""The picture of actions in time draws each count once, on its side."""

import pandas as pd
import pytest

from components.look.theme import INKS, Theme
from components.sanctions.actions_chart import actions_figure
from components.sanctions.actions_section import finding

LABELS = {"easing": "Easing", "tightening": "Tightening", "neither": "Neither"}
COLOUR = "#123456"
THEME = Theme(name="light", ink=INKS["light"], family_colours={}, family_patterns={}, family_of={}, symbols={})


def make_counts(**months: tuple[int, int, int]) -> pd.DataFrame:
    """Counts of tightening, easing and neither a month; `m2025_01` is January 2025."""
    index = [month.removeprefix("m").replace("_", "-") for month in months]
    return pd.DataFrame(list(months.values()), index=index, columns=["tightening", "easing", "neither"])


def drawn(counts: pd.DataFrame) -> dict[str, object]:
    """The traces of the picture by name."""
    return {trace.name: trace for trace in actions_figure(counts, LABELS, COLOUR, THEME).data}


def test_tightening_goes_down_and_easing_up_and_the_rest_stands_apart_in_grey():
    bars = drawn(make_counts(m2025_01=(3, 0, 1), m2025_02=(1, 2, 0)))

    assert list(bars["Tightening"].y) == [-3, -1]
    assert list(bars["Easing"].y) == [2]
    assert list(bars["Neither"].y) == [1]
    assert bars["Neither"].marker.color == THEME.ink.quiet
    assert bars["Easing"].marker.color == bars["Tightening"].marker.color == COLOUR
    assert bars["Neither"].yaxis != bars["Easing"].yaxis


def test_every_bar_carries_its_number_without_a_sign_and_no_bar_is_drawn_for_zero():
    bars = drawn(make_counts(m2025_01=(3, 0, 1), m2025_02=(0, 0, 0), m2025_03=(1, 2, 0)))

    assert list(bars["Tightening"].customdata) == [3, 1]
    assert list(pd.to_datetime(bars["Tightening"].x).strftime("%Y-%m")) == ["2025-01", "2025-03"]


def test_a_row_without_any_bar_is_not_drawn():
    assert set(drawn(make_counts(m2025_01=(3, 0, 0)))) == {"Easing", "Tightening"}
    assert set(drawn(make_counts(m2025_01=(0, 0, 2)))) == {"Neither"}


def test_the_axis_is_one_of_time_even_for_one_month():
    figure = actions_figure(make_counts(m2025_01=(3, 0, 1)), LABELS, COLOUR, THEME)

    assert {figure.layout.xaxis.type, figure.layout.xaxis2.type} == {"date"}


def test_a_label_with_markup_is_shown_as_text():
    labels = {**LABELS, "easing": "<b>Easing</b>"}
    figure = actions_figure(make_counts(m2025_01=(0, 3, 0)), labels, COLOUR, THEME)

    assert "&lt;b&gt;Easing&lt;/b&gt;" in figure.layout.yaxis.ticktext


@pytest.mark.parametrize(
    ("counts", "text"),
    [
        (
            make_counts(m2025_01=(3, 0, 1), m2025_02=(1, 1, 0)),
            "Most tightening in January 2025 (3 actions), most easing in February 2025 (1 action)",
        ),
        (
            make_counts(m2025_01=(2, 0, 1), m2025_02=(2, 0, 0)),
            "Most tightening in January 2025 and February 2025 (2 actions each)",
        ),
        (
            make_counts(m2025_01=(0, 1, 0), m2025_02=(0, 1, 0), m2025_03=(0, 1, 0)),
            "No more than 1 action of easing in any month",
        ),
        (make_counts(m2025_01=(0, 0, 1), m2025_02=(0, 0, 1)), "None of these 2 actions tightens or eases"),
        (make_counts(m2025_01=(3, 0, 1)), "January 2025: 3 tightening, 1 neither"),
    ],
)
def test_the_title_says_what_the_counts_say(counts, text):
    assert finding(counts) == text
