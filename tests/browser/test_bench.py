"""The bench's changes of a filter reach the page and are weighed, and the load beside an open browser runs."""

import pytest

from bench import starts
from bench.answers import measured_load
from bench.messages import CHANGES, kilobytes_after
from bench.pictures import measure_pictures
from tests.browser.harness import AppServer


@pytest.mark.parametrize("words", CHANGES)
def test_a_change_of_a_filter_reaches_the_page_and_its_messages_are_weighed(browser, app_server, words):
    assert kilobytes_after(browser, app_server.url, "/about", CHANGES[words]) > 1


def test_the_timeline_is_measured_beside_a_bare_page(browser, app_server):
    ours, theirs, compared = measure_pictures(browser, app_server, runs=1, uncounted=0)
    assert compared.values == (ours.values[0] / theirs.values[0],)


def test_a_start_is_measured_to_its_first_answer_and_its_first_pages(browser, monkeypatch):
    # Installing is not what is tried here: the app is started as it stands.
    monkeypatch.setattr(starts, "start", lambda: (AppServer.start(), 0.5))
    to_health, cold, again = starts.measure_start(browser)
    assert to_health == 0.5
    assert cold > 0
    assert again > 0


def test_answers_are_measured_while_a_browser_is_open(browser, app_server):
    rate, waits = measured_load(app_server.url, ["/_stcore/health"] * 4)
    assert browser.is_connected()
    assert rate > 0
    assert len(waits) == 4
