"""A table as HTML says what it holds to eye and ear: caption, scopes, order, and every text as text."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.elements.html_table import EMPTY, Heading, PageLink, Row, html_choices, html_table

HEADINGS = [
    Heading("Title"),
    Heading("Killed", address="?sort=killed", order="descending", is_number=True, is_minor=True),
]
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1)
MARKUP = "<img src=x onerror=alert(1)>\"'&"


def table(rows, pages=()):
    return ET.fromstring(html_table("12 events", HEADINGS, rows, pages))


def test_a_table_has_a_caption_and_scopes():
    root = table([Row(("Strike", "4"), "events?event=x")])
    assert root.findtext("table/caption") == "12 events"
    assert [head.get("scope") for head in root.findall("table/thead/tr/th")] == ["col", "col"]
    assert root.find("table/tbody/tr/th").get("scope") == "row"


def test_a_heading_says_in_which_order_the_table_stands_and_links_to_the_other():
    head = table([]).findall("table/thead/tr/th")[1]
    assert head.get("aria-sort") == "descending"
    assert head.find("a").get("href") == "?sort=killed"
    assert head.get("class") == "number minor"


def test_the_first_cell_leads_to_the_record_by_a_link_that_keeps_its_address():
    link = table([Row(("Strike", "4"), "events?event=x&q=a")]).find("table/tbody/tr/th/a")
    assert (link.text, link.get("href"), link.get("class")) == ("Strike", "events?event=x&q=a", "here")


def test_a_table_of_texts_names_the_column_at_each_text_for_a_phone():
    headings = [Heading(text) for text in ("Release", "Announced", "Verified", "Said by others")]
    root = ET.fromstring(html_table("Releases", headings, [Row(("Ten freed", "10", "8", ""))]))
    assert root.get("class") == "records texts"
    assert [cell.get("data-heading") for cell in root.findall("table/tbody/tr/td")] == [
        "Announced",
        "Verified",
        "Said by others",
    ]
    assert table([]).get("class") == "records"
    assert table([Row(("Ten freed", "0"))]).find("table/tbody/tr/td").get("data-heading") is None


def test_another_site_opens_beside_the_app():
    link = table([Row(("AP", "4"), "https://example.org/a")]).find("table/tbody/tr/th/a")
    assert (link.get("target"), link.get("rel"), link.get("class")) == ("_blank", "noopener", None)


def test_a_row_without_a_record_is_no_link_and_an_empty_cell_says_so():
    row = table([Row(("Tie", ""))]).find("table/tbody/tr")
    assert row.find("th/a") is None
    assert row.find("td/span").text == EMPTY
    assert row.find("td/span").get("title")


@given(TEXT, TEXT, TEXT)
def test_every_text_is_shown_as_it_stands(caption, title, address):
    root = ET.fromstring(html_table(caption + MARKUP, HEADINGS, [Row((title + MARKUP, "1"), address)]))
    assert root.findtext("table/caption") == caption + MARKUP
    assert root.find("table/tbody/tr/th/a").text == title + MARKUP
    assert root.find("table/tbody/tr/th/a").get("href") == address
    assert root.findall(".//img") == []


@pytest.mark.parametrize(
    ("shown", "links"),
    [(1, ["1", "2", "3", "Next"]), (2, ["Previous", "1", "2", "3", "Next"]), (3, ["Previous", "1", "2", "3"])],
)
def test_the_pages_of_a_table_are_links_of_which_the_open_one_is_marked(shown, links):
    pages = [PageLink(number, f"?page={number}", number == shown) for number in (1, 2, 3)]
    nav = table([], pages).find("nav")
    assert nav.get("aria-label")
    assert [link.text for link in nav] == links
    assert [link.text for link in nav if link.get("aria-current")] == [str(shown)]


def test_a_table_of_one_page_has_no_links_to_pages():
    assert table([], [PageLink(1, "?", True)]).find("nav") is None


def test_of_a_row_of_choices_the_chosen_one_is_marked():
    root = ET.fromstring(
        html_choices("Known from", [("any", "events", False), ("one <origin>", "events?grade=one", True)])
    )
    assert [link.text for link in root if link.get("aria-current")] == ["one <origin>"]
    assert root.get("aria-label") == "Known from"
