"""The parts of a record are HTML in which every word of a table is text, and nothing but records and web pages is
linked."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.html.record_html import line_html, part_html, parts_html
from components.html.whole_page import WholePage, page_policy, page_style, whole_page_html
from data.records.record import Part, Phrase
from data.records.record_of import record_of
from data.selection.record_kinds import EVENT, KINDS
from tests.factory import DAY, shipped
from tests.shown import html_as_shown

HOSTILE = """</style></title><script>alert(1)</script><img src=x onerror="alert(1)"> & "quoted" 'twice'"""
WORDS = st.text(min_size=1) | st.just(HOSTILE)


class Tags(HTMLParser):
    """The tags of a document, each with its attributes, and its words."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words, self.open = [], "", []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "link"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data


def address_of(kind, row_id):
    return f"../{kind.listing}/{row_id}"


@given(WORDS, WORDS, WORDS)
def test_whatever_stands_in_a_cell_is_text(text, meaning, heading):
    phrases = (Phrase(text), Phrase(text, meaning=meaning), Phrase(text, record=(EVENT, "an-id"), is_strong=True))
    part = Part("facts", heading, (phrases,), ((heading, phrases),), (phrases,), (heading,), ((phrases,),), (phrases,))
    usual = part_html(Part("facts", "h", *_usual()), address_of, 2)
    found, wanted = Tags(part_html(part, address_of, 2)), Tags(usual)
    assert [tag for tag, _ in found.tags] == [tag for tag, _ in wanted.tags]
    assert found.open == []


def _usual():
    phrases = (Phrase("a"), Phrase("a", meaning="b"), Phrase("a", record=(EVENT, "an-id"), is_strong=True))
    return (phrases,), (("h", phrases),), (phrases,), ("h",), ((phrases,),), (phrases,)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//example.org", "", " https://x"])
def test_what_is_no_web_address_is_no_link(address):
    assert line_html((Phrase("a title", address=address),), address_of) == "a title"


@given(st.text())
def test_a_web_address_stays_in_its_attribute(rest):
    ((_, found),) = Tags(line_html((Phrase("a", address=f"https://x/{rest}"),), address_of)).tags
    assert set(found) == {"href", "rel"}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_word_of_a_record_is_there_and_every_code_opens_what_it_means(kind):
    record = record_of(shipped(), kind, shipped()[kind.table][kind.id_column].iloc[0], DAY)
    text = parts_html(record.parts, address_of, 2)
    shown = html_as_shown(text)
    phrases = [
        phrase
        for part in record.parts
        for found in (*part.paragraphs, *(line for _, line in part.facts), *part.items)
        for phrase in found
    ]
    assert all(phrase.text in shown and phrase.meaning in shown for phrase in phrases)
    assert text.count("<details") == text.count("<summary") == len([phrase for phrase in phrases if phrase.meaning])


def test_a_whole_page_is_one_document_whose_every_field_is_text():
    fields = dict.fromkeys(("title", "description", "heading", "kind", "foot", "link", "query"), HOSTILE)
    page = Tags(whole_page_html(WholePage(**fields, body="<p>body</p>", notices=(HOSTILE,), up="../")))
    names = [tag for tag, _ in page.tags]
    assert [names.count(name) for name in ("html", "title", "h1", "main", "style")] == [1] * 5
    assert {"script", "img"} & set(names) == set()
    assert page.open == []
    assert page.words.count(HOSTILE) == 5
    assert dict(page.tags)["html"] == {"lang": "en"}


def test_the_policy_of_a_whole_page_allows_its_own_styles_and_no_script():
    policy = dict(part.split(" ", 1) for part in page_policy("../").split("; "))
    assert policy["default-src"] == "'none'"
    assert "script-src" not in policy
    assert policy["style-src"].startswith("'sha256-")
    assert page_policy("../") != page_policy("")
    assert "prefers-color-scheme: dark" in page_style("../")
