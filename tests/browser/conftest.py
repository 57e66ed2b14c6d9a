"""Fixtures of the browser walks: a running app, a cold one, Chromium, and pages opened in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import harness
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.harness import AppServer, ColorScheme, OpenedPage


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
    """Chromium, started once; every opened page has a context of its own."""
    executable = find_chromium()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield running
        running.close()


@pytest.fixture
def open_page(app_server: AppServer, browser: Browser) -> Iterator[Callable[..., OpenedPage]]:
    """`open_page(path, server=..., viewport=..., color_scheme=..., maps=...)` opens a path and waits until the page is
    done. Maps are drawn only if they are asked for."""
    opened: list[OpenedPage] = []

    def open_path(
        path: str = "/",
        *,
        server: AppServer = app_server,
        viewport: tuple[int, int] = harness.WIDE,
        color_scheme: ColorScheme = "light",
        maps: bool = False,
    ) -> OpenedPage:
        page = harness.open_page(browser, server.url, path, viewport=viewport, color_scheme=color_scheme, maps=maps)
        opened.append(page)
        return page

    yield open_path
    for page in opened:
        page.close()
