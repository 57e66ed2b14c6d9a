"""The hosted app in a real browser: guarded pages, paths that no page has, and a home below another site's path."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import urlopen

import pytest

from tests.browser.harness import new_page

ALONE, WHOLE = "/?embed=true&picture=toll", "/timeline?embed=true"
LISTS = ("events", "toll", "targets")


def test_a_page_is_guarded_and_its_tab_names_it(open_page):
    opened = open_page("/timeline?month=2025-12")
    answer = opened.page.request.get(opened.page.url)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
    assert opened.page.title().startswith("Timeline · ")
    assert opened.page.locator("meta[property='og:title']").get_attribute("content") == opened.page.title()


def test_a_path_of_several_parts_shows_a_page_and_says_what_was_not_understood(open_page):
    opened = open_page("/a/b?type=vessel_strike")
    assert opened.page.url == f"{opened.app_url}/a?type=vessel_strike"
    assert "Ignored in the address: page /a" in opened.page.get_by_role("main").inner_text()
    opened.goto("/timeline/x")
    assert opened.page_name() == "timeline"


def test_the_app_lives_below_another_path(cold_server, browser):
    server = cold_server("--server.baseUrlPath", "watch", health="/watch/_stcore/health")
    opened = new_page(browser, f"{server.url}/watch")
    try:
        with opened.page.expect_response(lambda answer: "/watch/app/static/basemap/" in answer.url) as base_map:
            opened.goto("/map")
        assert base_map.value.status == 200
        assert (opened.failed, opened.console_errors, opened.page_errors) == ([], [], [])
        with opened.full_run():
            opened.page.locator(".st-key-navigation").get_by_role("link", name="Events").click()
        assert opened.page.url == f"{server.url}/watch/events"
        assert urlopen(f"{server.url}/watch/api/toll.json").status == 200
        opened.goto("/timeline/x")
        assert opened.page_name() == "timeline"
    finally:
        opened.close()


@pytest.fixture
def other_site(tmp_path) -> Iterator[str]:
    """The address of another origin, which serves the files of `tmp_path`."""
    site = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietFiles, directory=str(tmp_path)))
    thread = threading.Thread(target=site.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{site.server_port}"
    site.shutdown()
    site.server_close()
    thread.join()


class QuietFiles(SimpleHTTPRequestHandler):
    def log_message(self, *_about):
        """Nothing of it belongs into a test's output."""


def test_another_site_may_frame_one_picture_and_no_page(app_server, browser, other_site, tmp_path):
    frames = [f'<iframe src="{app_server.url}{path}" width="700" height="820"></iframe>' for path in (ALONE, WHOLE)]
    (tmp_path / "article.html").write_text("<h1>An article</h1>" + "".join(frames))
    opened = new_page(browser, other_site)
    try:
        opened.page.goto(f"{other_site}/article.html")
        picture, page = (opened.page.frame_locator("iframe").nth(place) for place in (0, 1))
        picture.locator("[data-testid='stPlotlyChart'] .main-svg").first.wait_for()
        assert picture.get_by_text("Source: ").is_visible()
        assert picture.locator(".st-key-navigation").count() == 0
        assert page.locator("#root").count() == 0
        assert [text for text in opened.console_errors if "frame-ancestors" in text]
    finally:
        opened.close()


def test_the_screen_shows_the_numbers_that_the_api_gives(open_page):
    opened = open_page("/")
    for query in ("month=2025-12..2026-01", "side=US&q=strike", "verification=claimed&verification=disputed"):
        opened.goto(f"/?{query}")
        # Words leave the number of the listed as it is.
        listed = opened.page.request.get(f"{opened.app_url}/api/targets.json?{query.split('&q=')[0]}").json()["count"]
        text = {name: opened.page.request.get(f"{opened.app_url}/api/{name}.json?{query}").json() for name in LISTS}
        strikes = text["toll"]["items"][-1]["strikes"] if text["toll"]["items"] else 0
        assert f"{text['events']['count']} of" in opened.page.locator(".st-key-caption").inner_text()
        figures = opened.page.locator("[data-testid='stMetricValue']")
        assert figures.first.inner_text() == str(strikes)
        assert figures.last.inner_text() == str(listed)
