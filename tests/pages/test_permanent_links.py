"""Links that are shared or cited begin with the address that the operator names, else with the reader's own."""

import re

import pytest
from starlette.testclient import TestClient
from streamlit.runtime.context import ContextProxy

from components.view.public_address import PUBLIC_URL
from data.selection.filters import Filters
from server import app as served
from tests.factory import shipped
from tests.pages.test_matrix import AN_EVENT, opened

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
