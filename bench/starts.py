"""How long the app takes to start, and how long its first reader waits for the first page."""

import time
from collections.abc import Iterator

from playwright.sync_api import Browser

from bench.measured import Measured, ratio
from tests.browser.harness import AppServer, free_port, open_page


def start() -> tuple[AppServer, float]:
    """`make run` on a free port, and the seconds until the app answers."""
    port = free_port()
    began = time.perf_counter()
    app = AppServer.run(["make", "run", f"PORT={port}"], port)
    return app, time.perf_counter() - began


def seconds_to_page(browser: Browser, url: str) -> float:
    """Seconds from an empty page in a new context to the end of the run that fills the first page."""
    began = time.perf_counter()
    opened = open_page(browser, url)
    seconds = time.perf_counter() - began
    opened.close()
    return seconds


def measure_starts(browser: Browser, runs: int) -> Iterator[Measured]:
    """Starts after a first one that is not counted and may install; the same page is opened twice on each server."""
    figures = [measure_start(browser) for _ in range(runs + 1)][1:]
    to_health, cold, again = zip(*figures, strict=True)
    yield Measured("make run, second start, to its first answer", to_health, "s")
    yield Measured("Overview on a server that nobody has met", cold, "s")
    yield ratio("Overview, cold server / warm server", cold, again)


def measure_start(browser: Browser) -> tuple[float, float, float]:
    """Seconds of one start: to the first answer, to the first page, to the same page for the next reader."""
    app, to_health = start()
    try:
        return to_health, seconds_to_page(browser, app.url), seconds_to_page(browser, app.url)
    finally:
        app.stop()
