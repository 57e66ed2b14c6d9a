"""The story is read with buttons and arrow keys, and the browser alone knows since when there is something new."""

import re

from playwright.sync_api import expect

from data.curation.freeze import freeze
from data.view.story import steps_of_story
from tests.browser.test_releases import FIRST, SECOND
from tests.edited_tables import second_state
from tests.factory import shipped

TEXTS = dict(zip(shipped()["story"].order, shipped()["story"].text, strict=True))
LAST = len(steps_of_story(shipped()))


def test_the_story_is_one_click_from_the_overview_and_arrow_keys_lead_on_and_back(open_page):
    opened = open_page("/")
    with opened.full_run():
        opened.page.get_by_role("button", name="the story in").click()
    expect(opened.page.get_by_role("heading", name=TEXTS[1])).to_be_visible()
    with opened.full_run():
        opened.page.keyboard.press("ArrowRight")
    assert opened.page.url.endswith("/?story=2")
    with opened.full_run():
        opened.page.get_by_role("button", name="Next").click()
    expect(opened.page.get_by_role("heading", name=TEXTS[3])).to_be_visible()
    with opened.full_run():
        opened.page.keyboard.press("ArrowLeft")
    assert opened.page.url.endswith("/?story=2")
    with opened.full_run():
        opened.page.get_by_role("button", name="Back to the overview").click()
    assert "story" not in opened.page.url


def test_the_ends_of_the_story_have_no_way_beyond(open_page):
    opened = open_page("/?story=1")
    expect(opened.page.get_by_role("button", name="Previous")).to_be_disabled()
    opened.goto(f"/?story={LAST}")
    expect(opened.page.get_by_role("button", name="Next")).to_be_disabled()


def test_a_browser_that_saw_an_older_release_is_told_what_is_new_until_it_says_no(copy_of_app, cold_server, open_page):
    folder = copy_of_app / "data" / "tables"
    second_state(folder)
    freeze(SECOND, folder, folder.with_name("releases"))
    opened = open_page("/", server=cold_server(root=copy_of_app))
    line = opened.page.locator(".since-visit p.shown")
    expect(line).to_have_count(0)
    assert opened.page.evaluate("localStorage.getItem('release-seen')") == SECOND
    opened.page.evaluate(f"localStorage.setItem('release-seen', '{FIRST}')")
    opened.goto("/")
    expect(line).to_contain_text(re.compile(rf"Since your last visit: \d+ rows .* release {FIRST}"))
    assert line.get_by_role("link").get_attribute("href") == f"events?since={FIRST}"
    line.get_by_role("button").click()
    expect(line).to_have_count(0)
    opened.goto("/about?section=releases")
    opened.page.get_by_role("button", name="Keep it again").click()
    expect(opened.page.get_by_role("button", name="Stop keeping it")).to_be_visible()
    assert opened.page.evaluate("localStorage.getItem('release-seen')") == SECOND
