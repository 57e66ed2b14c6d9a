"""The first HTML of a page says what it is, whatever stands in the address, and every answer is guarded."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.testclient import TestClient
from streamlit import file_util

from components.frame.embed import DRAWN
from components.view.view import PAGES
from data.view.story import step_of_story
from routes.index_html import IndexHtml
from routes.shipped_page import PAGE, TITLE, script_hashes
from tests.factory import shipped

AN_EVENT = shipped()["events"].iloc[-1]
A_PERSON = shipped()["detainees"].iloc[0]
HOSTILE = """"><script>alert('x')</script>"""


class Head(HTMLParser):
    """The title, the metas by name or property, the links by kind, and the scripts of a page."""

    def __init__(self, html):
        super().__init__()
        self.title, self.metas, self.links, self.scripts, self._open = "", {}, {}, 0, ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        text = dict(attributes)
        self._open = tag
        self.scripts += tag == "script"
        if tag == "meta" and "content" in text:
            self.metas[text.get("name") or text.get("property")] = text["content"]
        if tag == "link":
            self.links[text["rel"]] = text["href"]

    def handle_data(self, text):
        if self._open == "title":
            self.title += text

    def handle_endtag(self, tag):
        self._open = ""


@pytest.fixture(scope="module")
def files():
    """Asks the front page alone, around the one file that Streamlit answers every path with."""
    index = str(Path(file_util.get_static_dir()) / "index.html")

    class Files(StaticFiles):
        async def get_response(self, path, scope):
            return await super().get_response("index.html", scope)

    app = Starlette(routes=[Mount("/", Files(directory=Path(index).parent))], middleware=[Middleware(IndexHtml)])
    return TestClient(app, "https://example.org", follow_redirects=False)


def head(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    return Head(answer.text)


def test_a_step_of_the_story_is_described_by_its_statement(client):
    assert Head(client.get("/?story=7").text).metas["description"] == step_of_story(shipped(), "7").text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug or "overview")
def test_every_page_has_a_title_and_a_description_of_its_own(client, page):
    found = head(client, f"/{page.slug}?month=2025-12")
    assert found.title.startswith(f"{page.title} · ")
    assert found.metas["og:title"] == found.title
    assert page.question in found.metas["description"] == found.metas["og:description"]
    assert "in December 2025" in found.metas["description"]
    assert found.metas["og:url"] == found.links["canonical"] == f"https://example.org/{page.slug}?month=2025-12"


def test_a_record_is_named_in_the_preview(client):
    found = head(client, f"/events?event={AN_EVENT.event_id}")
    assert AN_EVENT.title in found.title
    assert AN_EVENT.summary[:100] in found.metas["og:description"]


def test_records_of_persons_are_not_for_search_engines(client):
    assert client.get(f"/detentions?person={A_PERSON.person_id}").headers["x-robots-tag"] == "noindex"
    assert client.get("/detentions?person=nobody").headers["x-robots-tag"] == "noindex"
    assert client.get("/no-such-page").headers["x-robots-tag"] == "noindex"
    assert "x-robots-tag" not in client.get("/detentions").headers


@pytest.mark.parametrize("query", ["q={}", "month={}", "event={}", "{}=1", "as_of={}", "type={}&type={}"])
def test_nothing_in_an_address_becomes_markup(client, query):
    usual, hostile = head(client, "/timeline"), head(client, "/timeline?" + query.replace("{}", quote(HOSTILE)))
    assert hostile.scripts == usual.scripts
    assert "<script>alert" not in client.get("/timeline?" + query.replace("{}", quote(HOSTILE))).text


@pytest.mark.parametrize("path", ["/no-such-page", "/timelinee?month=2025-12", "/%C3%A9t%C3%A9", "/index.html"])
def test_a_path_that_is_no_page_is_answered_404_with_the_first_page(client, path):
    answer, head = client.get(path), client.head(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert Head(answer.text).title.startswith(f"{PAGES[0].title} · ")
    assert '<div id="root">' in answer.text
    assert answer.headers["x-robots-tag"] == "noindex"
    assert (head.status_code, head.content) == (404, b"")
    assert client.get(path, headers={"If-None-Match": client.get("/").headers["etag"]}).status_code == 404


@pytest.mark.parametrize("path", ["/", "/%20", "/map", "/map%20", "/%20about%20", "/map?no=such"])
def test_a_path_that_names_a_page_but_for_spaces_is_answered_200(client, path):
    assert (client.get(path).status_code, client.head(path).status_code) == (200, 200)


@pytest.mark.parametrize(
    "requested",
    [
        {"Range": "bytes=0-9"},
        {"Range": "bytes=0-9,20-29"},
        {"Range": "bytes=99999999-"},
        {"If-Modified-Since": "Fri, 31 Dec 9999 23:59:59 GMT"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/timeline", "/no-such-page"])
def test_a_page_is_answered_whole_whatever_part_or_day_is_asked_for(files, path, requested):
    whole, part = files.get(path), files.get(path, headers=requested)
    assert (part.status_code, part.content) == (whole.status_code, whole.content)


def test_the_page_that_streamlit_ships_has_the_places_that_are_filled():
    assert len(TITLE.findall(PAGE)) == 1
    assert PAGE.count("<noscript>") == 1
    # Its own inline script, the one that tells screen readers of changes, that of a reader's last visit, the one that
    # takes away what stands first, and the one that asks for the page again after a lost connection.
    assert len(script_hashes()) == 5


def test_without_scripts_the_page_says_what_it_is_and_where_the_data_are(client):
    # At a path that no page has nothing else stands first.
    text = client.get("/no-such-page").text
    assert "<noscript><h1>Overview ·" in text
    assert "https://example.org/api/events.json" in text
    assert "_stcore/agent" not in text


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/a/b?x=1&q=%C3%A9", "https://example.org/a?x=1&q=%C3%A9"),
        ("/timeline/x", "https://example.org/timeline"),
        ("/%C3%A9/x/y", "https://example.org/%C3%A9"),
    ],
)
def test_a_path_of_several_parts_leads_to_its_first(client, path, leads_to):
    answer = client.get(path)
    assert answer.status_code == 307
    assert str(answer.next_request.url) == leads_to


def test_a_page_that_is_known_is_not_sent_again(client):
    tag = client.get("/map").headers["etag"]
    assert client.get("/map", headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/map?month=2025-12", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/api/toll.json", "/api/nope", "/a/b"])
def test_every_answer_is_guarded(client, path):
    headers = client.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert "'unsafe-inline'" not in policy["script-src"]
    assert "'unsafe-eval'" not in policy["script-src"]
    assert policy["frame-ancestors"] == "'self'"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["x-content-type-options"] == "nosniff"


def test_static_files_hold_for_an_hour(client):
    assert client.get("/app/static/symbols.json").headers["cache-control"] == "public, max-age=3600"


@pytest.mark.parametrize("picture", sorted(DRAWN))
def test_one_picture_alone_may_be_framed_by_any_site(client, picture):
    headers = client.get(f"/timeline?embed=true&picture={picture}").headers
    assert "frame-ancestors *" in headers["content-security-policy"]
    assert "x-frame-options" not in headers


@pytest.mark.parametrize(
    "query",
    [
        "embed=true",
        "picture=toll",
        "embed=true&picture=bogus",
        "embed=false&picture=toll",
        "embed=true&picture=x&picture=toll",
    ],
)
def test_nothing_else_may_be_framed_by_another_site(client, query):
    headers = client.get(f"/timeline?{query}").headers
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "SAMEORIGIN"
