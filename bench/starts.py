"""How long the app takes to start, and what its first reader waits for: the first HTML, its figures, the picture."""

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles
from urllib.request import urlopen

from playwright.sync_api import Browser

from bench.clicks import NOTE_CHANGES, SETTLED
from bench.measured import Measured
from bench.views import timeline
from tests.browser.harness import PAGE_MILLISECONDS, ROOT, AppServer, new_page

# The moment, in milliseconds since the navigation began, at which a frame with the timeline's marks has been painted.
NOTE_PICTURE = """
const marks = '.scatterlayer .points path, .heatmaplayer image, .barlayer .points path'
const note = () => { window.pictureDrawn = performance.now() }
new MutationObserver((_, watch) => {
    if (!document.querySelector(marks)) return
    watch.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(note))
}).observe(document, { childList: true, subtree: true })
"""
# How far what stands on the page has moved without a click, as browsers count it.
NOTE_SHIFTS = """
window.shifted = 0
new PerformanceObserver(seen => { for (const one of seen.getEntries()) if (!one.hadRecentInput) shifted += one.value })
    .observe({ type: "layout-shift", buffered: true })
"""
FIRST_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


def started(root: Path = ROOT) -> tuple[AppServer, float]:
    """The app from a folder, and the seconds until it answers."""
    began = time.perf_counter()
    return AppServer.start(root=root), time.perf_counter() - began


def first_html(url: str, number: int) -> list[float]:
    """Milliseconds of so many first answers of the server, one after the other."""
    found = []
    for _ in range(number):
        began = time.perf_counter()
        with urlopen(url) as answer:
            answer.read()
        found.append((time.perf_counter() - began) * 1000)
    return found


def to_paint_and_picture(browser: Browser, url: str) -> tuple[float, float, float]:
    """Milliseconds from the navigation to the first paint and to the painted picture, in a new context, and how far
    things have moved until all is at rest."""
    opened = new_page(browser, url)
    opened.page.add_init_script(NOTE_CHANGES + NOTE_PICTURE + NOTE_SHIFTS)
    opened.page.goto(url, wait_until="commit")
    drawn = opened.page.wait_for_function("() => window.pictureDrawn", timeout=PAGE_MILLISECONDS).json_value()
    opened.page.wait_for_function(SETTLED, timeout=PAGE_MILLISECONDS)
    painted, shifted = opened.page.evaluate(FIRST_PAINT), opened.page.evaluate("() => shifted")
    opened.close()
    return float(painted), float(drawn), float(shifted)


def measure_visits(browser: Browser, name: str, url: str, runs: int) -> Iterator[Measured]:
    """Of `runs` visits, after one that is not counted: to the first paint, which on the app has the view's figures, and
    to the picture, and how far the page has moved."""
    painted, drawn, shifted = zip(*[to_paint_and_picture(browser, url) for _ in range(runs + 1)][1:], strict=True)
    soon, still = ("at most 400", "at most 0.05") if name == "app" else ("", "")
    yield Measured(f"Timeline, {name}: navigation to first paint", painted, "ms", soon)
    yield Measured(f"Timeline, {name}: navigation to picture", drawn, "ms")
    yield Measured(f"Timeline, {name}: layout shift", shifted, "", still)


def measure_first_html(url: str, number: int) -> Iterator[Measured]:
    """The wait for the first HTML of the timeline by a program, once it was made, and by the first who asks."""
    cold, *again = first_html(url + timeline().address, number + 1)
    yield Measured("first HTML, first time", (cold,), "ms")
    yield Measured("first HTML, p95", (quantiles(again, n=20)[-1],), "ms", "at most 100")
