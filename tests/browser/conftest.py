"""Fixtures of the browser walks: a running app, a cold one, Chromium, and pages opened in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import harness
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.harness import AppServer, ColorScheme, OpenedPage

# Of what a reader's browser is made: the window's width and height, the colour scheme, whether maps are drawn.
Look = tuple[tuple[int, int], ColorScheme, bool]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks every test of this folder `browser`."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def app_server() -> Iterator[AppServer]:
    """The app, started once and shared by all walks."""
    server = AppServer.start()
    yield server
    server.stop()


@pytest.fixture
def cold_server() -> Iterator[Callable[..., AppServer]]:
    """`cold_server(*flags, root=..., health=...)` starts a fresh process of the app that no reader has met;
    stopped after the test. `root` is the folder of another copy of the app, `health` the path at which it answers.
    """
    started: list[AppServer] = []

    def start(*flags: str, root: Path = harness.ROOT, health: str = "/_stcore/health") -> AppServer:
        started.append(AppServer.start(*flags, root=root, health=health))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def copy_of_app(tmp_path: Path) -> Path:
    """A whole copy of the app whose tables a test may break."""
    return harness.copy_app(tmp_path / "app")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once a process."""
    executable = find_chromium()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield running
        running.close()


class Readers:
    """Readers who take turns: one who is done hands the browser on, scripts and fonts in its cache, to the next."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.idle: dict[Look, list[OpenedPage]] = {}

    def take(self, look: Look, app_url: str) -> OpenedPage:
        """A reader at no page yet, who has read before if one is idle."""
        if not self.idle.get(look):
            viewport, color_scheme, maps = look
            return harness.new_page(self.browser, app_url, viewport=viewport, color_scheme=color_scheme, maps=maps)
        opened = self.idle[look].pop()
        opened.app_url = app_url
        return opened

    def give_back(self, look: Look, opened: OpenedPage) -> None:
        """Lets the reader wait for the next turn; one whose page the test has closed has none."""
        if opened.page.is_closed():
            return
        opened.forget()
        width, height = look[0]
        opened.page.set_viewport_size({"width": width, "height": height})
        self.idle.setdefault(look, []).append(opened)

    def close(self) -> None:
        """Closes every idle reader's browser context."""
        for waiting in self.idle.values():
            for opened in waiting:
                opened.close()


@pytest.fixture(scope="module")
def readers(browser: Browser) -> Iterator[Readers]:
    """The readers of one module."""
    taking_turns = Readers(browser)
    yield taking_turns
    taking_turns.close()


@pytest.fixture
def open_page(app_server: AppServer, browser: Browser, readers: Readers) -> Iterator[Callable[..., OpenedPage]]:
    """`open_page(path, server=..., viewport=..., color_scheme=..., maps=..., cold=...)` opens a path and waits until
    the page is done. Maps are drawn only if they are asked for. A `cold` page is the first that its browser opens;
    others may find scripts in the cache, and never anything else of an earlier reader."""
    cold_ones: list[OpenedPage] = []
    opened_before: list[tuple[Look, OpenedPage]] = []

    def open_path(
        path: str = "/",
        *,
        server: AppServer = app_server,
        viewport: tuple[int, int] = harness.WIDE,
        color_scheme: ColorScheme = "light",
        maps: bool = False,
        cold: bool = False,
    ) -> OpenedPage:
        if cold:
            page = harness.new_page(browser, server.url, viewport=viewport, color_scheme=color_scheme, maps=maps)
            cold_ones.append(page)
        else:
            look = (viewport, color_scheme, maps)
            page = readers.take(look, server.url)
            opened_before.append((look, page))
        page.goto(path)
        return page

    yield open_path
    for opened in cold_ones:
        opened.close()
    for look, opened in opened_before:
        readers.give_back(look, opened)
