"""When a page is drawn: what a picture of it, or a walk that looks at its marks, waits for."""

from tests.browser.harness import OpenedPage

# Two frames: one that lays out what has just come, one that has painted it.
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
# Each kind of chart, and what is inside it once it is drawn.
DRAWN = {"[data-testid='stPlotlyChart']": ".main-svg", "[data-testid='stDeckGlJsonChart']": "canvas"}


def wait_until_drawn(opened: OpenedPage) -> None:
    """Waits until every chart of the page is drawn and nothing more is being fetched."""
    opened.wait_until_loaded()
    for chart, inside in DRAWN.items():
        for found in opened.page.locator(chart).all():
            found.locator(inside).first.wait_for(state="attached")
    opened.page.wait_for_load_state("networkidle")
    opened.page.evaluate(PAINTED)
