"""A running app and an opened page: what every walk through the real app in Chromium starts from."""

import contextlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

ROOT = Path(__file__).parents[2]
START_SECONDS = 120
PAGE_MILLISECONDS = 60_000
WIDE = (1280, 800)
PHONE = (390, 844)

ColorScheme = Literal["light", "dark"]

# A map is drawn on a canvas; without a graphics card that keeps the browser busy for half of the time of a walk. So
# maps stay undrawn but where a walk asks for them: all around them is there, and the map itself says only NO_MAP.
UNDRAWN = """(() => {
    const get = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        return kind.startsWith("webgl") ? null : get.call(this, kind, ...rest);
    };
})()"""
NO_MAP = "Failed to create WebGL context"

# A picture's marks are seen some time before it listens to clicks on them: until then a click is lost.
LISTENS = 'picture => picture._ev?.listenerCount("plotly_click") > 0 && picture.querySelector(".nsewdrag") !== null'

# What a link inside the app does to the address.
FOLLOW = """path => {
    history.pushState(history.state, "", path);
    dispatchEvent(new PopStateEvent("popstate", {state: history.state}));
}"""

DRAWN_TWICE = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
# The front end looks for its base path below every page; on a page that is not the first it asks once in vain.
PROBES = ("/_stcore/health", "/_stcore/host-config")


@dataclass
class AppServer:
    """A process of its own that serves the app: its address, its process and its log."""

    url: str
    process: subprocess.Popen[bytes]
    log: IO[bytes]

    @classmethod
    def start(
        cls, *flags: str, root: Path = ROOT, script: str = "server.py", health: str = "/_stcore/health"
    ) -> "AppServer":
        """Starts the app as `make run` does, on a free port, and returns once it answers at `health`. `flags` are those
        of `streamlit run`."""
        port = free_port()
        command = [sys.executable, "-m", "streamlit", "run", script, "--server.headless", "true"]
        return cls.run(
            [*command, "--server.address", "127.0.0.1", "--server.port", str(port), *flags], port, root, health
        )

    @classmethod
    def run(cls, command: list[str], port: int, root: Path = ROOT, health: str = "/_stcore/health") -> "AppServer":
        """Runs a command that serves the app on that port, and returns once the app answers."""
        log = tempfile.TemporaryFile()  # noqa: SIM115 - closed by stop()
        process = subprocess.Popen(command, cwd=root, stdout=log, stderr=subprocess.STDOUT)
        server = cls(f"http://127.0.0.1:{port}", process, log)
        try:
            server.wait_until_healthy(health)
        except BaseException:
            server.stop()
            raise
        return server

    def wait_until_healthy(self, health: str) -> None:
        """Returns once the app answers at that path; raises RuntimeError with its log if it ends or stays silent."""
        end = time.monotonic() + START_SECONDS
        while not answers(f"{self.url}{health}"):
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=0.05)
                raise RuntimeError(f"The app ended with code {self.process.returncode}:\n{self.output()}")
            if time.monotonic() > end:
                raise RuntimeError(f"The app did not answer within {START_SECONDS} s:\n{self.output()}")

    def output(self) -> str:
        """What the app has printed so far."""
        self.log.seek(0)
        return self.log.read().decode(errors="replace")

    def stop(self) -> None:
        """Ends the app and closes its log."""
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()


@dataclass
class OpenedPage:
    """A page that has its browser context to itself, and everything it asked for, logged and threw since it was
    opened, or since it was taken over by another reader."""

    page: Page
    app_url: str
    requests: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    console_errors: list[str] = field(default_factory=list)
    page_errors: list[str] = field(default_factory=list)

    def goto(self, path: str) -> None:
        """Loads a path of the app, with its query, and waits until the page is done."""
        self.page.goto(self.app_url + path)
        self.wait_until_done()

    def follow(self, path: str) -> None:
        """Goes to a path of the app as a link of its own does, without loading the page anew, and waits until the page
        is done."""
        with self.full_run():
            self.page.evaluate(FOLLOW, path)

    def wait_until_done(self, after_run: str | None = None) -> None:
        """Waits for the end of a full run, later than `after_run` if given: the marker is there and no script runs.

        Raises AssertionError with what the page shows instead.
        """
        marker = f".page-done:not([data-run='{after_run}'])" if after_run is not None else ".page-done"
        idle = "[data-testid='stApp'][data-test-connection-state='CONNECTED'][data-test-script-state='notRunning']"
        try:
            self.page.locator(f"{idle}:has({marker})").wait_for(state="attached", timeout=PAGE_MILLISECONDS)
            # What stands first goes once the pictures are there.
            self.page.locator("#first").wait_for(state="detached", timeout=PAGE_MILLISECONDS)
            # The browser then tells of the new size of the page, which closes any list: it does so before it draws.
            self.page.evaluate(DRAWN_TWICE)
        except PlaywrightTimeoutError as late:
            shown = self.page.locator("body").inner_text()[:2000]
            raise AssertionError(f"{self.page.url} did not come to its end. It shows:\n{shown}") from late

    def wait_until_loaded(self) -> None:
        """Waits until every part that the front end fetches late is there: each stands as a skeleton before."""
        expect(self.page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=PAGE_MILLISECONDS)

    def run_number(self) -> str | None:
        """The number of the last full run, as its marker says it; None before the first."""
        marker = self.page.locator(".page-done")
        return marker.last.get_attribute("data-run") if marker.count() else None

    @contextlib.contextmanager
    def full_run(self) -> Iterator[None]:
        """Around a click or a key: waits until the full run that it starts is done. Not for fragments or reloads."""
        before = self.run_number()
        yield
        self.wait_until_done(after_run=before)

    def click_mark(self, mark: Locator) -> None:
        """Clicks the middle of a mark of a picture, or of its words, once the picture listens, and waits until the full
        run that this starts is done."""
        picture = mark.locator("xpath=ancestor::div[contains(@class, 'js-plotly-plot')]")
        self.page.wait_for_function(LISTENS, arg=picture.element_handle(), timeout=PAGE_MILLISECONDS)
        mark.evaluate("mark => mark.scrollIntoView({ block: 'nearest' })")
        box = mark.bounding_box()
        assert box is not None
        with self.full_run():
            # The picture's own surface, which lies over its marks, takes the click.
            self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def page_name(self) -> str | None:
        """The page that the marker names."""
        return self.page.locator(".page-done").last.get_attribute("data-page")

    def scroll_height(self) -> int:
        """How high the page's content is, in pixels: the main section scrolls, the document does not."""
        return int(self.page.locator("[data-testid='stMain']").evaluate("main => main.scrollHeight"))

    def external(self) -> list[str]:
        """What the page asked of anyone but the app, answered or not."""
        return external(self.requests, self.app_url)

    def forget(self) -> None:
        """Leaves the app as a reader does who is done, so that the next one finds only the browser's cache: no page,
        nothing stored, nothing recorded. Where nothing was opened there is nothing to clear."""
        if self.page.url.startswith(self.app_url):
            self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        self.page.goto("about:blank")
        self.page.emulate_media(media="null")
        self.page.context.clear_cookies()
        self.clear_records()

    def clear_records(self) -> None:
        """Forgets what was asked for, logged and thrown so far."""
        for recorded in (self.requests, self.failed, self.console_errors, self.page_errors):
            recorded.clear()

    def close(self) -> None:
        """Closes the page with its context."""
        self.page.context.close()


def open_page(
    browser: Browser,
    app_url: str,
    path: str = "/",
    *,
    viewport: tuple[int, int] = WIDE,
    color_scheme: ColorScheme = "light",
    maps: bool = True,
) -> OpenedPage:
    """Opens a path of the app in a new context, records from its first request on, and waits until it is done."""
    opened = new_page(browser, app_url, viewport=viewport, color_scheme=color_scheme, maps=maps)
    opened.goto(path)
    return opened


def new_page(
    browser: Browser,
    app_url: str,
    *,
    viewport: tuple[int, int] = WIDE,
    color_scheme: ColorScheme = "light",
    maps: bool = True,
    touch: bool = False,
) -> OpenedPage:
    """An empty page in a new context that records from its first request on; `maps` says whether maps are drawn,
    `touch` whether the screen answers to fingers."""
    width, height = viewport
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=color_scheme,
        reduced_motion="reduce",
        has_touch=touch,
        locale="en-US",
        timezone_id="UTC",
    )
    if not maps:
        context.add_init_script(UNDRAWN)
    opened = OpenedPage(context.new_page(), app_url)
    record(opened, maps)
    return opened


def record(opened: OpenedPage, maps: bool) -> None:
    """Listens to all that the context's pages and workers ask for, log and throw; NO_MAP is none where `maps` are not
    drawn."""
    context = opened.page.context
    context.on("request", lambda request: opened.requests.append(request.url))
    context.on("requestfailed", lambda request: opened.failed.append(f"{request.url} {request.failure}"))
    context.on("console", lambda message: opened.console_errors.extend(without_map(errors_in(message), maps)))
    context.on("weberror", lambda thrown: opened.page_errors.extend(without_map([str(thrown.error)], maps)))
    opened.page.on("websocket", lambda socket: opened.requests.append(socket.url))


def without_map(errors: list[str], maps: bool) -> list[str]:
    """The errors, but for that of a map that was asked not to be drawn."""
    return [error for error in errors if maps or NO_MAP not in error]


def errors_in(message: ConsoleMessage) -> list[str]:
    """The message and where it came from if it is an error, and none for the front end's own probing."""
    address = message.location["url"]
    if message.type != "error" or ("404" in message.text and urlsplit(address).path.endswith(PROBES)):
        return []
    return [f"{message.text} ({address})"]


def external(requests: Iterable[str], app_url: str) -> list[str]:
    """The requests whose host and port are not the app's; data: and blob: addresses leave the machine never."""
    own = urlsplit(app_url).netloc
    return [url for url in requests if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).netloc != own]


def copy_app(folder: Path) -> Path:
    """Copies what the app runs from into `folder`, which must not exist yet, and returns it."""
    folder.mkdir(parents=True)
    for part in ("data", "components", "pages", "routes", "static", ".streamlit"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for script in ("app.py", "server.py"):
        shutil.copy(ROOT / script, folder)
    return folder


def without_releases(root: Path) -> Path:
    """Takes the releases out of a copy of the app, which has nothing to show while its tables are broken."""
    shutil.rmtree(root / "data" / "releases")
    return root


def answers(url: str) -> bool:
    """Whether the address answers with 200 now."""
    try:
        with urllib.request.urlopen(url, timeout=2) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def free_port() -> int:
    """A port of the loopback address that nobody holds now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
