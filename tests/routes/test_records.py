"""Every record stands at an address of its own as plain HTML; an unknown id is 404 and leads to the list."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from components.look.escaping import escape_html
from data.package.problems import BrokenPackageError, Problem
from data.records.record import line_text
from data.records.record_of import record_of
from data.selection.record_kinds import KINDS
from data.text.days import today
from data.text.messages import say
from data.versions.data_version import DataVersion, version_state
from routes import records
from routes.endpoints import DataFirst
from routes.records import record_routes
from tests.factory import shipped
from tests.shown import html_as_shown

FIRST = {kind.listing: shipped()[kind.table][kind.id_column].iloc[0] for kind in KINDS.values()}
HOSTILE = """</style><script>alert("x")</script> & 'y'"""
EVERY_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def address(kind):
    return f"/{kind.listing}/{FIRST[kind.listing]}"


@EVERY_KIND
def test_a_record_is_complete_html_without_a_script(client, kind):
    answer = client.get(address(kind))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    record = record_of(shipped(), kind, FIRST[kind.listing], pd.Timestamp(today()))
    for once in ("<title>", "<h1>", "<main>", '<html lang="en">', '<meta name="description"'):
        assert answer.text.count(once) == 1
    assert f"<h1>{escape_html(record.title)}</h1>" in answer.text
    assert f'<link rel="canonical" href="https://example.org{address(kind)}">' in answer.text
    assert "<script" not in answer.text
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "script-src" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


@EVERY_KIND
def test_a_record_says_the_same_facts_as_the_dialog_and_leads_to_it(client, kind):
    text = client.get(address(kind)).text
    shown = html_as_shown(text)
    for part in record_of(shipped(), kind, FIRST[kind.listing], pd.Timestamp(today())).parts:
        assert all(heading in shown and line_text(found) for heading, found in part.facts)
        assert all(phrase.text in shown for _, found in part.facts for phrase in found)
        assert all(phrase.text in shown for found in (*part.paragraphs, *part.items) for phrase in found)
    assert f'href="../{kind.page}?{kind.parameter}={FIRST[kind.listing]}"' in text


@EVERY_KIND
def test_every_link_of_a_record_to_another_is_answered(client, kind):
    links = set(re.findall(r'href="\.\./([a-z]+/[^"]+)"', client.get(address(kind)).text))
    assert links
    for link in sorted(links)[:12]:
        assert client.get(f"/{link}").status_code == 200


@EVERY_KIND
def test_the_head_of_an_answer_is_that_of_the_whole_and_what_is_known_is_not_sent_again(client, kind):
    whole, head = client.get(address(kind)), client.head(address(kind))
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", whole.headers["etag"])
    assert whole.headers["cache-control"] == "public, no-cache"
    assert shipped().release in whole.headers["etag"]
    again = client.get(address(kind), headers={"If-None-Match": whole.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.post(address(kind)).status_code == 405


@EVERY_KIND
@pytest.mark.parametrize("row_id", ["no-such-record", "x" * 5000, quote("<script>alert(1)"), "%00", "%E9"])
def test_an_unknown_id_is_404_with_a_page_that_leads_to_the_list(client, kind, row_id):
    answer, head = client.get(f"/{kind.listing}/{row_id}"), client.head(f"/{kind.listing}/{row_id}")
    assert (answer.status_code, head.status_code, head.content) == (404, 404, b"")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-robots-tag"] == "noindex"
    assert f'<a href="../{kind.page if kind.parameter != "source" else "about"}' in answer.text
    assert "<script" not in answer.text
    assert len(answer.content) < 20_000


def test_an_id_that_is_nearly_right_leads_to_the_record_that_was_meant(client):
    assert '<a href="../ships/skipper">Did you mean Skipper?</a>' in client.get("/ships/skiper").text


def test_persons_are_not_for_search_engines_and_all_else_is_in_the_sitemap(client):
    assert client.get(f"/people/{FIRST['people']}").headers["x-robots-tag"] == "noindex"
    assert "x-robots-tag" not in client.get(f"/events/{FIRST['events']}").headers
    found = ET.fromstring(client.get("/sitemap.xml").content).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    paths = {urlsplit(link.text).path for link in found}
    for kind in KINDS.values():
        ids = shipped()[kind.table][kind.id_column]
        assert {f"/{kind.listing}/{row_id}" in paths for row_id in ids} == {kind.listing != "people"}
    assert "Disallow: /people/" in client.get("/robots.txt").text


def test_a_release_is_shown_and_kept_in_every_link_to_a_record(client):
    answer = client.get(f"{address(KINDS['event'])}?as_of=2026-11-24")
    assert "You are reading release 2026-11-24." in answer.text
    links = re.findall(r'href="\.\./(?:events|people|targets|ships|sources)/[^"]+"', answer.text)
    assert links
    assert all(link.endswith('?as_of=2026-11-24"') for link in links)
    assert f'event={FIRST["events"]}&amp;as_of=2026-11-24">Open in the dashboard' in answer.text


@pytest.mark.parametrize("value", ["2026-13-01", "x", quote(HOSTILE, safe=""), "x" * 5000])
def test_a_day_that_is_none_shows_the_newest_and_says_so_in_one_line(client, value):
    answer = client.get(f"{address(KINDS['ship'])}?as_of={value}")
    assert answer.status_code == 200
    assert answer.text.count("Ignored in the address: as_of=") == 1
    assert "<script" not in answer.text


def test_a_day_before_the_first_release_shows_the_first_and_says_so(client):
    answer = client.get(f"{address(KINDS['ship'])}?as_of=2020-01-01")
    assert say("release.first", requested="1 January 2020", version="2026-11-24") in answer.text


@pytest.mark.parametrize("path", ["/events/a/b", "/timeline/x", "/nothing/x"])
def test_every_other_path_of_several_parts_leads_to_its_first(client, path):
    answer = client.get(path)
    assert answer.status_code == 307
    assert urlsplit(str(answer.next_request.url)).path == f"/{path.split('/')[1]}"


def test_below_the_operators_own_path_the_links_hold():
    app = Starlette(middleware=[Middleware(DataFirst, routes=record_routes("/crisis"))])
    answer = TestClient(app, "https://example.org").get("/crisis/ships/skipper")
    assert answer.status_code == 200
    assert 'href="../sanctions?ship=skipper"' in answer.text
    assert 'href="/' not in answer.text


def spoiled():
    """The shipped tables with markup in every text of every table that records read, and no reference broken."""
    package = shipped()
    frames = dict(package.frames)
    for table in package.descriptor.tables:
        frame = frames[table.name]
        keys = {name for key in table.keys for name in key}
        for column in table.columns:
            if column.kind == "string" and not (column.reference or column.labels or column.name in keys):
                frame = frame.assign(**{column.name: frame[column.name].where(frame[column.name] == "", HOSTILE)})
        frames[table.name] = frame
    return replace(package, frames=frames)


@EVERY_KIND
def test_markup_in_every_field_is_shown_as_text(monkeypatch, client, kind):
    package = spoiled()
    version = DataVersion(package, package, version_state(shipped()))
    monkeypatch.setattr(records, "data_version_for", lambda query: version)
    for row_id in package[kind.table][kind.id_column].iloc[:3]:
        answer = client.get(f"/{kind.listing}/{row_id}?spoiled")
        assert answer.status_code == 200
        assert "<script" not in answer.text
        assert escape_html(HOSTILE) in answer.text
        assert answer.text.count("</style>") == 1


def test_while_the_tables_are_broken_a_page_says_so(monkeypatch, client):
    def broken(query):
        raise BrokenPackageError([Problem("events", "is broken")])

    monkeypatch.setattr(records, "data_version_for", broken)
    answer = client.get("/ships/skipper?broken")
    assert (answer.status_code, answer.headers["cache-control"]) == (503, "no-store")
    assert "The tables are broken right now" in answer.text


def test_a_record_that_ages_is_made_anew_on_another_day_and_is_not_taken_for_the_one_of_the_day_before(
    client, monkeypatch
):
    at, ran = "/events/2025-12-15-eu-renewal", "Ran to 10 January 2027"
    monkeypatch.setattr("data.text.days._now", lambda: datetime(2027, 1, 10, 23, 59, tzinfo=UTC))
    before = client.get(at)
    monkeypatch.setattr("data.text.days._now", lambda: datetime(2027, 1, 11, 0, 1, tzinfo=UTC))
    after = client.get(at)
    assert (ran in before.text, ran in after.text) == (False, True)
    for name, known in (("If-Modified-Since", "last-modified"), ("If-None-Match", "etag")):
        assert client.get(at, headers={name: before.headers[known]}).status_code == 200
        assert client.get(at, headers={name: after.headers[known]}).status_code == 304
