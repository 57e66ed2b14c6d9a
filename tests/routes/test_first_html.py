"""The first HTML of a page says what the app says there, on a page that waits for it and on one that needs none."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest

from components.view.view import PAGES
from data.text.messages import say
from data.view.sections import section_names
from routes import index_html
from tests.factory import shipped
from tests.pages.test_matrix import opened
from tests.shown import as_shown

AN_EVENT = shipped()["events"].iloc[-1]
A_PERSON = shipped()["detainees"].iloc[0]
SECTIONS = [(page.slug, section) for page in PAGES for section in section_names(page.slug) or ("",)]
EVERY_SECTION = pytest.mark.parametrize(("page", "section"), SECTIONS)
QUERIES = {
    "filtered": {"type": ["vessel_strike", "sanctions"], "month": ["2025-09..2026-01"]},
    "nothing left": {"q": ["zzzz no such words"]},
    "garbage": {"type": ["bogus", ""], "month": ["2025-13"], "event": ["nope"], "page": ["x"], "zzz": ["1"]},
}
HOSTILE = """"><script>alert('x')</script><img src=x onerror=alert(1)>[a](javascript:alert(1)) **b**"""
# Void elements of HTML, which are never closed.
VOID = {"meta", "link", "input", "br", "hr", "img"}


@pytest.fixture(autouse=True)
def nothing_goes_without(monkeypatch):
    """However long a run takes: a busy machine would leave out what stands first."""
    monkeypatch.setattr(index_html, "WAIT", None)


class Document(HTMLParser):
    """The words of HTML as a reader sees them, its links, how often each tag stands in it, and what is not closed."""

    def __init__(self, text):
        super().__init__()
        self.links, self.forms, self.tags, self.words, self.inside, self.amiss = [], [], [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.links += [value for name, value in attributes if (tag, name) == ("a", "href")]
        self.forms += [value for name, value in attributes if (tag, name) == ("input", "name")]
        self.amiss += [name for name, _ in attributes if name.startswith("on")]
        if tag not in VOID:
            self.inside.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.amiss += [] if self.inside[-1:] == [tag] else [tag]
            self.inside = self.inside[:-1]

    def handle_data(self, data):
        if not {"style", "script"} & {*self.inside}:
            self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


def shown(*markdown):
    """Words of Markdown as the document has them."""
    return " ".join(re.sub(r"\*\*|`", "", as_shown(*markdown)).split())


def address(page, section, query, **more):
    parameters = {**query, **({"section": section} if section else {}), **more}
    return f"/{page}" + (f"?{urlencode(parameters, doseq=True)}" if parameters else "")


@EVERY_SECTION
def test_what_stands_first_has_the_title_the_filters_the_findings_and_the_figures_of_the_app(client, page, section):
    query = QUERIES["filtered"]
    app = opened(page, query | ({"section": [section]} if section else {}))
    document = Document(client.get(address(page, section, query)).text)
    for heading in (*app.title, *app.header, *app.subheader):
        assert shown(heading.value) in document.text
    for caption in app.caption[:1]:
        assert shown(caption.value) in document.text
    for metric in app.metric:
        assert f"{shown(metric.label)} {shown(metric.value)} {shown(metric.delta)}".strip() in document.text
    for chart in (*app.get("plotly_chart"), *app.get("deck_gl_json_chart")):
        assert shown(chart.proto.alt) in document.text
    assert document.tags.count("h1") == document.tags.count("main") == 1
    assert document.amiss == []


@EVERY_SECTION
def test_the_edition_without_the_app_is_whole_and_keeps_to_itself(client, page, section):
    answer = client.get(address(page, section, {}, plain="true"))
    document = Document(answer.text)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert document.tags.count("h1") == document.tags.count("main") == document.tags.count("title") == 1
    assert "script" not in document.tags
    # Its policy allows no style but its own.
    assert ' style="' not in answer.text
    assert document.amiss == document.inside == []
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "script-src" not in policy
    assert f'<link rel="canonical" href="https://example.org{address(page, section, {})}">' in answer.text


@pytest.mark.parametrize("name", QUERIES)
@pytest.mark.parametrize("page", [page.slug for page in PAGES])
def test_every_link_to_a_page_keeps_the_edition_without_the_app(client, page, name):
    document = Document(client.get(address(page, "", QUERIES[name], plain="true")).text)
    ours = {page.slug for page in PAGES} | {"./"}
    links = [link for link in document.links if not urlsplit(link).netloc and urlsplit(link).path in ours]
    leaving = [link for link in links if parse_qs(urlsplit(link).query).get("plain") != ["true"]]
    assert len(links) > len(PAGES)
    # One leads back to the app.
    assert [urlsplit(link).fragment for link in leaving] == ["app"]
    assert "plain" in document.forms


@pytest.mark.parametrize("name", QUERIES)
@pytest.mark.parametrize("page", [page.slug for page in PAGES])
def test_what_cannot_be_had_is_said_in_the_line_that_the_app_has(client, page, name):
    app, answer = opened(page, QUERIES[name]), client.get(address(page, "", QUERIES[name]))
    assert answer.status_code == 200
    lines = [caption.value for caption in app.caption if caption.value.startswith("Ignored")]
    assert bool(lines) == (name == "garbage")
    assert all(shown(line) in Document(answer.text).text for line in lines)


@pytest.mark.parametrize("key", ["q", "type", "month", "event", "find", "zzz", "as_of", HOSTILE])
@pytest.mark.parametrize("plain", [{}, {"plain": "true"}])
def test_no_word_of_an_address_becomes_markup(client, key, plain):
    usual = Document(client.get(address("sanctions", "", {}, **plain)).text)
    hostile = client.get(f"/sanctions?{urlencode({**plain, key: HOSTILE})}")
    document = Document(hostile.text)
    assert document.tags.count("script") == usual.tags.count("script")
    assert "img" not in document.tags
    assert document.amiss == []
    assert not [link for link in document.links if link.lower().startswith("javascript")]


def test_a_record_stands_before_its_page_and_closes_to_it(client):
    text = client.get(f"/detentions?person={A_PERSON.person_id}&plain=true&month=2025-12").text
    assert f"<h2>{A_PERSON['name']}</h2>" in text
    assert ">Close this record</a>" in text
    assert 'href="detentions?plain=true&amp;month=2025-12"' in text or 'month=2025-12&amp;plain=true"' in text


def test_the_form_holds_what_is_set_and_what_is_empty_in_it_means_nothing(client):
    text = client.get("/timeline?type=vessel_strike&month=2025-12&q=drug&plain=true&scale=goldstein").text
    assert '<input type="checkbox" name="type" value="vessel_strike" checked>' in text
    assert '<input type="text" name="month" value="2025-12"' in text
    assert '<input type="hidden" name="scale" value="goldstein">' in text
    sent = client.get("/timeline?plain=true&type=vessel_strike&month=&days=&q=").text
    bare = client.get("/timeline?plain=true&type=vessel_strike").text
    assert Document(sent).links == Document(bare).links
    assert say("frame.ignored", words="")[:7] not in Document(sent).text


def test_controls_are_links_to_what_they_would_write_to_the_address(client):
    links = Document(client.get("/timeline?section=escalation&plain=true").text).links
    assert "timeline?section=escalation&plain=true&step=week" in links
    assert "timeline?section=deaths&plain=true" in links
    assert "./?story=6&plain=true" in Document(client.get("/?story=5&plain=true").text).links


def test_a_page_that_does_not_exist_is_404_without_the_app_too(client):
    answer = client.get("/no-such-page?plain=true")
    assert answer.status_code == 404
    assert "page /no-such-page" in Document(answer.text).text
    assert 'id="first"' not in client.get("/no-such-page").text


def test_the_edition_of_a_release_says_so_and_stays_in_it(client):
    document = Document(client.get("/events?as_of=2026-11-24&plain=true").text)
    assert "2026-11-24" in document.text
    assert all("as_of=2026-11-24" in link for link in document.links if link.startswith("timeline"))


def test_one_picture_alone_stands_first_without_the_frame(client):
    text = client.get("/timeline?embed=true&picture=toll").text
    assert '<header class="site">' not in text
    assert '<div id="first" class="before alone">' in text


def test_an_unknown_word_for_plain_is_ignored_in_one_line(client):
    document = Document(client.get(f"/timeline?plain={quote('yes please')}").text)
    assert "plain=yes please" in document.text
    assert "script" in document.tags


def test_whoever_runs_no_script_is_led_to_the_edition_without_the_app(client):
    text = client.get("/timeline?month=2025-12").text
    found = re.search(r"<noscript>(.*?)</noscript>", text, re.DOTALL)
    assert found
    assert Document(found[1]).links == ["timeline?month=2025-12&plain=true"]
