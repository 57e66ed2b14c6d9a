"""Links that are shared or cited begin with the address that the operator names, else with the reader's own, and open
their record when its id has moved."""

import re

import pytest
from starlette.testclient import TestClient
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from components.view import loading
from components.view.cite import MORE
from components.view.public_address import PUBLIC_URL
from components.view.view import PAGES
from data.selection.filters import Filters
from data.selection.record_kinds import EVENT, KINDS
from data.versions.polled_store import PolledStore
from server import app as served
from tests.factory import shipped
from tests.moved_records import IDS, RELEASE, moved_tables
from tests.pages.test_matrix import AN_EVENT, APP, opened, visible_text
from tests.shown import as_shown, html_as_shown, record_title

QUERY = {"month": ["2025-12"], "event": [AN_EVENT]}


@pytest.fixture
def links(monkeypatch):
    """`links(address)` gives what stands in the boxes to be copied, for a reader whose browser has that address."""

    def copied(address):
        monkeypatch.setattr(ContextProxy, "url", property(lambda _context: address))
        app = opened("timeline", QUERY)
        assert not app.exception
        return [code.value for code in app.code]

    return copied


def test_where_nobody_named_an_address_links_begin_with_the_readers_own(monkeypatch, links):
    monkeypatch.delenv(PUBLIC_URL, raising=False)
    found = links("http://intranet.example:8501/timeline?month=2025-12")
    assert found
    assert all("http://intranet.example:8501/" in text for text in found)


def test_the_address_that_the_operator_names_stands_in_every_link(monkeypatch, links):
    monkeypatch.setenv(PUBLIC_URL, "https://crisis.example.org/watch")
    found = links("http://intranet.example:8501/timeline?month=2025-12")
    assert found
    assert all("https://crisis.example.org/watch/" in text for text in found)
    assert not [text for text in found if "intranet" in text]
    assert any(text.startswith(f"https://crisis.example.org/watch/events/{AN_EVENT}") for text in found)


def test_the_files_under_more_hold_the_events_of_the_view(monkeypatch):
    monkeypatch.setenv(PUBLIC_URL, "https://crisis.example.org")
    page = opened("timeline", {"month": ["2025-12"], "side": ["US"]})
    (line,) = [text.value for text in page.markdown if "api/events.csv" in text.value]
    files = dict(re.findall(r"\[(\w+)\]\(https://crisis\.example\.org(/[^)]+)\)", line))
    query = {"month": ["2025-12"], "side": ["US"]}
    events = Filters.from_query(query, shipped())[0].keep(shipped())
    client = TestClient(served, base_url="https://crisis.example.org")
    assert files.keys() == {"CSV", "JSON", "GeoJSON"}
    assert client.get(files["JSON"]).json()["count"] == len(events)
    assert len(client.get(files["CSV"]).text.strip().splitlines()) >= len(events) + 1
    assert client.get(files["GeoJSON"]).status_code == 200


@pytest.fixture
def moved(monkeypatch):
    """Pages show the tables in which a record of each kind moved."""
    monkeypatch.setattr(loading, "POLLED", PolledStore(moved_tables().store))
    monkeypatch.setattr(ContextProxy, "url", property(lambda _context: "https://example.org/"))
    return moved_tables()


def note_in_record(app) -> str:
    """The captions of the record that is open over the page."""
    return as_shown(*(caption.value for dialog in app.get("dialog") for caption in dialog.get("caption")))


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_former_id_opens_the_record_and_both_say_so_in_a_quiet_line(moved, kind):
    first, *_, last = IDS[kind.parameter]
    app = opened(kind.page, {kind.parameter: [first]})
    assert not app.exception
    row = kind.row(moved.version().package, last)
    assert record_title(app) == " ".join(str(row[kind.name_column]).split())
    for text in (visible_text(app), note_in_record(app)):
        assert f"is now {last}. Links with the former one go on to work." in text
    assert "Ignored in the address" not in visible_text(app)
    assert f"https://example.org/{kind.listing}/{last}" in "\n".join(code.value for code in app.code)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_in_a_release_the_new_id_opens_the_record_under_the_id_of_then(moved, kind):
    first, *_, last = IDS[kind.parameter]
    app = opened(kind.page, {kind.parameter: [last], "as_of": [RELEASE]})
    assert not app.exception
    assert record_title(app)
    assert f"In release {RELEASE} the id of this" in note_in_record(app)
    assert f" is {first}." in note_in_record(app)
    assert f"{kind.listing}/{first}?as_of={RELEASE}" in "\n".join(code.value for code in app.code)
    assert "Ignored in the address" not in visible_text(app)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug or "overview")
def test_every_page_takes_an_id_from_before_and_in_a_release_one_from_after(moved, page):
    first, between, last = IDS[EVENT.parameter]
    for query, own in (
        ({"event": [between], "since": [RELEASE]}, last),
        ({"event": [last], "as_of": [RELEASE]}, first),
    ):
        app = opened(page.slug, query)
        assert not app.exception
        assert "Ignored in the address" not in visible_text(app)
        assert f" {own}. Links with" in visible_text(app)


def test_an_id_that_is_there_and_one_that_never_was_are_as_before(moved):
    last = IDS[EVENT.parameter][-1]
    assert "Links with" not in visible_text(opened("events", {"event": [last]}))
    text = visible_text(opened("events", {"event": ["x" * 5000, IDS[EVENT.parameter][0]]}))
    assert "Ignored in the address: event=xxx" in text
    assert "Links with" not in text


def test_a_picture_alone_takes_a_former_id_and_says_so(moved, monkeypatch):
    monkeypatch.setattr(ContextProxy, "is_embedded", property(lambda _context: True))
    first, *_, last = IDS[EVENT.parameter]
    app = opened("", {"picture": ["timeline"], "event": [first]})
    assert not app.exception
    assert any(text.value.startswith("Chosen: ") and last in text.value for text in app.markdown)
    assert f"is now {last}." in visible_text(app)


def test_the_list_of_changes_tells_a_move_once_and_leads_to_the_record(moved):
    first, *_, last = IDS[EVENT.parameter]
    app = opened("events", {"since": [RELEASE], "section": ["changes"], "days": [first[:10]]})
    bodies = [element.proto.body for element in app.get("html")]
    (line,) = [line for body in bodies for line in body.split("<tr") if first in html_as_shown(line)]
    assert "New id" in line
    assert f"event={last}" in line


def test_the_citation_of_a_view_is_made_when_it_is_opened():
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not app.code
    app.session_state[MORE] = True
    assert len(app.run().code) > 4
