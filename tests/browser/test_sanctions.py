"""A reader's walk through sanctions: a mark of a picture opens the record where it was picked, words fill the address.

The walks start from a view with few rows, which the browser draws in a fraction of the time of the whole page.
"""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.harness import OpenedPage
from tests.browser.test_links import close_record

pytestmark = pytest.mark.browser

TARGET, NAME = "malpica-flores-carlos-erik", "Carlos Erik Malpica Flores"
FEW = {"q": ["malpica"]}


def query(opened: OpenedPage) -> dict[str, list[str]]:
    """The words of the address."""
    return parse_qs(urlsplit(opened.page.url).query)


def test_a_click_on_a_box_opens_the_target_over_the_picture_which_stays_open_under_it(open_page):
    opened = open_page("/sanctions?q=malpica&section=ties")
    opened.click_mark(opened.page.locator(".st-key-ties .annotation", has_text="Carlos Erik"))
    assert query(opened) == {**FEW, "section": ["ties"], "target": [TARGET]}
    record = opened.page.get_by_role("dialog")
    assert record.get_by_role("heading", name=NAME).is_visible()
    assert opened.page.locator(".st-key-ties").is_visible()

    opened.goto(f"/sanctions?q=malpica&target={TARGET}")
    assert record.get_by_role("heading", name=NAME).is_visible()
    close_record(opened)
    assert query(opened) == FEW


def test_a_click_on_the_bar_of_a_licence_opens_the_event_of_its_issue(open_page):
    opened = open_page("/sanctions?q=citgo+shares&section=licences")
    opened.click_mark(opened.page.locator(".st-key-licences_by_number .barlayer text", has_text="R"))
    assert query(opened)["event"] == ["2025-03-06-gl-5r"]
    assert opened.page_errors == []
    assert opened.page.get_by_role("dialog").get_by_role("heading", name="GL 5R").is_visible()


def test_names_and_choices_fill_the_address_and_a_line_leads_to_the_kin(open_page):
    opened = open_page("/sanctions?q=malpica")
    field = opened.page.get_by_role("textbox", name="Name or tie")
    field.fill("Cilia Flores nephew")
    with opened.full_run():
        field.press("Enter")
    assert query(opened) == {**FEW, "find": ["Cilia Flores nephew"]}
    assert opened.page.locator(".st-key-found_names_rows").is_visible()

    choice = opened.page.get_by_role("combobox", name="Kind of target")
    choice.click()
    choice.press_sequentially("Ship")
    with opened.full_run():
        choice.press("Enter")
    assert query(opened) == {**FEW, "find": ["Cilia Flores nephew"], "target_type": ["vessel"]}
    assert opened.page.get_by_role("heading", name="No target in this view").is_visible()

    opened.goto("/sanctions?q=malpica")
    href = opened.page.get_by_role("link", name="Relatives of Nicolás Maduro").get_attribute("href")
    opened.goto(f"/{href}")
    assert query(opened) == {**FEW, "section": ["ties"]}
    assert opened.page.get_by_role("heading", name="Relatives of Nicolás Maduro").is_visible()


def test_a_link_of_old_to_the_kin_opens_the_section_in_which_they_stand_now(open_page):
    opened = open_page("/sanctions?q=malpica#kin", cold=True)
    assert query(opened) == {**FEW, "section": ["ties"]}
    assert opened.page.get_by_role("heading", name="Relatives of Nicolás Maduro").is_visible()
