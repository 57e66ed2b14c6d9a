"""Pictures of every page, wide and on a phone, in light and dark, in shots/.

`python -m tools.shots [--url URL] [SLUG ...]`
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from components.view.view import PAGES
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.drawn import wait_until_drawn
from tests.browser.harness import PHONE, ROOT, WIDE, AppServer, ColorScheme, OpenedPage, open_page

FOLDER = ROOT / "shots"
VIEWPORTS = {"wide": WIDE, "phone": PHONE}
SCHEMES: tuple[ColorScheme, ...] = ("light", "dark")


def show_all(opened: OpenedPage) -> None:
    """Makes the window as high as the page's content, so that one picture holds all of it."""
    size = opened.page.viewport_size
    height = opened.scroll_height()
    if size is not None and size["height"] < height:
        opened.page.set_viewport_size({"width": size["width"], "height": height})
        wait_until_drawn(opened)


def take(browser: Browser, app_url: str, slug: str, width: str, scheme: ColorScheme) -> Path:
    """Saves one picture and returns where."""
    opened = open_page(browser, app_url, f"/{slug}", viewport=VIEWPORTS[width], color_scheme=scheme)
    wait_until_drawn(opened)
    show_all(opened)
    path = FOLDER / f"{slug or 'overview'}-{width}-{scheme}.png"
    opened.page.screenshot(path=path)
    opened.close()
    return path


@contextmanager
def running_app(url: str | None) -> Iterator[str]:
    """The address given, or that of an app started for as long as it is needed."""
    if url is not None:
        yield url.rstrip("/")
        return
    server = AppServer.start()
    try:
        yield server.url
    finally:
        server.stop()


def main() -> None:
    """Takes the pictures that the command line asks for: all pages, or those named (`overview` for the first)."""
    parser = argparse.ArgumentParser(prog="python -m tools.shots", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("slugs", nargs="*", metavar="SLUG", help="pages to show; all if none is named")
    parser.add_argument("--url", help="a running app; one is started if none is given")
    arguments = parser.parse_args()
    slugs = [page.slug for page in PAGES if not arguments.slugs or (page.slug or "overview") in arguments.slugs]
    FOLDER.mkdir(exist_ok=True)
    executable = find_chromium()
    with running_app(arguments.url) as app_url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        for slug, width, scheme in product(slugs, VIEWPORTS, SCHEMES):
            print(take(browser, app_url, slug, width, scheme).relative_to(ROOT))
        browser.close()


if __name__ == "__main__":
    main()
