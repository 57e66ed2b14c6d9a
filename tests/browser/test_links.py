"""The address bar always holds the view: links opened cold, typed filters, Back, Forward, reload, other pages."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from data.selection.filters import Filters
from tests.factory import shipped

TIMELINE = ".st-key-timeline_picture"
LINK = "/timeline?type=vessel_strike&month=2025-09..2025-12"


def address(opened) -> tuple[str, dict[str, list[str]]]:
    """The path and the words of the page's address."""
    parts = urlsplit(opened.page.url)
    return parts.path, parse_qs(parts.query, keep_blank_values=True)


def caption(opened) -> str:
    """What the page says that it shows."""
    return opened.page.locator(".st-key-caption p").first.inner_text()


def close_record(opened) -> None:
    """Close the record that lies over the page and wait for what it does."""
    with opened.full_run():
        opened.page.get_by_role("dialog").get_by_role("button", name="Close", exact=True).click()


def events_of(query: dict[str, list[str]]):
    """The events that the words of an address select."""
    return Filters.from_query(query, shipped())[0].keep(shipped())


def filter_by_words(opened, words: str) -> None:
    """Type words into the filter as a reader does."""
    field = opened.page.get_by_role("textbox", name="Words")
    with opened.full_run():
        field.fill(words)
        field.press("Enter")


def go_to(opened, title: str) -> None:
    """Click a page in the navigation."""
    link = opened.page.locator(".st-key-navigation").get_by_role("link", name=title, exact=True)
    with opened.full_run():
        link.click()


def click_first_mark(opened) -> None:
    """Click the first mark of the timeline and wait for what it does."""
    opened.click_mark(opened.page.locator(f"{TIMELINE} .scatterlayer .points path").first)


def open_first_row(opened, table: str = "events") -> None:
    """Follow the link in the first row of a table, by its key, and wait for what it does."""
    with opened.full_run():
        opened.page.locator(f".st-key-{table}_rows tbody a").first.click()


def test_a_shared_link_opened_cold_shows_exactly_its_events_and_keeps_them(cold_server, open_page):
    path, query = urlsplit(LINK).path, parse_qs(urlsplit(LINK).query)
    events = events_of(query)
    opened = open_page(LINK, server=cold_server(), cold=True)
    marks = opened.page.locator(f"{TIMELINE} .scatterlayer .points path")
    marks.first.wait_for()
    assert marks.count() == len(events)
    assert f"{len(events)} of " in caption(opened)
    assert address(opened) == (path, query)

    opened.page.reload()
    opened.wait_until_done()
    assert address(opened) == (path, query)

    go_to(opened, "Map")
    assert address(opened) == ("/map", query)
    assert f"{len(events)} of " in caption(opened)

    with opened.full_run():
        opened.page.go_back()
    assert address(opened) == (path, query)
    assert f"{len(events)} of " in caption(opened)


def test_back_from_the_first_filter_shows_everything_and_forward_filters_again(open_page):
    opened = open_page("/events")
    everything = caption(opened)
    filter_by_words(opened, "tocoron")
    assert address(opened) == ("/events", {"q": ["tocoron"]})
    filtered = caption(opened)
    assert filtered != everything
    with opened.full_run():
        opened.page.go_back()
    assert address(opened) == ("/events", {})
    assert caption(opened) == everything
    assert opened.page.get_by_role("textbox", name="Words").input_value() == ""
    with opened.full_run():
        opened.page.go_forward()
    assert caption(opened) == filtered
    assert opened.page.get_by_role("textbox", name="Words").input_value() == "tocoron"


def test_clear_filters_empties_the_address_and_back_brings_the_filter_back(open_page):
    opened = open_page("/timeline?q=caracas&side=US")
    with opened.full_run():
        opened.page.get_by_role("button", name="Clear", exact=True).click()
    assert address(opened) == ("/timeline", {})
    with opened.full_run():
        opened.page.go_back()
    assert address(opened) == ("/timeline", {"q": ["caracas"], "side": ["US"]})
    assert "caracas" in caption(opened)


def test_a_filter_chosen_on_one_page_goes_with_the_reader_to_every_page(open_page):
    opened = open_page("/")
    with opened.full_run():
        opened.page.get_by_role("button", name="Venezuela", exact=True).click()
    for title, path in (("Timeline", "/timeline"), ("Events", "/events"), ("About", "/about"), ("Overview", "/")):
        go_to(opened, title)
        assert address(opened) == (path, {"side": ["VE"]})
    for path in ("/about", "/events", "/timeline", "/"):
        with opened.full_run():
            opened.page.go_back()
        assert address(opened) == (path, {"side": ["VE"]})


def test_a_click_on_a_mark_opens_its_record_and_the_address_opens_it_anywhere(open_page):
    opened = open_page(LINK)
    click_first_mark(opened)
    _, query = address(opened)
    event = shipped()["events"].set_index("event_id").loc[query["event"][0]]
    assert opened.page.get_by_role("dialog").get_by_role("heading", name=event.title).is_visible()

    again = open_page(urlsplit(opened.page.url).path + "?" + urlsplit(opened.page.url).query, cold=True)
    assert again.page.get_by_role("dialog").get_by_role("heading", name=event.title).is_visible()
    close_record(again)
    assert "event" not in address(again)[1]


def test_a_mark_opens_its_record_again_after_it_was_closed(open_page):
    opened = open_page(LINK)
    for closing in ("Close", "Back", ""):
        click_first_mark(opened)
        assert opened.page.locator(".st-key-event_record").is_visible()
        if closing == "Back":
            with opened.full_run():
                opened.page.go_back()
        else:
            close_record(opened)
        expect(opened.page.locator(".st-key-event_record")).to_have_count(0)
        assert "event" not in address(opened)[1]


def test_a_row_opens_its_record_again_after_it_was_closed(open_page):
    opened = open_page("/events?q=tocoron")
    record = opened.page.locator(".st-key-event_record")
    open_first_row(opened)
    assert record.is_visible()
    close_record(opened)
    expect(record).to_have_count(0)
    open_first_row(opened)
    assert record.is_visible()
    close_record(opened)
    assert address(opened) == ("/events", {"q": ["tocoron"]})


def test_links_to_records_keep_the_filters(open_page):
    opened = open_page("/?q=maduro")
    first = opened.page.get_by_role("main").locator("li a[href*='event=']").first
    assert "q=maduro" in first.get_attribute("href")


def offered(opened):
    """The link that the citation of the view offers."""
    opened.page.get_by_role("button", name="More", exact=True).click()
    shown = opened.page.locator(".st-key-cite_view_link code")
    shown.wait_for()
    return str(shown.inner_text())


def words_of(link):
    """The words of a link, but for the one that pins it to a release while the tables are those of one."""
    return {key: words for key, words in parse_qs(urlsplit(link).query).items() if key != "as_of"}


@pytest.mark.parametrize("viewport", [(1280, 900), (390, 844)])
def test_what_passes_a_view_on_stands_on_the_line_of_its_title(open_page, viewport):
    opened = open_page("/timeline?type=sanctions", viewport=viewport)
    title = opened.page.get_by_role("heading", level=1).bounding_box()
    for name in ("Copy link", "More"):
        box = opened.page.get_by_role("main").get_by_role("button", name=name, exact=True).bounding_box()
        assert title["y"] <= box["y"] + box["height"] / 2 <= title["y"] + title["height"], name


def test_the_link_to_copy_is_the_address(open_page):
    opened = open_page(LINK)
    copied = offered(opened)
    assert (urlsplit(copied).path, words_of(copied)) == address(opened)


def test_an_open_record_is_cited_alone(open_page):
    opened = open_page("/events?q=dock&event=2025-12-24-cia-dock-strike")
    opened.page.get_by_text("Cite this record", exact=True).click()
    shown = opened.page.locator(".st-key-cite_record_link code")
    shown.wait_for()
    link = shown.inner_text()
    assert (urlsplit(link).path, words_of(link)) == ("/events/2025-12-24-cia-dock-strike", {})


def test_one_click_copies_the_link_of_what_is_seen_and_one_beside_it_that_of_its_numbers_for_good(open_page):
    opened = open_page("/timeline?section=deaths&side=US")
    opened.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for name, pinned in (("Copy link", {}), ("Copy link that never changes", {"as_of": [shipped().release]})):
        opened.page.get_by_role("button", name=name, exact=True).click()
        expect(opened.page.locator("#announcer")).to_contain_text("Copied.")
        copied = opened.page.evaluate("navigator.clipboard.readText()")
        assert (urlsplit(copied).path, parse_qs(urlsplit(copied).query)) == (
            "/timeline",
            {"section": ["deaths"], "side": ["US"], **pinned},
        )
        expect(opened.page.get_by_role("button", name=name, exact=True)).to_be_visible()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/nonexist?q=caracas", "page /nonexist"),
        ("/events?type=bogus&month=2025-13&q=a&q=b", "type=bogus, month=2025-13, q=b"),
        ("/%20x?q=caracas", "page /x"),
        ("/%C3%A9t%C3%A9", "page /été"),
        ("/events?month=2026-02..2025-01", "month=2026-02..2025-01"),
        ("/events?event=nope", "event=nope"),
        ("/events?q=%00%07%1b", "q="),
        ("/events?q=" + "x" * 5000, "q=xxx"),
        ("/events?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&month=%3Cb%3E", "month=<b>"),
    ],
)
def test_any_address_opens_and_says_in_one_line_what_it_ignored(open_page, path, text):
    opened = open_page(path)
    lines = opened.page.get_by_text("Ignored in the address")
    assert lines.count() == 1
    assert text in lines.inner_text()
    assert opened.page.get_by_role("dialog").count() == 0
    assert opened.page_errors == []
    assert opened.page.locator("img[src='x']").count() == 0


def test_an_empty_value_is_the_default_and_not_reported(open_page):
    opened = open_page("/events?type=&month=&q=&as_of=&columns=")
    assert opened.page.get_by_text("Ignored in the address").count() == 0
    assert caption(opened).startswith("All events")


def test_a_page_that_is_answered_with_404_starts_as_every_other(open_page, cold_server):
    opened = open_page("/no-such-page?q=caracas", server=cold_server(), cold=True)
    assert opened.page.get_by_role("dialog").count() == 0
    with opened.page.expect_response(lambda answer: answer.request.is_navigation_request()) as answered:
        opened.page.reload()
    assert answered.value.status == 404
    opened.wait_until_done()
    assert opened.page_name() == "overview"
    assert "page /no-such-page" in opened.page.get_by_text("Ignored in the address").inner_text()
    go_to(opened, "Timeline")
    assert address(opened) == ("/timeline", {"q": ["caracas"]})
    assert opened.page_errors == []


@pytest.mark.parametrize(("path", "title"), [("/%20", "Overview"), ("/map%20", "Map"), ("/about%20", "About")])
def test_spaces_around_a_path_name_the_page_between_them(open_page, path, title):
    opened = open_page(path)
    assert opened.page.locator("h1").inner_text() == title
    assert opened.page.get_by_text("Ignored in the address").count() == 0
    assert opened.page.get_by_role("dialog").count() == 0
    assert opened.page_errors == []


def test_a_page_between_spaces_stays_open_while_it_is_filtered(open_page):
    opened = open_page("/%20about%20")
    filter_by_words(opened, "caracas")
    assert opened.page.locator("h1").inner_text() == "About"
    assert "caracas" in caption(opened)


def test_words_that_are_not_ours_go_along_on_every_way_and_settings_stay_on_their_page(open_page):
    opened = open_page("/timeline?newsletter=7&scale=goldstein&type=vessel_strike")
    assert words_of(offered(opened)) == {**address(opened)[1], "section": ["escalation"]}
    opened.page.keyboard.press("Escape")
    go_to(opened, "Overview")
    assert address(opened) == ("/", {"newsletter": ["7"], "type": ["vessel_strike"]})
    line = opened.page.get_by_role("main").locator("li a[href*='event=']").first
    assert "newsletter=7" in line.get_attribute("href")


def test_garbage_in_the_address_is_dropped_with_the_next_filter_and_unknown_words_are_left_alone(open_page):
    opened = open_page("/events?month=2025-13&newsletter=7")
    filter_by_words(opened, "caracas")
    assert address(opened) == ("/events", {"newsletter": ["7"], "q": ["caracas"]})


def test_the_months_move_by_keyboard_and_are_written_to_the_address(open_page):
    opened = open_page("/timeline?side=US")
    first_end = opened.page.locator(".st-key-months").get_by_role("slider").first
    first_end.wait_for()
    with opened.full_run():
        first_end.press("ArrowRight")
    month = str(shipped()["events"].date.min().to_period("M") + 1)
    assert address(opened) == ("/timeline", {"side": ["US"], "month": [f"{month}.."]})
    assert opened.page.evaluate("document.activeElement.type") == "range"


def test_a_click_in_the_timeline_opens_the_record_and_its_address_does_too_in_a_new_browser(open_page):
    opened = open_page("/timeline?type=military_operation")
    opened.click_mark(opened.page.locator(".st-key-timeline .scatterlayer .points path").first)
    path, query = address(opened)
    (event_id,) = query["event"]
    title = shipped()["events"].set_index("event_id").title[event_id]
    record = opened.page.locator(".st-key-event_record")
    assert title in record.inner_text()

    again = open_page(f"{path}?type=military_operation&event={event_id}", cold=True)
    assert title in again.page.locator(".st-key-event_record").inner_text()


def test_the_scale_that_a_reader_chooses_stands_in_the_address_and_is_kept(open_page):
    opened = open_page("/timeline?section=escalation")
    with opened.full_run():
        opened.page.get_by_text("Goldstein", exact=True).click()
    assert address(opened) == ("/timeline", {"section": ["escalation"], "scale": ["goldstein"]})
    opened.page.reload()
    opened.wait_until_done()
    assert opened.page.get_by_role("radio", name="Goldstein").is_checked()
