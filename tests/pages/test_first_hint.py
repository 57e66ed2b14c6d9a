"""A reader who has just come is told how to filter and to share: once, and not where the address asks for something."""

import pytest
from streamlit.runtime.context import ContextProxy

from data.text.messages import say
from tests.pages.test_matrix import AN_EVENT, opened

HINT = say("frame.hint")


def is_hinted(app):
    return any(caption.value == HINT for caption in app.caption)


def test_the_hint_stays_away_once_it_was_closed():
    app = opened("about", {})
    assert is_hinted(app)
    app.button(key="close_hint").click().run()
    assert not app.exception
    assert not is_hinted(app)


@pytest.mark.parametrize("query", [{"month": ["2025-12"]}, {"event": [AN_EVENT]}], ids=str)
def test_a_link_that_asks_for_something_comes_without_the_hint(query):
    assert not is_hinted(opened("about", query))


def test_a_page_inside_another_site_comes_without_the_hint(monkeypatch):
    monkeypatch.setattr(ContextProxy, "is_embedded", property(lambda _context: True))
    assert not is_hinted(opened("about", {}))
