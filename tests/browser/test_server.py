"""The hosted app in a real browser: guarded pages, paths that no page has, and a home below another site's path."""

from urllib.request import urlopen

import pytest

from tests.browser.harness import new_page


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
    assert open_page("/timeline/x").page_name() == "timeline"


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


@pytest.mark.parametrize(("path", "is_shown"), [("/?embed=true&picture=toll", True), ("/timeline?embed=true", False)])
def test_another_site_may_frame_one_picture_and_no_page(app_server, browser, path, is_shown):
    opened = new_page(browser, app_server.url)
    try:
        article = f'<h1>An article</h1><iframe src="{app_server.url}{path}" width="700" height="820"></iframe>'
        opened.page.route("http://localhost:1/", lambda route: route.fulfill(body=article, content_type="text/html"))
        opened.page.goto("http://localhost:1/")
        if is_shown:
            frame = opened.page.frame_locator("iframe")
            frame.locator("[data-testid='stPlotlyChart'] .main-svg").first.wait_for()
            assert frame.get_by_text("Source: ").is_visible()
            assert frame.locator(".st-key-navigation").count() == 0
        else:
            opened.page.wait_for_event("requestfinished", predicate=lambda request: "/timeline" in request.url)
            opened.page.wait_for_function("() => document.querySelector('iframe').contentDocument === null")
            assert opened.page.frame_locator("iframe").locator("#root").count() == 0
    finally:
        opened.close()
