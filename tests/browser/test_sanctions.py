"""A reader's walk through sanctions: a mark of a picture opens the record where it was picked, words fill the address.

The walks start from a view with few rows, which the browser draws in a fraction of the time of the whole page.
"""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.harness import OpenedPage

pytestmark = pytest.mark.browser

TARGET, NAME = "malpica-flores-carlos-erik", "Carlos Erik Malpica Flores"
FEW = {"q": ["malpica"]}


def query(opened: OpenedPage) -> dict[str, list[str]]:
    """The words of the address."""
    return parse_qs(urlsplit(opened.page.url).query)


def test_a_click_on_a_box_opens_the_target_under_the_picture_and_a_link_opens_it_on_top(open_page):
    opened = open_page("/sanctions?q=malpica")
    opened.click_mark(opened.page.locator(".st-key-ties .annotation", has_text="Carlos Erik"))
    assert query(opened) == {**FEW, "target": [TARGET]}
    record = opened.page.locator(".st-key-target_record")
    assert record.get_by_role("heading", name=NAME).is_visible()
    assert record.bounding_box()["y"] > opened.page.locator(".st-key-ties").bounding_box()["y"]

    opened.goto(f"/sanctions?q=malpica&target={TARGET}")
    assert record.get_by_role("heading", name=NAME).is_visible()
    assert record.bounding_box()["y"] < opened.page.get_by_role("heading", name="Find a name").bounding_box()["y"]
    with opened.full_run():
        opened.page.get_by_role("button", name="Close record").click()
    assert query(opened) == FEW


def test_a_click_on_the_bar_of_a_licence_opens_the_event_of_its_issue(open_page):
    opened = open_page("/sanctions?q=citgo+shares")
    opened.click_mark(opened.page.locator(".st-key-licences_by_number .barlayer text", has_text="R"))
    assert query(opened)["event"] == ["2025-03-06-gl-5r"]
    assert opened.page_errors == []
    assert opened.page.locator(".st-key-event_record").get_by_role("heading", name="GL 5R").is_visible()


def test_names_and_choices_fill_the_address_and_a_line_on_top_leads_to_the_kin(open_page):
    opened = open_page("/sanctions?q=malpica")
    field = opened.page.get_by_label("Name or tie")
    field.fill("Cilia Flores nephew")
    with opened.full_run():
        field.press("Enter")
    assert query(opened) == {**FEW, "find": ["Cilia Flores nephew"]}
    assert opened.page.locator(".st-key-found_names").is_visible()

    choice = opened.page.get_by_role("combobox", name="Kind of target")
    choice.click()
    choice.press_sequentially("Ship")
    with opened.full_run():
        choice.press("Enter")
    assert query(opened) == {**FEW, "find": ["Cilia Flores nephew"], "target_type": ["vessel"]}
    assert opened.page.get_by_role("heading", name="No target in this view").is_visible()

    opened.page.get_by_role("link", name="Kin of Nicolás Maduro").click()
    heading = opened.page.get_by_role("heading", name="Kin of Nicolás Maduro")
    opened.page.wait_for_function("y => document.getElementById('kin').getBoundingClientRect().top < y", arg=800)
    assert heading.is_visible()
