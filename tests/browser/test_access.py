"""The gate of access: no page, wide in the light or a phone in the dark, breaks a rule of WCAG 2.2 A and AA that
axe-core knows, nor one of our own that it lacks; none asks anyone but the app for anything, and none logs an error.
Each address is loaded once in each of the two."""

import contextlib
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from components.view.view import PAGES
from data.view.sections import SECTIONS
from tests.browser.access import AXE_VERSION, ask, script, violations
from tests.browser.drawn import wait_until_drawn
from tests.browser.harness import PHONE, WIDE, new_page, without_releases
from tests.factory import shipped

LANES = {"light": WIDE, "dark": PHONE}
AN_EVENT = shipped()["events"].event_id.iloc[-1]
FILTERS = "month=2025-09..2025-12&side=US"
# Beside each page bare and filtered, one of each other thing that a reader can come to.
PATHS = [
    *(f"/{page.slug}" for page in PAGES),
    *(f"/{page.slug}?{FILTERS}" for page in PAGES if page.slug not in SECTIONS),
    *(f"/{page}?section={section.name}&{FILTERS}" for page, sections in SECTIONS.items() for section in sections[1:]),
    f"/events?event={AN_EVENT}",
    f"/detentions?person={shipped()['detainees'].person_id.iloc[0]}",
    "/timeline?embed=true&picture=toll",
    "/timeline?q=zzzz+no+such+words",
    "/about?as_of=2026-11-24",
]
SMALL = [(320, 640), (320, 256)]


@pytest.fixture(scope="class")
def go(request, app_server, browser):
    """`go(path)` is the one reader of a lane, who follows links from address to address; an embedded picture is a page
    of its own."""
    lane = request.cls.lane
    opened = new_page(browser, app_server.url, viewport=LANES[lane], color_scheme=lane, maps=False)
    at = []

    def reader(path):
        if at != [path]:
            is_link = bool(at) and not any("embed=true" in one for one in (path, *at))
            at[:] = [path]
            opened.clear_records()
            (opened.follow if is_link else opened.goto)(path)
            wait_until_drawn(opened)
        return opened

    yield reader
    opened.close()


@pytest.fixture(scope="class", params=PATHS)
def visited(request, go):
    """A reader at one address, everything there; all checks of it follow each other."""
    return go(request.param)


class AccessRules:
    """The checks of every address."""

    lane: str

    def test_no_rule_of_wcag_is_broken(self, visited):
        assert violations(visited.page) == []

    def test_every_picture_and_grid_has_a_role_and_a_name(self, visited):
        assert ask(visited.page, "unnamed") == []

    def test_every_picture_has_its_table(self, visited):
        assert ask(visited.page, "withoutTable") == []

    def test_headings_are_in_order_under_one_title(self, visited):
        levels = ask(visited.page, "headings")
        if "embed=true" in visited.page.url:
            return
        assert (levels.count(1), levels[0]) == (1, 1)
        assert max(after - before for before, after in pairwise(levels)) <= 1

    def test_the_page_says_its_language_and_its_name(self, visited):
        assert visited.page.locator("html").get_attribute("lang") == "en"
        if "embed=true" not in visited.page.url:
            assert visited.page.title().startswith(visited.page.locator("h1").inner_text())

    def test_nobody_but_the_app_is_asked_and_no_error_is_logged(self, visited):
        assert visited.external() == []
        assert (visited.failed, visited.console_errors, visited.page_errors) == ([], [], [])
        if "embed=true" not in visited.page.url:
            assert visited.page_name() == (urlsplit(visited.page.url).path.strip("/") or "overview")


class TestLight(AccessRules):
    """Wide, in the light."""

    lane = "light"


class TestDark(AccessRules):
    """A phone, in the dark."""

    lane = "dark"

    @pytest.mark.parametrize("size", SMALL, ids=str)
    def test_at_400_percent_nothing_scrolls_sideways_and_no_word_is_cut(self, visited, size):
        width, height = visited.page.viewport_size.values()
        ask(visited.page, "sideways")
        visited.page.set_viewport_size({"width": size[0], "height": size[1]})
        try:
            # What is drawn to measure follows the window a moment later.
            with contextlib.suppress(PlaywrightTimeoutError):
                visited.page.wait_for_function("() => Math.max(...window.access.sideways()) === 0", timeout=5000)
            assert [ask(visited.page, question) for question in ("sideways", "beyond", "cut")] == [[0, 0], [], []]
        finally:
            visited.page.set_viewport_size({"width": width, "height": height})


@pytest.mark.parametrize(("path", "scheme"), [(f"/map?{FILTERS}", "light"), ("/map", "dark")])
def test_a_map_that_is_drawn_breaks_no_rule_asks_nobody_else_and_logs_no_error(open_page, path, scheme):
    opened = open_page(path, color_scheme=scheme, maps=True, cold=True)
    wait_until_drawn(opened)
    opened.page.locator("[data-testid='stDeckGlJsonChart'] canvas").first.wait_for()
    assert violations(opened.page) == []
    assert opened.external() == []
    assert (opened.failed, opened.console_errors, opened.page_errors) == ([], [], [])


def test_the_tables_broken_no_rule_is_broken_either(copy_of_app, cold_server, open_page):
    (copy_of_app / "data" / "tables" / "phases.csv").unlink()
    opened = open_page("/", server=cold_server(root=without_releases(copy_of_app)))
    assert "phases.csv is missing" in opened.page.get_by_role("main").inner_text()
    assert violations(opened.page) == []


def test_the_gate_knows_what_is_wrong(browser):
    context = browser.new_context()
    page = context.new_page()
    page.set_content(
        "<main data-testid='stMain'><h1>One</h1><h3>Three</h3><img src='x'><div data-testid='stVerticalBlock'>"
        "<div data-testid='stPlotlyChart'>drawn</div></div><p style='width:3000px'>wide</p></main>"
    )
    assert f"axe v{AXE_VERSION}" in script("axe/axe.min.js")[:200]
    assert {line.partition(":")[0] for line in violations(page)} >= {"image-alt", "html-has-lang"}
    assert len(ask(page, "unnamed")) == len(ask(page, "withoutTable")) == 1
    assert ask(page, "headings") == [1, 3]
    assert max(ask(page, "sideways")) > 0
    context.close()
