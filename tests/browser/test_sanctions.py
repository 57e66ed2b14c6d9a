"""A reader's walk through sanctions: a box of a picture and a row of a table open the record where they were picked."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.harness import OpenedPage

pytestmark = pytest.mark.browser

TARGET, NAME = "malpica-flores-carlos-erik", "Carlos Erik Malpica Flores"


def query(opened: OpenedPage) -> dict[str, list[str]]:
    """The words of the address."""
    return parse_qs(urlsplit(opened.page.url).query)


def test_a_click_on_a_box_opens_the_target_under_the_picture_and_a_link_opens_it_on_top(open_page):
    opened = open_page("/sanctions")
    box = opened.page.locator(".st-key-ties .annotation", has_text="Carlos Erik")
    with opened.full_run():
        box.click(force=True)  # the picture's own surface takes the click: words let it through
    assert query(opened) == {"target": [TARGET]}
    record = opened.page.locator(".st-key-target_record")
    assert record.get_by_role("heading", name=NAME).is_visible()
    picture = opened.page.locator(".st-key-ties").bounding_box()
    assert record.bounding_box()["y"] > picture["y"]

    again = open_page(f"/sanctions?target={TARGET}")
    top = again.page.locator(".st-key-target_record")
    assert top.get_by_role("heading", name=NAME).is_visible()
    assert top.bounding_box()["y"] < again.page.get_by_role("heading", name="Find a name").bounding_box()["y"]
    with again.full_run():
        again.page.get_by_role("button", name="Close record").click()
    assert query(again) == {}


def test_what_is_typed_into_the_name_finder_is_in_the_address(open_page):
    opened = open_page("/sanctions")
    field = opened.page.get_by_label("Name or tie")
    field.fill("Cilia Flores nephew")
    with opened.full_run():
        field.press("Enter")
    assert query(opened) == {"find": ["Cilia Flores nephew"]}
    assert opened.page.locator(".st-key-found_names").is_visible()


def test_a_choice_of_the_table_of_targets_is_in_the_address(open_page):
    opened = open_page("/sanctions")
    field = opened.page.get_by_role("combobox", name="Kind of target")
    field.click()
    field.press_sequentially("Ship")
    with opened.full_run():
        field.press("Enter")
    assert query(opened) == {"target_type": ["vessel"]}
    assert opened.page.get_by_role("heading", name="12 targets listed").is_visible()
