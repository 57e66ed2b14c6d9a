"""How much the server sends over the WebSocket when a reader changes one filter, page by page, tables closed."""

from collections.abc import Callable, Iterator

from playwright.sync_api import Browser, Page, WebSocket

from bench.measured import Measured
from components.view.view import PAGES
from data.package.package import load_package
from data.selection.filters import filter_titles
from data.selection.months import months_between
from data.text.formats import short_month_name
from data.text.messages import say
from tests.browser.harness import OpenedPage, new_page

KB = 1000
GOALS = {"timeline": "under 120 KB", "map": "under 60 KB"}


def choose_fullest_type(page: Page) -> None:
    """Choose the event type that most events have."""
    package = load_package()
    label = package.choices("events", "event_type")[package["events"].event_type.mode()[0]]
    sidebar = page.get_by_test_id("stSidebar")
    sidebar.get_by_text(filter_titles()["type"], exact=True).first.click()
    sidebar.get_by_role("button", name=label, exact=True).click()


def choose_second_month(page: Page) -> None:
    """Choose the second month as the first one shown: nearly every event stays, so nearly the most is sent."""
    package = load_package()
    month = short_month_name(months_between(package["events"].date.min(), package.last_day)[1])
    page.get_by_role("combobox", name=say("filter_bar.first_month")).press("ArrowDown")
    page.get_by_role("option", name=month, exact=True).click()


CHANGES: dict[str, Callable[[Page], None]] = {
    "only the fullest type": choose_fullest_type,
    "all but one month": choose_second_month,
}


class Received:
    """The length of every message that a page receives over its WebSockets."""

    def __init__(self, page: Page) -> None:
        """Listen from the page's first socket on."""
        self.lengths: list[int] = []
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda message: self.lengths.append(len(message)))


def kilobytes_after(browser: Browser, url: str, path: str, change: Callable[[Page], None]) -> float:
    """Kilobytes received from the change of a filter to the end of the run that it starts."""
    opened: OpenedPage = new_page(browser, url)
    received = Received(opened.page)
    opened.goto(path)
    received.lengths.clear()
    with opened.full_run():
        change(opened.page)
    opened.close()
    return sum(received.lengths) / KB


def measure_messages(browser: Browser, url: str) -> Iterator[Measured]:
    """Every page with every change, once: the same view sends the same bytes."""
    for page in PAGES:
        for words, change in CHANGES.items():
            sent = kilobytes_after(browser, url, f"/{page.slug}", change)
            yield Measured(f"{page.title}, {words}", (sent,), "KB", GOALS.get(page.slug, ""))
