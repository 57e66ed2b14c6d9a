"""The filters at the side can be read whole, at the sizes that readers have."""

import contextlib

import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from tests.browser.harness import PHONE, WIDE

CUT = """() => [...document.querySelectorAll("[data-testid='stSidebar'] [data-testid='stSelectbox'] *")]
    .filter(one => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow !== 'visible')
    .map(one => one.innerText)"""


@pytest.mark.parametrize("viewport", [WIDE, PHONE])
def test_the_months_chosen_are_written_out(open_page, viewport):
    opened = open_page("/about?month=2025-09..2025-12", viewport=viewport)
    sidebar = opened.page.get_by_test_id("stSidebar")
    if viewport == PHONE:
        opened.page.get_by_test_id("stExpandSidebarButton").click()
    for month in ("September 2025", "December 2025"):
        sidebar.get_by_text(month, exact=True).or_(sidebar.locator(f"input[value='{month}']")).first.wait_for()
    # On a phone the bar slides in, and until it stands every box in it is narrow.
    with contextlib.suppress(PlaywrightTimeoutError):
        opened.page.wait_for_function(f"() => ({CUT})().length === 0", timeout=5000)
    assert opened.page.evaluate(CUT) == []
