"""How far down each page and section begins to answer: a table of where its first data mark stands, and how many words
stand before it.

`python -m tools.first_screens [--url URL] [ADDRESS ...]`
"""

import argparse
from collections.abc import Iterator

from playwright.sync_api import Browser, sync_playwright

from components.view.view import PAGES
from data.view.sections import SECTIONS
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.drawn import wait_until_drawn
from tests.browser.harness import open_page
from tools.shots import running_app

WINDOWS = {"1366 x 768": (1366, 768), "390 x 844": (390, 844)}
FILTERED = "type=vessel_strike&type=sanctions&month=2025-09..2026-03&side=US"
# The heads of a canvas table and of a map, in pixels, end where their data begin.
FIRST_MARK = """() => {
    const main = document.querySelector("[data-testid='stMain']");
    const seen = element => element.getClientRects().length > 0;
    const tops = (selector, below = 0) => [...main.querySelectorAll(selector)].filter(seen)
        .map(element => element.getBoundingClientRect().top + below);
    const marks = [
        ...tops(".scatterlayer path.point, .scatterlayer path.js-line, .barlayer .point path"),
        ...tops("[data-testid='stDataFrame'] canvas", 36),
        ...tops("[data-testid='stDeckGlJsonChart']"),
        ...tops("[data-testid='stMetricValue']"),
        ...tops("[data-testid='stMarkdownContainer'] li a, [data-testid='stMarkdownContainer'] td"),
        ...tops(".records tbody th"),
    ].filter(top => top > 0);
    const top = Math.min(...marks);
    let words = 0;
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(texts.currentNode);
        const box = range.getBoundingClientRect();
        const style = getComputedStyle(texts.currentNode.parentElement);
        const hidden = box.width < 2 || style.visibility === "hidden" || texts.currentNode.parentElement
            .closest(".st-key-question, .st-key-masthead, [role='tablist'], svg, button, style");
        const own = texts.currentNode.data.trim().split(/\\s+/).filter(Boolean);
        if (!hidden && box.bottom > 0 && box.bottom <= top) words += own.length;
    }
    return [Math.round(top), words, main.scrollHeight];
}"""


def addresses() -> Iterator[str]:
    """The addresses of every page and of every section."""
    for page in PAGES:
        yield f"/{page.slug}"
        yield from (f"/{page.slug}?section={section.name}" for section in SECTIONS.get(page.slug, ())[1:])


def measured(browser: Browser, app_url: str, address: str, window: tuple[int, int]) -> tuple[int, int, int]:
    """The first mark's distance from the top in pixels, the words before it, and the height of the page."""
    opened = open_page(browser, app_url, address, viewport=window)
    wait_until_drawn(opened)
    opened.page.wait_for_function("document.fonts.status === 'loaded'")
    top, words, height = opened.page.evaluate(FIRST_MARK)
    opened.close()
    return top, words, height


def main() -> None:
    """Print the table for the addresses that the command line names, else for all, each plain and filtered."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.first_screens", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("addresses", nargs="*", metavar="ADDRESS", help="addresses to measure; all if none is named")
    parser.add_argument("--url", help="a running app; one is started if none is given")
    chosen = parser.parse_args()
    print(f"{'address':44} {'window':10} {'filters':8} {'first mark':>10} {'words':>6} {'height':>7}")
    with running_app(chosen.url) as app_url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        for address in chosen.addresses or addresses():
            for name, window in WINDOWS.items():
                for filters in ("", FILTERED):
                    joined = "&".join(filter(None, (address.partition("?")[2], filters)))
                    top, words, height = measured(browser, app_url, f"{address.partition('?')[0]}?{joined}", window)
                    print(f"{address:44} {name:10} {'three' if filters else 'none':8} {top:>10} {words:>6} {height:>7}")
        browser.close()


if __name__ == "__main__":
    main()
