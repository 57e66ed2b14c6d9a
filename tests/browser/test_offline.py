"""No page asks anyone but the app for anything, and none logs an error."""

import pytest

from components.view.view import PAGES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug or "overview")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_asks_only_the_app_and_logs_no_error(open_page, page, scheme):
    opened = open_page(f"/{page.slug}", color_scheme=scheme, maps=page.slug == "map")
    for picture in opened.page.locator("[data-testid='stPlotlyChart']").all():
        picture.locator(".main-svg").first.wait_for()
    if page.slug == "map":
        opened.page.locator("[data-testid='stDeckGlJsonChart'] canvas").first.wait_for()
    opened.page.wait_for_load_state("networkidle")
    assert opened.external() == []
    assert opened.failed == []
    assert opened.console_errors == []
    assert opened.page_errors == []
    assert opened.page_name() == (page.slug or "overview")
