"""A page is read before its app has come, without scripts, and where no WebSocket opens; the app takes its place."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from components.html.first_page import FIRST
from data.text.messages import say
from tests.browser.harness import PAGE_MILLISECONDS, AppServer

LAYER = f"#{FIRST}"
# What moved on the page after what stands first has gone, of all that it holds.
WATCH = """
window.moved = 0; window.gone = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (window.gone && entry.startTime >= window.gone) window.moved += entry.value;
}).observe({type: "layout-shift", buffered: true});
addEventListener("DOMContentLoaded", () => new MutationObserver(() => {
  if (!window.gone && !document.getElementById("first")) window.gone = performance.now();
}).observe(document.body, {childList: true}));
"""
# Which parts of the app are seen or heard while something else stands in its place, looked for at every change.
SEEN_TOO_EARLY = """
window.early = new Set(); window.changes = 0;
addEventListener("DOMContentLoaded", () => {
  const root = document.getElementById("root");
  new MutationObserver(() => {
    if (!document.getElementById("first")) return;
    window.changes += 1;
    for (const part of root.querySelectorAll("*")) {
      if (getComputedStyle(part).visibility === "visible") window.early.add(part.outerHTML.slice(0, 80));
    }
  }).observe(root, {childList: true, subtree: true});
});
"""
# What those who hear the page find: parts that are neither hidden nor gone.
HEARD = (
    "tag => [...document.querySelectorAll(tag)].filter(part => part.checkVisibility({visibilityProperty: true})).length"
)


@pytest.fixture
def reader(browser: Browser, app_server: AppServer) -> Iterator[Page]:
    """A page in a browser of its own that has opened nothing yet."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, base_url=app_server.url)
    context.set_default_timeout(PAGE_MILLISECONDS)
    yield context.new_page()
    context.close()


def wait_until_made(reader: Page, address: str) -> None:
    """Asks for the page until what stands first is in it: a busy machine answers the first readers without."""
    assert any(f'id="{FIRST}"' in reader.request.get(address).text() for _ in range(20))


@pytest.mark.parametrize("address", ["/timeline?month=2025-12", "/", "/sanctions?section=ships"])
def test_the_page_is_there_before_the_app_and_nothing_moves_when_the_app_takes_over(reader, address):
    wait_until_made(reader, address)
    reader.add_init_script(WATCH)
    reader.goto(address, wait_until="commit")
    first = reader.locator(LAYER)
    first.get_by_role("heading", level=1).wait_for()
    assert [reader.evaluate(HEARD, tag) for tag in ("h1", "main")] == [1, 1]
    title = first.get_by_role("heading", level=1).inner_text()
    first.wait_for(state="detached")
    expect(reader.get_by_role("heading", level=1)).to_have_text(title)
    expect(reader.get_by_test_id("stSkeleton")).to_have_count(0)
    assert [reader.evaluate(HEARD, tag) for tag in ("h1", "main")] == [1, 1]
    assert reader.evaluate("window.gone") > 0
    assert reader.evaluate("window.moved") <= 0.05


def test_nothing_of_the_app_is_seen_or_heard_before_it_takes_over(reader):
    wait_until_made(reader, "/map")
    reader.add_init_script(SEEN_TOO_EARLY)
    reader.goto("/map", wait_until="commit")
    reader.locator(LAYER).wait_for(state="detached")
    assert reader.evaluate("window.changes") > 0
    assert reader.evaluate("[...window.early]") == []


def test_the_app_comes_where_the_reader_has_scrolled_to(reader):
    wait_until_made(reader, "/events")
    reader.goto("/events", wait_until="commit")
    reader.locator(LAYER).get_by_role("heading", level=1).wait_for()
    reader.evaluate("scrollTo(0, 400)")
    reader.locator(LAYER).wait_for(state="detached")
    assert reader.get_by_test_id("stMain").evaluate("main => main.scrollTop") > 300


def test_without_scripts_the_view_is_read_and_filtered(browser, app_server):
    context = browser.new_context(java_script_enabled=False, base_url=app_server.url)
    page = context.new_page()
    wait_until_made(page, "/timeline?type=vessel_strike")
    page.goto("/timeline?type=vessel_strike")
    expect(page.get_by_role("heading", level=1)).to_have_text("Timeline")
    expect(page.get_by_role("main")).to_contain_text("Events of type strike at sea")
    page.get_by_role("link", name=say("plain.no_script_link")).click()
    page.get_by_label(say("filters.title_q")).fill("submersible")
    page.get_by_role("button", name=say("drawn.apply")).click()
    expect(page.get_by_role("main")).to_contain_text("“submersible”")
    assert "plain=true" in page.url
    page.get_by_role("link", name="Deaths at sea").click()
    assert "section=deaths" in page.url
    context.close()


def test_where_no_socket_opens_a_line_leads_to_the_edition_without_the_app_and_the_browser_goes_there(reader):
    wait_until_made(reader, "/timeline?month=2025-12")
    reader.clock.install()
    reader.add_init_script(
        "window.WebSocket = class extends EventTarget { constructor() { super(); this.readyState = 0; } close() {} "
        "send() {} }"
    )
    reader.goto("/timeline?month=2025-12")
    line = reader.get_by_role("status").filter(has_text=say("plain.blocked_link"))
    expect(reader.locator(LAYER)).to_be_visible()
    expect(line).to_be_hidden()
    reader.clock.run_for(9500)
    line.get_by_role("link").click()
    expect(reader.get_by_role("main")).to_contain_text(say("plain.about"))
    assert "month=2025-12&plain=true" in reader.url
    reader.goto("/map")
    reader.wait_for_url("**/map?plain=true")
    reader.get_by_role("link", name=say("plain.app")).click()
    expect(reader.locator("#root")).to_be_attached()
    assert reader.evaluate("localStorage.getItem('plain-edition')") is None


def test_links_of_the_edition_without_the_app_lead_on_in_it(reader):
    reader.goto("/?plain=true")
    reader.get_by_role("navigation", name=say("live_region.pages")).get_by_role("link", name="Events").click()
    reader.get_by_role("main").locator("tbody th a").first.click()
    expect(reader.get_by_role("article").get_by_role("heading", level=2)).to_have_count(1)
    reader.get_by_role("link", name=say("plain.close_record")).click()
    assert reader.url.endswith("/events?plain=true")
