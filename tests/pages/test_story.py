"""The story opens at its own address on Overview; what names no step of it is said in one line and ignored."""

import pytest

from data.view.story import step_of_story, steps_of_story
from tests.factory import shipped
from tests.pages.test_matrix import opened
from tests.shown import as_shown

# The pages and sections whose pictures have a headline of a curator.
WITH_HEADLINES = [
    ("map", ""),
    *(("timeline", name) for name in ("events", "escalation", "deaths", "compare")),
    *(("detentions", name) for name in ("people", "held", "releases", "prisoners", "places")),
    *(("sanctions", name) for name in ("targets", "actions", "ties", "licences", "ships")),
    ("events", "counts"),
]
OPENS = "How it began: the story in 16 steps"


def headings(app) -> list[str]:
    return [as_shown(heading.value) for heading in app.subheader]


def captions(app) -> str:
    return as_shown(*(caption.value for caption in app.caption))


@pytest.mark.parametrize("number", ["1", "7", "16"])
def test_a_step_shows_its_statement_its_figure_and_what_proves_it(number):
    app, step = opened("", {"story": [number]}), step_of_story(shipped(), number)
    assert not app.exception
    assert headings(app)[0] == step.text
    assert [metric.value for metric in app.metric] == ([step.figure] if step.figure else [])
    text = as_shown(*(markdown.value for markdown in app.markdown))
    assert all(title in text for title in step.events.title)
    assert "Ignored" not in captions(app)


@pytest.mark.parametrize("given", [["0"], ["17"], ["07"], ["seven"], ["7" * 5000], ["nonsense", "7"]])
def test_what_is_no_step_shows_the_overview_and_one_quiet_line(given):
    app = opened("", {"story": given})
    assert not app.exception
    assert "Ignored in the address: story=" in captions(app)
    assert OPENS in [button.label for button in app.button]


def test_of_a_repeated_step_the_first_is_read():
    app = opened("", {"story": ["3", "5"]})
    assert headings(app)[0] == step_of_story(shipped(), "3").text
    assert "Ignored in the address: story=5" in captions(app)


def test_the_story_of_another_page_is_ignored_there():
    app = opened("events", {"story": ["7"]})
    assert "Ignored in the address: story=7" in captions(app)


def test_a_release_from_before_the_story_has_none():
    app = opened("", {"story": ["7"], "as_of": ["2026-11-24"]})
    assert not app.exception
    assert "Ignored in the address: story=7" in captions(app)
    assert OPENS not in [button.label for button in app.button]
    assert "United States towards Venezuela: pressure peaked in December 2025" in headings(app)


def test_the_overview_names_what_made_the_crisis_and_the_newest_events():
    app = opened("", {})
    assert len(steps_of_story(shipped())) == 16
    assert "US pressure peaked in December 2025" in headings(app)
    shown = headings(app)
    assert shown.index("What made the crisis") < shown.index("Newest events")


def test_every_headline_of_a_curator_stands_above_its_picture():
    shown: set[str] = set()
    for page, section in WITH_HEADLINES:
        shown.update(headings(opened(page, {"section": [section]} if section else {})))
    assert set(shipped()["headlines"].text) - shown == set()
