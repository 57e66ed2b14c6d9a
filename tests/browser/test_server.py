"""The hosted app in a real browser: guarded pages, paths that no page has, and a home below another site's path."""

from urllib.request import urlopen

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
