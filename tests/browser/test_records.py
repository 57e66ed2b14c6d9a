"""A walk through records: the next one opens in place of this one, a source leads to its rows, markup stays text."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from data.package.package import load_package
from data.selection.record_kinds import KINDS
from tests.browser.harness import PAGE_MILLISECONDS, without_releases
from tests.browser.test_hostile_tables import SEEN, spoil
from tests.browser.test_links import close_record, open_first_row
from tests.factory import shipped

EVENTS = shipped()["events"].sort_values("date", kind="stable")


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
    href = record.get_by_role("link", name="record", exact=True).first.get_attribute("href")
    assert "q=cartel" in href
    opened.goto(f"/{href}")
    source = opened.page.locator(".st-key-source_record")
    assert source.get_by_role("heading").first.is_visible()
    assert source.locator(f"a[href*='event={event.event_id}']").first.is_visible()
    close_record(opened)
    assert words(opened) == {"q": ["cartel"]}


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
