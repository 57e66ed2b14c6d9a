"""Only the open section of a page is drawn, and what the address names and cannot be opened is said in one line."""

import pytest

from data.view.sections import SECTIONS
from tests.pages.test_matrix import opened, visible_text

# What stands in one section of a page alone: the keys of its pictures and tables.
PICTURES = {
    "events": "timeline",
    "escalation": "escalation",
    "deaths": "toll",
    "compare": "compare",
}


def drawn(app) -> set[str]:
    """The pictures of the page by their keys."""
    return {chart.proto.id.rpartition("-")[2] for chart in app.get("plotly_chart")}


@pytest.mark.parametrize("section", PICTURES)
def test_the_open_section_alone_is_drawn(section):
    app = opened("timeline", {"section": [section]})
    assert not app.exception
    assert drawn(app) == {PICTURES[section]}


@pytest.mark.parametrize(("page", "section"), [(page, item.name) for page, found in SECTIONS.items() for item in found])
def test_each_section_opens_with_filters_and_with_nothing_left(page, section):
    for query in ({"month": ["2025-12"], "side": ["US"]}, {"q": ["zzzz no such words"]}):
        app = opened(page, {"section": [section], **query})
        assert not app.exception
        assert "Ignored in the address" not in visible_text(app)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["nope"], "section=nope"),
        (["ties"], "section=ties"),
        (["escalation", "deaths"], "section=deaths"),
        (["x" * 5000], "section=xxx"),
    ],
    ids=["unknown", "of another page", "repeated", "long"],
)
def test_a_section_that_cannot_be_opened_is_said_in_one_line(words, line):
    app = opened("timeline", {"section": words})
    assert not app.exception
    assert line in visible_text(app)
    assert len(drawn(app)) == 1
