"""Links name the address that the operator gives or a host that is trusted; of any other host nothing is repeated."""

import json
import re
from xml.etree import ElementTree as ET

import feedparser
import pytest

from components.view.public_address import ALLOWED_HOSTS, PUBLIC_URL
from routes import endpoints
from tests.components.view.test_public_address import FOREIGN

ANSWERS = ("/", "/timeline?month=2025-12", "/no-such-page", "/sitemap.xml", "/robots.txt", "/feed.atom")
ANSWERS += ("/corrections.atom", "/api/openapi.json", "/api/nope", "/data/nope", "/a/b", "/api/toll.json")
ANSWERS += ("/ships/skipper", "/ships/no-such-ship")
SENT = [host for host in FOREIGN if host.isascii() and host.isprintable() and host == host.strip() and "evil" in host]
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture
def no_operator(monkeypatch):
    """As if the operator had said nothing."""
    monkeypatch.delenv(ALLOWED_HOSTS)


@pytest.fixture
def published(monkeypatch):
    """As if the operator had said where the app is reached."""
    monkeypatch.setenv(PUBLIC_URL, "https://crisis.example.org/watch")


def links_of(client, host):
    """What each kind of answer calls the app, asked for at that host."""
    requested = {"Host": host}
    page = client.get("/timeline?month=2025-12", headers=requested).text
    sitemap = client.get("/sitemap.xml", headers=requested)
    feed = client.get("/feed.atom?type=sanctions", headers=requested).content
    return {
        "canonical": re.search(r'rel="canonical" href="([^"]*)"', page)[1],
        "og:url": (re.findall(r'property="og:url" content="([^"]*)"', page) or [None])[0],
        "alternate": re.search(r'rel="alternate" type="application/json" href="([^"]*)"', page)[1],
        "sitemap": next(ET.fromstring(sitemap.content).iter(LOC)).text if sitemap.status_code == 200 else None,
        "robots": (re.findall(r"Sitemap: (.*)", client.get("/robots.txt", headers=requested).text) or [None])[0],
        "self": re.search(rb'rel="self"[^>]* href="([^"]*)"', feed)[1].decode(),
        "entry": re.search(rb'rel="alternate"[^>]* href="([^"]*)"', feed)[1].decode().partition("?")[0],
        "api": client.get("/api/openapi.json", headers=requested).json()["servers"][0]["url"],
    }


def expected(root):
    return {
        "canonical": f"{root}timeline?month=2025-12",
        "og:url": f"{root}timeline?month=2025-12",
        "alternate": f"{root}api/events.json?month=2025-12",
        "sitemap": root,
        "robots": f"{root}sitemap.xml",
        "self": f"{root}feed.atom?type=sanctions",
        "entry": f"{root}events",
        "api": root.rstrip("/"),
    }


@pytest.mark.parametrize("host", ["example.org", "evil.example", "localhost:8501", ""])
def test_the_address_that_the_operator_names_stands_in_every_link(client, published, host):
    assert links_of(client, host) == expected("https://crisis.example.org/watch/")


def test_a_host_that_the_operator_allows_stands_in_every_link(client):
    assert links_of(client, "example.org") == expected("https://example.org/")
    assert links_of(client, "EXAMPLE.org:443") == expected("https://example.org/")


def test_the_machine_itself_may_be_named_where_nobody_said_anything(client, no_operator):
    assert links_of(client, "localhost:8501") == expected("https://localhost:8501/")


@pytest.mark.parametrize("host", ["evil.example", "example.org@evil.example", ""])
def test_of_every_other_host_links_are_relative_and_what_needs_a_whole_address_is_left_out(client, host):
    relative = {**expected("/"), "og:url": None, "sitemap": None, "robots": None, "api": "/"}
    assert links_of(client, host) == relative


@pytest.mark.parametrize("base", ["watch", "a/b"])
def test_under_a_sub_path_relative_links_begin_with_it(client, no_operator, monkeypatch, base):
    monkeypatch.setattr(endpoints, "base_path", lambda: base)
    found = links_of(client, "evil.example")
    assert (found["canonical"], found["api"]) == (f"/{base}/timeline?month=2025-12", f"/{base}")


@pytest.mark.parametrize("path", ANSWERS)
@pytest.mark.parametrize("host", SENT)
def test_no_answer_repeats_a_host_that_is_not_trusted(client, path, host):
    answer = client.get(path, headers={"Host": host})
    assert "evil" not in answer.text
    assert "evil" not in str(answer.headers)


@pytest.mark.parametrize("path", ANSWERS)
def test_without_a_host_or_with_two_nothing_is_repeated_and_no_address_of_the_inside_is_told(client, path):
    for hosts in ([("Host", "")], [("Host", "example.org"), ("Host", "evil.example")]):
        answer = client.get(path, headers=hosts)
        assert not re.search("evil|example.org|testserver|localhost|127.0.0.1", answer.text + str(answer.headers))


@pytest.mark.parametrize("name", ["X-Forwarded-Host", "X-Forwarded-Prefix", "X-Forwarded-Server", "Forwarded"])
def test_what_names_a_host_beside_the_host_is_not_read(client, name):
    value = "host=evil.example;proto=http" if name == "Forwarded" else "evil.example"
    for path in ANSWERS:
        answer = client.get(path, headers={"Host": "example.org", name: value})
        assert "evil.example" not in answer.text + str(answer.headers)


def test_an_answer_to_a_foreign_host_is_not_kept_for_others_and_foreign_hosts_do_not_fill_the_memory(client):
    path = "/sitemap.xml?asked=by-foreign-hosts"
    client.get(path, headers={"Host": "evil.example"})
    assert "https://example.org/timeline" in client.get(path, headers={"Host": "example.org"}).text
    client.get("/feed.atom", headers={"Host": "evil.example"})
    chosen = endpoints.RESPONSES.size
    for number in range(5):
        client.get("/feed.atom", headers={"Host": f"evil-{number}.example"})
    assert endpoints.RESPONSES.size == chosen


def test_a_sitemap_that_cannot_be_written_says_what_is_to_be_set(client, no_operator):
    answer = client.get("/sitemap.xml", headers={"Host": "evil.example"})
    assert answer.status_code == 404
    assert PUBLIC_URL in json.loads(answer.content)["detail"]


@pytest.mark.parametrize("path", ["/feed.atom?type=sanctions", "/corrections.atom"])
def test_the_entries_of_a_feed_are_the_same_whatever_host_it_is_read_at(client, monkeypatch, path):
    def ids(host):
        feed = feedparser.parse(client.get(path, headers={"Host": host}).content)
        assert not feed.bozo
        return [feed.feed.id, *(entry.id for entry in feed.entries)]

    found = ids("example.org")
    assert ids("evil.example") == found
    monkeypatch.setenv(PUBLIC_URL, "https://crisis.example.org/watch")
    assert ids("example.org") == found


def test_the_ids_of_a_feed_are_those_that_its_subscribers_have(client):
    feed = feedparser.parse(client.get("/feed.atom").content)
    assert feed.feed.id == "urn:uuid:ef4619d5-317d-5a40-a781-3dc714487d21"
