"""The filters at the side can be read whole, and work at the first touch by mouse, finger and keyboard."""

import contextlib

import pandas as pd
import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from playwright.sync_api import expect

from tests.browser import harness
from tests.browser.harness import PHONE, WIDE
from tests.browser.test_links import address
from tests.factory import shipped

CUT = """() => [...document.querySelectorAll("[data-testid='stSidebar'] [data-testid='stSelectbox'] *")]
    .filter(one => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow !== 'visible')
    .map(one => one.innerText)"""
SPAN = "/about?month=2025-09..2025-12"
EMPTY = "/about"


@pytest.fixture
def open_by_finger(browser, app_server):
    """`open_by_finger(path)` opens a path on a phone whose screen answers to fingers."""
    phones = []

    def open_path(path):
        phones.append(harness.new_page(browser, app_server.url, viewport=PHONE, maps=False, touch=True))
        phones[-1].goto(path)
        return phones[-1]

    yield open_path
    for opened in phones:
        opened.close()


def month_list(opened, label):
    """The field of the list of months with that label."""
    return opened.page.get_by_role("combobox", name=label)


def centre(locator):
    """The middle of what is found, in pixels of the window."""
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize("viewport", [WIDE, PHONE])
def test_the_months_chosen_are_written_out(open_page, viewport):
    opened = open_page(SPAN, viewport=viewport)
    if viewport == PHONE:
        opened.page.get_by_test_id("stExpandSidebarButton").click()
    opened.wait_until_loaded()
    expect(month_list(opened, "From month")).to_have_value("Sep 2025")
    expect(month_list(opened, "To month")).to_have_value("Dec 2025")
    # On a phone the bar slides in, and until it stands every box in it is narrow.
    with contextlib.suppress(PlaywrightTimeoutError):
        opened.page.wait_for_function(f"() => ({CUT})().length === 0", timeout=5000)
    assert opened.page.evaluate(CUT) == []


@pytest.mark.parametrize("label", ["From month", "To month"])
def test_a_tap_of_a_trackpad_opens_a_list_and_chooses_nothing(open_page, label):
    opened = open_page(SPAN)
    opened.page.mouse.move(*centre(month_list(opened, label)))
    opened.page.mouse.down()
    opened.page.mouse.up()
    options = opened.page.get_by_role("option")
    expect(options.first).to_be_visible()
    assert address(opened) == ("/about", {"month": ["2025-09..2025-12"]})
    with opened.full_run():
        opened.page.get_by_role("option", name="Oct 2025", exact=True).click()
    expect(options).to_have_count(0)
    span = {"From month": "2025-10..2025-12", "To month": "2025-09..2025-10"}[label]
    assert address(opened) == ("/about", {"month": [span]})


def test_escape_closes_a_list_and_wipes_no_choice(open_page):
    opened = open_page("/about?month=2025-09..2025-12&days=2025-10-18..2025-10-22&type=vessel_strike&side=US")
    before = address(opened)
    for field in (month_list(opened, "From month"), month_list(opened, "To month")):
        field.focus()
        for key in ("ArrowDown", "Escape", "Escape"):
            field.press(key)
    opened.page.get_by_role("slider").first.press("Escape")
    opened.page.get_by_role("button", name="United States").press("Escape")
    for part in opened.page.locator(".st-key-filter_days [role='spinbutton']").all():
        part.press("Escape")
    with opened.full_run():
        opened.page.get_by_role("textbox", name="Words").fill("Maduro")
        opened.page.get_by_role("textbox", name="Words").press("Enter")
    assert address(opened) == (before[0], before[1] | {"q": ["Maduro"]})


def test_the_keyboard_alone_chooses_months(open_page):
    opened = open_page(EMPTY)
    field = month_list(opened, "From month")
    field.focus()
    field.press("ArrowDown")
    expect(opened.page.get_by_role("option").first).to_be_visible()
    field.press("ArrowDown")
    month = opened.page.locator("[role='option'][data-focused]").inner_text()
    with opened.full_run():
        field.press("Enter")
    expect(field).to_have_value(month)
    assert month != f"{shipped()['events'].date.min():%b %Y}"
    assert address(opened) == ("/about", {"month": [f"{pd.Timestamp(month):%Y-%m}.."]})


def test_a_first_month_after_the_last_takes_the_last_along(open_page):
    opened = open_page("/about?month=2025-09..2025-10")
    month_list(opened, "From month").locator("xpath=following-sibling::button").click()
    with opened.full_run():
        opened.page.get_by_role("option", name="Dec 2025", exact=True).click()
    assert address(opened) == ("/about", {"month": ["2025-12"]})
    expect(month_list(opened, "To month")).to_have_value("Dec 2025")


def test_a_finger_opens_the_filters_by_their_button_and_a_list_at_the_first_touch(open_by_finger):
    opened = open_by_finger("/about?month=2025-09..2025-12&side=US&type=vessel_strike")
    button = opened.page.get_by_role("button", name="Filters, 3 set", exact=True)
    button.tap()
    field = month_list(opened, "To month")
    expect(field).to_be_in_viewport(ratio=1)
    opened.page.wait_for_function(f"() => ({CUT})().length === 0")
    opened.page.touchscreen.tap(*centre(field))
    with opened.full_run():
        opened.page.get_by_role("option", name="Nov 2025", exact=True).tap()
    assert address(opened)[1]["month"] == ["2025-09..2025-11"]
    with opened.full_run():
        opened.page.get_by_role("button", name="Venezuela", exact=True).tap()
    assert address(opened)[1]["side"] == ["US", "VE"]


def test_days_have_a_button_that_clears_them_and_no_more(open_page):
    opened = open_page("/about?days=2025-10-18..2025-10-22&side=US")
    with opened.full_run():
        opened.page.get_by_role("button", name="Clear: from 18 to 22 October 2025").click()
    assert address(opened) == ("/about", {"side": ["US"]})


def test_a_phase_shows_its_days_in_place_of_the_months_and_a_second_choice_all_days(open_page):
    opened = open_page("/timeline?month=2026-01..&side=US")
    phase = opened.page.locator(".st-key-phases").get_by_role("radio", name="Strikes at sea (phase)")
    with opened.full_run():
        phase.click()
    assert address(opened) == ("/timeline", {"side": ["US"], "days": ["2025-09-02..2025-12-09"]})
    assert "from 2 September to 9 December 2025" in opened.page.locator(".st-key-caption").inner_text()
    with opened.full_run():
        phase.click()
    assert address(opened) == ("/timeline", {"side": ["US"]})


def test_a_finger_chooses_a_phase(open_by_finger):
    opened = open_by_finger("/timeline")
    with opened.full_run():
        opened.page.locator(".st-key-phases").get_by_role("radio", name="Raid and capture").tap()
    assert address(opened) == ("/timeline", {"days": ["2026-01-03..2026-01-07"]})
