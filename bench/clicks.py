"""What a click on a filter costs, section by section, beside the same picture elsewhere: milliseconds until it is
painted, of a core, and kilobytes sent."""

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from playwright.sync_api import Browser, Locator, Page, Response, WebSocket

from bench.measured import Measured, ratio
from bench.servers import KB, processor_seconds
from bench.views import Place, fullest_type
from data.selection.filters import filter_titles
from tests.browser.harness import PAGE_MILLISECONDS, AppServer, OpenedPage, new_page

# Milliseconds without a change after which a page counts as painted.
QUIET = 400
# When the last click was and when two frames after the last change of the page's content had passed: its marks, tables
# and texts, in milliseconds since the navigation. Where nothing changes, as in a map, what was heard last counts: a run
# may be over before its start is shown.
NOTE_CHANGES = """
const STATE = "data-test-script-state";
window.bench = { clicked: 0, changed: 0, painted: 0, heard: 0, shown: 0 };
const stamp = (noted, shown) => {
    bench[noted] = performance.now();
    requestAnimationFrame(() => requestAnimationFrame(() => { bench[shown] = performance.now(); }));
};
window.WebSocket = class extends WebSocket {
    constructor(...given) {
        super(...given);
        this.addEventListener("message", () => stamp("heard", "shown"));
    }
};
addEventListener("click", () => { bench.clicked = performance.now(); }, true);
new MutationObserver(changes => {
    const content = '[data-testid="stMain"], #react-entry-point';
    const node = change => change.target.nodeType === 1 ? change.target : change.target.parentElement;
    const ended = change => change.target.dataset?.testScriptState === "notRunning";
    if (!changes.some(change => node(change)?.closest(content) || ended(change))) return;
    stamp("changed", "painted");
}).observe(document,
    { childList: true, subtree: true, characterData: true, attributeFilter: ["d", "transform", STATE] });
"""
SETTLED = f"""() => (bench.changed > bench.clicked ? bench.painted > bench.changed
        : bench.heard > bench.clicked && bench.shown > bench.heard)
    && document.querySelector("[data-testid='stApp']")?.dataset.testScriptState !== "running"
    && performance.now() - Math.max(bench.changed, bench.heard) > {QUIET}"""
PAINTED = "() => (bench.changed > bench.clicked ? bench.painted : bench.shown) - bench.clicked"


@dataclass(frozen=True)
class Side:
    """Something that draws a section: its name, the address of a section on it, and what a click goes to."""

    name: str
    address: Callable[[Place], str]
    control: Callable[[Page], Locator]


def _unfolded(page: Page) -> Locator:
    sidebar = page.get_by_test_id("stSidebar")
    control = sidebar.get_by_role("button", name=fullest_type()[1], exact=True)
    if not control.is_visible():
        sidebar.get_by_text(filter_titles()["type"]).first.click()
    control.wait_for()
    return control


def _pill(page: Page) -> Locator:
    return page.get_by_role("button", name=fullest_type()[1], exact=True)


APP = Side("app", lambda place: place.address, _unfolded)
BARE = Side("bare", lambda place: f"/?path={place.path}&section={place.section}", _pill)
METRICS = Side("metrics", lambda _: "/", _pill)
DASH = Side("dash", lambda _: "/", lambda page: page.locator("#types label", has_text=fullest_type()[1]))


@dataclass
class Sent:
    """What a page receives after it has loaded: over its WebSockets, and as answers to what its script asks."""

    raw: int = 0
    compressed: int = 0
    answers: list[Response] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Weigh what comes from now on, the sockets from the page's first one on."""
        page.on("websocket", self._socket)
        page.on("response", lambda answer: self.answers.append(answer) if answer.request.method == "POST" else None)

    def _socket(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._weigh)

    def _weigh(self, body: str | bytes) -> None:
        raw = body if isinstance(body, bytes) else body.encode()
        self.raw, self.compressed = self.raw + len(raw), self.compressed + len(zlib.compress(raw, 6))

    def taken(self) -> tuple[int, int]:
        """Bytes since this was last asked, and as they would be compressed, message by message."""
        for answer in self.answers:
            self._weigh(answer.body())
        found, self.raw, self.compressed = (self.raw, self.compressed), 0, 0
        self.answers.clear()
        return found


@dataclass(frozen=True)
class Click:
    """What one click took: milliseconds to the paint and of a core, kilobytes, and those compressed."""

    painted: float
    core: float
    sent: float
    compressed: float


def clicks(browser: Browser, server: AppServer, side: Side, place: Place, number: int) -> list[Click]:
    """So many clicks on one filter, on and off in turn."""
    opened, sent = new_page(browser, server.url), Sent()
    opened.page.add_init_script(NOTE_CHANGES)
    sent.listen(opened.page)
    opened.page.goto(server.url + side.address(place))
    if side is APP:
        opened.wait_until_done()
    control = side.control(opened.page)
    control.wait_for(timeout=PAGE_MILLISECONDS)
    opened.page.wait_for_timeout(1000)
    found = [_click(opened, server, control, sent) for _ in range(number)]
    opened.close()
    return found


def _click(opened: OpenedPage, server: AppServer, control: Locator, sent: Sent) -> Click:
    sent.taken()
    before, run = processor_seconds(server.process.pid), opened.run_number()
    if opened.page.locator("#react-entry-point").count():
        # Dash says nowhere that it is at work: its picture comes with its answer.
        with opened.page.expect_response(lambda answer: answer.request.method == "POST", timeout=PAGE_MILLISECONDS):
            control.click()
    else:
        control.click()
    if run is not None:
        opened.wait_until_done(after_run=run)
    opened.page.wait_for_function(SETTLED, timeout=PAGE_MILLISECONDS)
    painted = float(opened.page.evaluate(PAINTED))
    core = (processor_seconds(server.process.pid) - before) * 1000
    raw, compressed = sent.taken()
    return Click(painted, core, raw / KB, compressed / KB)


def measure_section(
    browser: Browser, servers: Sequence[tuple[Side, AppServer]], place: Place, number: int
) -> Iterator[Measured]:
    """A section on each side: its first click on and off, whose view nobody has seen yet, then `number` of them that
    are repeated; each side's times against the app's."""
    found = {side.name: clicks(browser, server, side, place, number + 2) for side, server in servers}
    for name, all_clicks in found.items():
        again, section = all_clicks[2:], place.title
        yield Measured(f"{name}: click to painted", tuple(click.painted for click in again), "ms", section=section)
        yield Measured(f"{name}: of a core", _mean_core(again), "ms", section=section)
        yield Measured(f"{name}: of a core, fresh view", (all_clicks[0].core,), "ms", section=section)
        most = max(all_clicks, key=lambda click: click.sent)
        yield Measured(f"{name}: sent", (most.sent,), "KB", place.goal if name == APP.name else "", section)
        yield Measured(f"{name}: sent, compressed", (most.compressed,), "KB", section=section)
    for name in [name for name in found if name != APP.name]:
        yield from _compared(found[APP.name], found[name], name, place.title)


def _compared(ours: Sequence[Click], theirs: Sequence[Click], name: str, section: str) -> Iterator[Measured]:
    """The app's clicks against those of another side: repeated views, and the first against Dash's."""
    goals = {BARE.name: ("at most 1.2", "", ""), DASH.name: ("at most 1.0", "at most 0.35", "at most 0.8")}
    painted, core, fresh = goals.get(name, ("", "", ""))
    my_time, other_time = ([median(click.painted for click in side[2:])] for side in (ours, theirs))
    yield ratio(f"app / {name}: click to painted", my_time, other_time, painted, section)
    yield ratio(f"app / {name}: of a core", _mean_core(ours[2:]), _mean_core(theirs[2:]), core, section)
    # Dash works every view out anew: a view that nobody has seen is set beside that.
    if fresh:
        yield ratio(f"app / {name}: of a core, fresh view", [ours[0].core], _mean_core(theirs[2:]), fresh, section)


def _mean_core(found: Sequence[Click]) -> tuple[float, ...]:
    """Milliseconds of a core a click: the mean of all, for the system counts in hundredths of a second."""
    return (sum(click.core for click in found) / len(found),)
