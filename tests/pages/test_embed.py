"""One picture alone: what another site shows of a page, with its source and without the frame."""

import pytest
from streamlit.runtime.context import ContextProxy

from components.frame.embed import DRAWN
from data.view.sections import PICTURES, section_names
from tests.factory import shipped
from tests.pages.test_matrix import AN_EVENT, opened, visible_text

NOTHING = {"q": ["zzzz no such words"]}


@pytest.fixture
def framed(monkeypatch):
    """As if the browser had said that the page is embedded."""
    monkeypatch.setattr(ContextProxy, "is_embedded", property(lambda _context: True))
    monkeypatch.setattr(ContextProxy, "url", property(lambda _context: "https://example.org/"))


def test_the_table_of_pictures_and_what_draws_them_are_complete():
    pictures = shipped()["pictures"].set_index("picture").page
    assert set(DRAWN) == set(PICTURES) == set(pictures.index)
    assert all(section in section_names(pictures[picture]) for picture, section in PICTURES.items())


@pytest.mark.parametrize("picture", sorted(DRAWN))
@pytest.mark.parametrize("query", [{}, {"month": ["2025-12"]}, NOTHING, {"event": [AN_EVENT]}], ids=str)
def test_a_picture_stands_alone_with_its_source_and_the_way_to_its_page(framed, picture, query):
    app = opened("", {"picture": [picture], **query})
    page = shipped()["pictures"].set_index("picture").page[picture]
    assert not app.exception
    assert not app.title
    assert not app.sidebar.button_group
    assert f"Source: {shipped().descriptor.about['title']}" in visible_text(app)
    assert f"https://example.org/{page}" in visible_text(app)
    if query is not NOTHING:
        assert len(app.get("plotly_chart")) == 1


def test_an_event_that_was_clicked_leads_to_its_record(framed):
    app = opened("", {"picture": ["timeline"], "event": [AN_EVENT]})
    assert any(text.value.startswith("Chosen: ") and AN_EVENT in text.value for text in app.markdown)


def test_a_picture_in_the_address_of_a_page_that_is_not_framed_changes_nothing():
    app = opened("timeline", {"picture": ["toll"]})
    assert app.title[0].value == "Timeline"


@pytest.mark.parametrize("picture", sorted(PICTURES))
def test_each_section_offers_the_code_of_its_picture_alone(picture):
    page = shipped()["pictures"].set_index("picture").page[picture]
    app = opened(page, {"month": ["2025-12"], "section": [PICTURES[picture]]})
    (code,) = [code.value for code in app.code if code.value.startswith("<iframe")]
    assert f"month=2025-12&amp;picture={picture}" in code
    assert "&amp;embed=true" in code


def test_a_section_without_a_picture_that_stands_alone_offers_no_code():
    app = opened("timeline", {"section": ["compare"]})
    assert not [code for code in app.code if code.value.startswith("<iframe")]
