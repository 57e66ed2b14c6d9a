"""The filters at the side can be read whole, at the sizes that readers have."""

import pytest

from tests.browser.harness import PHONE, WIDE

CUT = """boxes => boxes.flatMap(box => [...box.querySelectorAll('*')])
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
    assert sidebar.get_by_test_id("stSelectbox").evaluate_all(CUT) == []
