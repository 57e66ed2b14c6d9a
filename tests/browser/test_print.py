"""On paper every page is black on white, whatever the reader's screen shows."""

import io
import re

import pytest
from PIL import Image

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


def test_a_picture_drawn_for_the_dark_is_printed_light(open_page):
    opened = open_page("/timeline?month=2025-12", color_scheme="dark")
    picture = opened.page.locator(".js-plotly-plot").first
    picture.locator(".points path").first.wait_for()
    assert share_of_dark(picture.screenshot()) > 0.9
    opened.page.emulate_media(media="print")
    assert share_of_dark(picture.screenshot()) < 0.1


def share_of_dark(png: bytes) -> float:
    """The share of a picture's pixels that are nearer to black than to white."""
    counts = Image.open(io.BytesIO(png)).convert("L").histogram()
    return sum(counts[:128]) / sum(counts)


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


@pytest.mark.parametrize("path", ["/brief", "/brief?type=vessel_strike"])
def test_the_brief_prints_on_at_most_four_pages(open_page, path):
    opened = open_page(path)
    opened.page.locator(".js-plotly-plot .main-svg").first.wait_for()
    assert 1 < pages_of(opened.page.pdf(format="A4")) <= 4


@pytest.mark.parametrize("path", ["/timeline?section=deaths", "/sanctions?section=ships", "/?story=5"])
def test_the_open_section_is_what_is_printed(open_page, path):
    opened = open_page(path)
    heading = opened.page.locator("[data-testid='stMain'] h3").first
    opened.page.emulate_media(media="print")
    assert heading.is_visible()
    assert not opened.page.get_by_role("tablist").is_visible()
    assert pages_of(opened.page.pdf(format="A4")) >= 1
