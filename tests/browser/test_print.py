"""On paper every page is black on white, whatever the reader's screen shows."""

import pytest

BLACK, PAPER = "rgb(0, 0, 0)", "rgb(255, 255, 255)"
COLOURS = """elements => elements.filter(one => one.checkVisibility() && one.innerText && !one.closest('svg'))
    .map(one => getComputedStyle(one).color)"""


@pytest.mark.parametrize("path", ["/brief?type=land_strike", "/timeline?month=2025-12"])
def test_a_reader_of_the_dark_theme_prints_black_on_white(open_page, path):
    opened = open_page(path, color_scheme="dark")
    text = opened.page.locator("h1, h2, h3, h4, p, li, a, strong, em")
    assert BLACK not in set(text.evaluate_all(COLOURS))
    opened.page.emulate_media(media="print")
    assert set(text.evaluate_all(COLOURS)) == {BLACK}
    assert opened.page.locator(".stApp").evaluate("app => getComputedStyle(app).backgroundColor") == PAPER
    for label in opened.page.locator(".js-plotly-plot svg text").all()[:20]:
        assert label.evaluate("label => getComputedStyle(label).fill") == BLACK
