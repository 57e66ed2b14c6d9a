"""The legend of the map has an entry for each kind of mark that is drawn, and for no other."""

import pytest

from tests.factory import shipped
from tests.pages.test_matrix import opened

KINDS = ("People held", "Circle:", "Ring:", "Tinted:", "Hollow:", "Line:")


def legend(query):
    app = opened("map", query)
    assert not app.exception
    return next(block.proto.body for block in app.get("html") if "map-legend" in block.proto.body)


def test_with_all_events_every_kind_of_mark_has_its_entry():
    text = legend({})
    assert [kind for kind in KINDS if kind not in text] == []
    labels = shipped().choices("events", "event_type")
    assert [label for label in (labels["vessel_strike"], labels["detention"]) if label not in text] == []


@pytest.mark.parametrize(
    ("query", "there", "missing"),
    [
        ({"type": ["interdiction"]}, "Line:", "People held"),
        ({"type": ["detention"]}, "People held", "Line:"),
        ({"type": ["detention"], "off": ["held"]}, "Detention", "People held"),
    ],
)
def test_what_is_not_drawn_has_no_entry(query, there, missing):
    text = legend(query)
    assert there in text
    assert missing not in text
