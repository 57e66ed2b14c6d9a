"""The harness keeps its promises: it waits for the end of a run and hears every request, error and refusal."""

import pytest

from tests.browser.chromium import NoChromiumError, find_chromium
from tests.browser.harness import WIDE, external

APP = "http://127.0.0.1:8501"


def test_an_opened_page_is_done_and_asked_only_the_app(open_page):
    opened = open_page("/", cold=True)
    assert opened.run_number() is not None
    assert f"{opened.app_url}/" in opened.requests
    assert any(url.startswith("ws") for url in opened.requests)
    assert opened.external() == []
    assert (opened.console_errors, opened.page_errors) == ([], [])


def test_a_refused_request_is_recorded_all_the_same(open_page):
    opened = open_page("/", cold=True)
    # An empty page beside the app's: that of the app may not even try.
    beside = opened.page.context.new_page()
    with beside.expect_event("requestfailed"):
        beside.evaluate("() => { fetch('http://elsewhere.invalid/pixel.png').catch(() => null) }")
    assert opened.external() == ["http://elsewhere.invalid/pixel.png"]


def test_a_fresh_server_shows_the_page_that_a_shared_link_names(cold_server, open_page):
    opened = open_page("/", server=cold_server(), cold=True)
    assert opened.run_number() == "1"


def test_who_has_the_browser_next_finds_nothing_of_the_reader_before(readers, app_server):
    look = (WIDE, "light", False)
    first = readers.take(look, app_server.url)
    first.goto("/events?q=tocoron")
    first.page.evaluate("() => { localStorage.mine = 1; sessionStorage.mine = 1; document.cookie = 'mine=1'; }")
    first.page.set_viewport_size({"width": 320, "height": 256})
    first.page.emulate_media(media="print")
    readers.give_back(look, first)

    assert (first.requests, first.failed, first.console_errors, first.page_errors) == ([], [], [], [])
    second = readers.take(look, app_server.url)
    assert second is first
    second.goto("/events")
    assert second.page.get_by_role("textbox", name="Words").input_value() == ""
    assert second.page.viewport_size == {"width": WIDE[0], "height": WIDE[1]}
    chosen = (
        "() => [localStorage.mine, sessionStorage.mine, document.cookie.includes('mine'), matchMedia('print').matches]"
    )
    assert second.page.evaluate(chosen) == [None, None, False, False]
    readers.give_back(look, second)


def test_an_address_is_external_by_host_and_port():
    own = [f"{APP}/static/a.js", "ws://127.0.0.1:8501/_stcore/stream", "data:image/png;base64,AA", f"blob:{APP}/1"]
    others = ["http://127.0.0.1:9999/", "https://tiles.example/1.png"]
    assert external([*own, *others], APP) == others


def test_a_wrong_chromium_setting_is_named_and_not_passed_over(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(NoChromiumError, match="/nowhere/chromium"):
        find_chromium()
