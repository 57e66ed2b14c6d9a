"""How long a reader waits for the timeline's picture: the page Timeline against a bare page with the same picture."""

from collections.abc import Iterator

from playwright.sync_api import Browser

from bench.measured import Measured, ratio
from tests.browser.harness import PAGE_MILLISECONDS, AppServer, new_page

BARE = "bench/bare.py"
GOAL = "at most 1.3"
# The moment, in milliseconds since the navigation began, at which a frame with the timeline's marks has been painted.
NOTE_PICTURE = """
const marks = '.st-key-timeline_picture .scatterlayer .points path'
const note = () => { window.pictureDrawn = performance.now() }
new MutationObserver((_, watch) => {
    if (!document.querySelector(marks)) return
    watch.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(note))
}).observe(document, { childList: true, subtree: true })
"""


def seconds_to_picture(browser: Browser, url: str) -> float:
    """Seconds from the navigation to the painted picture, in a new context with an empty cache."""
    opened = new_page(browser, url)
    opened.page.add_init_script(NOTE_PICTURE)
    opened.page.goto(url, wait_until="commit")
    drawn = opened.page.wait_for_function("() => window.pictureDrawn", timeout=PAGE_MILLISECONDS)
    seconds = float(drawn.json_value()) / 1000
    opened.close()
    return seconds


def measure_pictures(browser: Browser, app: AppServer, runs: int, uncounted: int = 1) -> Iterator[Measured]:
    """The two waits and their ratio; the pages are opened in turn, after `uncounted` visits to each."""
    bare = AppServer.start(script=BARE)
    try:
        pages = f"{app.url}/timeline", bare.url
        pairs = [[seconds_to_picture(browser, url) for url in pages] for _ in range(uncounted + runs)][uncounted:]
    finally:
        bare.stop()
    ours, theirs = zip(*pairs, strict=True)
    yield Measured("Timeline, navigation to picture", ours, "s")
    yield Measured("bare page, navigation to picture", theirs, "s")
    yield ratio("Timeline / bare page", ours, theirs, GOAL)
