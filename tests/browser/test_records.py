"""A walk through records: the next one opens in place of this one, a source leads to its rows, markup stays text."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from data.package.package import load_package
from data.selection.record_kinds import KINDS
from tests.browser.access import ask, violations
from tests.browser.harness import PAGE_MILLISECONDS, PHONE, WIDE, new_page, without_releases
from tests.browser.test_hostile_tables import SEEN, spoil
from tests.browser.test_links import close_record, open_first_row
from tests.factory import shipped

# In the order in which pages list events.
EVENTS = shipped()["events"].sort_values("date", ascending=False, kind="stable")
BARE = [f"/{kind.listing}/{shipped()[kind.table][kind.id_column].iloc[0]}" for kind in KINDS.values()]
FOCUSED = "href => document.activeElement.getAttribute('href') === href"
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"


def words(opened) -> dict[str, list[str]]:
    """The words of the page's address."""
    return parse_qs(urlsplit(opened.page.url).query)


def test_the_next_record_opens_over_the_map_which_stays_as_it_was_set(open_page):
    unplaced = EVENTS[EVENTS.geo_precision == "none"].event_id.iloc[0]
    following = EVENTS.iloc[list(EVENTS.event_id).index(unplaced) + 1]
    opened = open_page(f"/map?view=caracas&event={unplaced}")
    dialog = opened.page.get_by_role("dialog")
    with opened.full_run():
        dialog.get_by_role("button", name="Next:").click()
    expect(dialog.get_by_role("heading", name=following.title, exact=True)).to_be_visible(timeout=PAGE_MILLISECONDS)
    assert words(opened) == {"view": ["caracas"], "event": [following.event_id]}


def test_the_next_record_opens_over_the_section_in_which_the_first_was_picked(open_page):
    opened = open_page("/sanctions?q=guyana&section=ships")
    open_first_row(opened, "ships")
    record, picked = opened.page.locator(".st-key-ship_record"), words(opened)["ship"]
    with opened.full_run():
        record.get_by_role("button", name="Next:").or_(record.get_by_role("button", name="Previous:")).first.click()
    assert words(opened)["ship"] != picked
    assert words(opened)["section"] == ["ships"]
    with opened.full_run():
        opened.page.go_back()
    assert words(opened)["ship"] == picked


def test_a_source_of_an_event_leads_to_its_record_and_from_there_back_to_the_event(open_page):
    event = EVENTS.iloc[0]
    opened = open_page(f"/events?q=cartel&event={event.event_id}")
    record = opened.page.locator(".st-key-event_record")
    link = record.get_by_role("link", name="record", exact=True).first
    assert "q=cartel" in link.get_attribute("href")
    with opened.full_run():
        link.click()
    source = opened.page.locator(".st-key-source_record")
    expect(source.get_by_role("heading").first).to_be_visible(timeout=PAGE_MILLISECONDS)
    assert source.locator(f"a[href*='event={event.event_id}']").first.is_visible()
    close_record(opened)
    assert words(opened) == {"q": ["cartel"]}


@pytest.mark.parametrize("closing", ["Escape", "Close"])
def test_a_record_opened_from_a_link_in_a_list_closes_to_that_link_at_its_place(open_page, closing):
    opened = open_page("/")
    opened.wait_until_loaded()
    link = opened.page.locator("main a[href*='event=']").last
    link.scroll_into_view_if_needed()
    href, before = link.get_attribute("href"), opened.page.evaluate(SCROLLED)
    link.focus()
    with opened.full_run():
        opened.page.keyboard.press("Enter")
    dialog = opened.page.get_by_role("dialog")
    expect(dialog).to_be_visible(timeout=PAGE_MILLISECONDS)
    assert urlsplit(opened.page.url).path == "/"
    assert list(words(opened)) == ["event"]
    with opened.full_run():
        opened.page.keyboard.press("Escape") if closing == "Escape" else dialog.get_by_role(
            "button", name="Close", exact=True
        ).click()
    assert words(opened) == {}
    opened.page.wait_for_function(FOCUSED, arg=href)
    assert (before > 0, opened.page.evaluate(SCROLLED)) == (True, before)


@pytest.mark.parametrize("path", ["/timeline", f"/timeline?event={EVENTS.event_id.iloc[3]}"], ids=["mark", "address"])
def test_a_record_opened_from_a_mark_or_an_address_leaves_the_focus_on_the_page(open_page, path):
    opened = open_page(path)
    if "event=" not in path:
        opened.click_mark(opened.page.locator(".st-key-timeline .scatterlayer .points path").nth(5))
    expect(opened.page.get_by_role("dialog")).to_be_visible(timeout=PAGE_MILLISECONDS)
    with opened.full_run():
        opened.page.keyboard.press("Escape")
    opened.page.wait_for_function("() => document.querySelector('main').contains(document.activeElement)")


def test_a_code_opens_what_it_means_by_keyboard(open_page):
    opened = open_page(f"/events?event={EVENTS.event_id.iloc[0]}")
    code = opened.page.get_by_role("dialog").locator("details.code").first
    expect(code.locator(".meant")).to_be_hidden()
    code.locator("summary").focus()
    opened.page.keyboard.press("Enter")
    expect(code.locator(".meant")).to_be_visible()


def test_the_links_of_the_dialog_to_copy_name_the_address_of_the_record_alone(open_page):
    event_id = EVENTS.event_id.iloc[0]
    opened = open_page(f"/map?q=oil&event={event_id}")
    copies = opened.page.get_by_role("dialog").locator("button[data-copy]")
    addresses = [copies.nth(at).get_attribute("data-copy") for at in range(copies.count())]
    assert addresses[0] == f"{opened.app_url}/events/{event_id}"
    assert addresses[1].startswith(f"{opened.app_url}/events/{event_id}?as_of=")


@pytest.fixture(scope="module", params=[("light", WIDE), ("dark", PHONE)], ids=["light", "dark"])
def bare(request, app_server, browser):
    """A reader in the light on a wide screen, or in the dark on a phone, at no page yet."""
    scheme, viewport = request.param
    opened = new_page(browser, app_server.url, viewport=viewport, color_scheme=scheme)
    yield opened
    opened.close()


@pytest.mark.parametrize("path", [*BARE, "/ships/no-such-ship"])
def test_a_bare_record_breaks_no_rule_of_access_and_scrolls_nowhere_sideways(bare, path):
    bare.forget()
    bare.page.goto(bare.app_url + path)
    # axe is run as text by the tools of the browser, which the page's own policy does not bind.
    assert violations(bare.page) == []
    levels = ask(bare.page, "headings")
    assert (levels.count(1), levels[0]) == (1, 1)
    assert bare.page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert bare.external() == []
    assert [error for error in bare.console_errors if "404" not in error] == []


def test_a_bare_record_is_dark_where_the_reader_is_and_opens_in_the_dashboard_over_the_page(open_page):
    opened = open_page("/about", color_scheme="dark")
    opened.page.goto(f"{opened.app_url}/ships/skipper")
    background = "() => getComputedStyle(document.documentElement).backgroundColor"
    assert opened.page.evaluate(background) == "rgb(17, 22, 29)"
    opened.page.get_by_role("link", name="Open in the dashboard").click()
    opened.wait_until_done()
    expect(opened.page.get_by_role("dialog").get_by_role("heading", name="Skipper", exact=True)).to_be_visible()
    assert words(opened) == {"ship": ["skipper"]}


@pytest.fixture
def hostile_app(copy_of_app, cold_server):
    """The app on tables full of markup, and those tables."""
    spoil(without_releases(copy_of_app) / "data" / "tables")
    return cold_server(root=copy_of_app), load_package(copy_of_app / "data" / "tables")


def test_markup_in_any_record_is_shown_as_text_and_never_runs(hostile_app, open_page):
    server, package = hostile_app
    for parameter, kind in KINDS.items():
        row = package[kind.table].iloc[-1]
        opened = open_page(f"/{kind.page}?{parameter}={row[kind.id_column]}", server=server)
        opened.wait_until_loaded()
        seen = opened.page.evaluate(SEEN, "")
        assert " ".join(row[kind.name_column].split()) in seen["body"]
        assert (seen["hacked"], seen["markup"]) == (None, [])
        assert opened.page_errors == []
        assert opened.external() == []
        opened.close()
