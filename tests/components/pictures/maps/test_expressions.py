"""An accessor of a layer is read as deck.gl reads it, and what maps are not written in is refused."""

import pytest

from components.pictures.maps.expressions import value_of
from components.pictures.not_drawn import NotDrawnError

ROW = {"size": 0, "radius": 5.5, "ink": None, "text": "18", "at": [-66.5, 10.4], "properties": {"iso": "VE"}}


@pytest.mark.parametrize(
    ("given", "value"),
    [
        (12, 12),
        ([1, 2, 3], [1, 2, 3]),
        ("text", "text"),
        ("@@=text", "18"),
        ("@@=at", [-66.5, 10.4]),
        ("@@=at[1]", 10.4),
        ("@@=radius || 16", 5.5),
        ("@@=size || 16", 16),
        ("@@=absent || ink || 'none'", "none"),
        ("@@=[0, down || -3.5]", [0, -3.5]),
        ("@@=properties.iso == 'VE' ? [1, 2] : [3, 4]", [1, 2]),
        ("@@=properties.iso == 'CO' ? 1 : properties.iso == 'VE' ? 2 : 3", 2),
        ("@@=(size || radius) == 5.5 ? 'yes' : 'no'", "yes"),
    ],
)
def test_an_accessor_is_a_value_or_an_expression_of_the_row(given, value):
    assert value_of(given, ROW) == value


@pytest.mark.parametrize(
    "given", ["@@=size + 1", "@@=size ? 1", "@@=[1, 2", "@@=size && 1", "@@=1 2", "@@=", "@@=at[0", "@@='open"]
)
def test_other_expressions_are_refused(given):
    with pytest.raises(NotDrawnError):
        value_of(given, ROW)
