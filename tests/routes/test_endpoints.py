"""Answers are kept while they hold, and broken tables give no figure."""

import pytest
from starlette.responses import Response

from data.package.problems import BrokenPackageError, Problem
from data.versions.polled_store import PolledStore
from data.versions.store import STORE
from routes import data_versions
from routes.endpoints import BESIDE, ResponseCache
from tests.factory import shipped


def test_as_many_answers_are_kept_as_fit_and_the_one_that_nobody_asked_for_goes_first():
    chosen = ResponseCache(most_bytes=2 * (BESIDE + 5) + 1)
    for name in ("a", "b"):
        chosen.put(name, Response(b"1234"))
    assert chosen.get("a")
    chosen.put("c", Response(b"1234"))
    assert (bool(chosen.get("a")), bool(chosen.get("b")), bool(chosen.get("c"))) == (True, False, True)
    chosen.put("c", Response(b"12"))
    assert chosen.size == 2 * (BESIDE + 1) + 6


def test_a_small_answer_to_a_long_address_takes_what_its_address_takes():
    chosen = ResponseCache(most_bytes=BESIDE + 100)
    chosen.put("x" * 101, Response(b""))
    assert (chosen.get("x" * 101), chosen.size) == (None, 0)


def test_an_answer_that_alone_is_too_large_takes_no_other_s_place():
    chosen = ResponseCache(most_bytes=BESIDE + 100)
    chosen.put("a", Response(b""))
    chosen.put("x" * 101, Response(b""))
    assert (bool(chosen.get("a")), chosen.size) == (True, BESIDE + 1)


def test_who_names_two_hosts_changes_no_answer_to_others(client):
    twice = [("Host", "evil.example"), ("Host", "example.org"), ("Accept-Encoding", "gzip"), ("Accept-Encoding", "br")]
    client.get("/sitemap.xml", headers=twice)
    answer = client.get("/sitemap.xml", headers={"Host": "example.org", "Accept-Encoding": "br"})
    assert "evil.example" not in answer.text
    assert "content-encoding" not in answer.headers


@pytest.fixture
def broken(monkeypatch):
    """As if a curator had just broken a cell."""
    problem = Problem("events", "must be a day", row=2, column="date", value="x")
    monkeypatch.setattr(STORE, "data_version", lambda _day: BrokenPackageError([problem]))
    monkeypatch.setattr(data_versions, "POLLED", PolledStore(STORE))


def test_while_no_tables_can_be_shown_no_figure_is_given_and_the_page_names_the_problems(client, broken):
    answer = client.get("/api/toll.json?q=asked+while+broken")
    assert (answer.status_code, answer.json()["title"]) == (503, "Tables broken")
    assert answer.headers["cache-control"] == "no-store"
    page = client.get("/timeline?q=asked+while+broken")
    assert (page.status_code, page.headers["cache-control"]) == (503, "no-store")
    assert "<title>Timeline ·" in page.text
    assert shipped().release not in page.text
