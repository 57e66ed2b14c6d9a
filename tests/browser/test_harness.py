"""The harness keeps its promises: it waits for the end of a run and hears every request, error and refusal."""

import pytest

from tests.browser.chromium import NoChromiumError, find_chromium
from tests.browser.harness import external

APP = "http://127.0.0.1:8501"


def test_an_opened_page_is_done_and_asked_only_the_app(open_page):
    opened = open_page("/")
    assert opened.run_number() is not None
    assert f"{opened.app_url}/" in opened.requests
    assert any(url.startswith("ws") for url in opened.requests)
    assert opened.external() == []
    assert (opened.console_errors, opened.page_errors) == ([], [])


def test_a_refused_request_is_recorded_all_the_same(open_page):
    opened = open_page("/")
    # An empty page beside the app's: that of the app may not even try.
    beside = opened.page.context.new_page()
    with beside.expect_event("requestfailed"):
        beside.evaluate("() => { fetch('http://elsewhere.invalid/pixel.png').catch(() => null) }")
    assert opened.external() == ["http://elsewhere.invalid/pixel.png"]


def test_a_fresh_server_shows_the_page_that_a_shared_link_names(cold_server, open_page):
    opened = open_page("/", server=cold_server())
    assert opened.run_number() == "1"


def test_an_address_is_external_by_host_and_port():
    own = [f"{APP}/static/a.js", "ws://127.0.0.1:8501/_stcore/stream", "data:image/png;base64,AA", f"blob:{APP}/1"]
    others = ["http://127.0.0.1:9999/", "https://tiles.example/1.png"]
    assert external([*own, *others], APP) == others


def test_a_wrong_chromium_setting_is_named_and_not_passed_over(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(NoChromiumError, match="/nowhere/chromium"):
        find_chromium()
