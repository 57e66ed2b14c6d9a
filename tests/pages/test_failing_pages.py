"""A page that fails is one line of the log, by its slug, and Streamlit goes on as with any exception."""

import json

import pytest
from streamlit.runtime.context import ContextProxy

from components.frame import embed, frame
from tests.pages.test_matrix import opened

READERS = "tocoron"


def fail(*_given):
    raise KeyError(READERS)


@pytest.fixture
def failed(logged):
    """The lines of pages that failed."""
    return lambda: [line for line in logged() if line["event"] == "page_failed"]


@pytest.mark.parametrize(("path", "slug"), [("", "overview"), ("timeline", "timeline")])
def test_a_page_that_fails_is_one_line_with_slug_type_and_place(failed, monkeypatch, path, slug):
    monkeypatch.setattr(frame, "_draw_foot", fail)
    assert opened(path, {"q": [READERS]}).exception
    (line,) = failed()
    assert {*line} == {"time", "level", "event", "page", "ms", "error", "place"}
    assert (line["level"], line["page"], line["error"]) == ("error", slug, "KeyError")
    assert line["place"].startswith("components/frame/frame.py:")
    assert line["ms"] > 0
    assert READERS not in json.dumps(line)


def test_a_picture_alone_that_fails_is_a_line_too(failed, monkeypatch):
    monkeypatch.setattr(ContextProxy, "is_embedded", property(lambda _context: True))
    monkeypatch.setitem(embed.DRAWN, "toll", fail)
    assert opened("timeline", {"picture": ["toll"]}).exception
    assert [line["page"] for line in failed()] == ["timeline"]


def test_a_page_that_is_drawn_is_no_line(failed):
    assert not opened("timeline", {}).exception
    assert failed() == []
