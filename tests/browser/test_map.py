"""The map in Chromium: a click, the slider and the layers write the address, and nothing but the app is asked."""

import contextlib
import math
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from data.map.scene import map_scene
from data.package.rows import iterate_rows
from data.selection.filters import Filters
from data.text.formats import month_name
from tests.browser.drawn import wait_until_drawn
from tests.browser.harness import new_page
from tests.factory import shipped

VIEW = "pacific"
# A view of a few events in several months, for walks that look at the address: it is drawn sooner.
FEW = "type=vessel_strike&month=2025-09..2025-12"
# One of few events in so many months that playing does not come to its end within the walk.
LONG = "type=release"
# Only just as large as the map with its list: without a graphics card every pixel costs time.
WINDOW = (1000, 800)
# The first drawing of a map keeps a browser without a graphics card busy.
DRAWN_MILLISECONDS, MOVES = 120_000, 30


def query(opened):
    return parse_qs(urlsplit(opened.page.url).query)


def largest_area_of_strikes(words=FEW):
    """The place with most strikes of a view of few events."""
    filters, _ = Filters.from_query(parse_qs(words), shipped())
    places = map_scene(shipped(), filters.keep(shipped()), shipped()["detainees"]).places
    return next(iterate_rows(places.sort_values("strikes", ascending=False)))


def northing(lat):
    return math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))


def pixels_from_the_middle(place, view):
    """How far to the right and down of the map's middle a place is drawn: Mercator, 512 pixels a world at zoom 0."""
    world = 512 * 2**view.zoom
    down = (northing(view.lat) - northing(place.lat)) / (2 * math.pi) * world
    return (place.lon - view.lon) / 360 * world, down


def click_place(opened, place):
    """Points at the place until the map says its name, and clicks there."""
    box = opened.page.locator(".st-key-map canvas").last.bounding_box()
    view = next(row for row in iterate_rows(shipped()["map_views"]) if row.view == VIEW)
    right, down = pixels_from_the_middle(place, view)
    x, y = box["x"] + box["width"] / 2 + right, box["y"] + box["height"] / 2 + down
    point_at(opened, x, y, place.name)
    with opened.full_run():
        opened.page.mouse.click(x, y)


def point_at(opened, x, y, name):
    """Moves the pointer there until the map says the name: it answers only moves that come once it is drawn. It says it
    anew, or the map that is about to be drawn again would get the click."""
    text = opened.page.locator(".deck-tooltip").get_by_text(name, exact=True)
    opened.page.mouse.move(0, 0)
    text.wait_for(state="hidden")
    for step in range(MOVES):
        opened.page.mouse.move(x + step % 2, y)
        with contextlib.suppress(PlaywrightTimeoutError):
            text.wait_for(timeout=DRAWN_MILLISECONDS / MOVES)
            return
    raise AssertionError(f"the map does not say {name} where it should be")


@pytest.fixture(scope="module")
def walker(app_server, browser):
    """One page for all walks: its cache holds the scripts and the base map after the first one."""
    opened = new_page(browser, app_server.url, viewport=WINDOW)
    opened.page.set_default_timeout(DRAWN_MILLISECONDS)
    yield opened
    opened.close()


def test_a_click_lists_the_events_of_the_place_and_writes_it_to_the_address_and_a_second_click_takes_it_back(walker):
    place = largest_area_of_strikes()
    opened = walker
    opened.goto(f"/map?view={VIEW}&{FEW}")
    wait_until_drawn(opened)
    click_place(opened, place)
    assert query(opened) == {**parse_qs(FEW), "view": [VIEW], "place": [place.place_id]}
    heading = opened.page.get_by_role("heading", name=place.name, exact=True)
    assert heading.is_visible()
    assert opened.page.locator(".st-key-place_events li").count() == place.events
    wait_until_drawn(opened)
    click_place(opened, place)
    assert query(opened) == {**parse_qs(FEW), "view": [VIEW]}
    assert heading.count() == 0
    assert opened.page_errors == []


def test_a_shared_place_and_view_open_cold_and_ask_nobody_else(walker):
    shown = f"{FEW}&type=deployment"
    place = largest_area_of_strikes(shown)
    opened = walker
    opened.goto(f"/map?{shown}&view=world&place={place.place_id}&off=deployments.other")
    wait_until_drawn(opened)
    assert opened.page.get_by_role("heading", name=place.name, exact=True).is_visible()
    assert opened.page.get_by_role("radio", name="World").is_checked()
    assert opened.page.get_by_text("on layers that are switched off").count() == 1
    assert opened.external() == []
    assert opened.page_errors == []


def test_the_month_moves_by_keyboard_and_layers_switch_off(walker):
    opened = walker
    opened.goto(f"/map?{FEW}")
    opened.page.get_by_role("slider", name="Month on the map").focus()
    with opened.full_run():
        opened.page.keyboard.press("ArrowRight")
    assert query(opened) == {**parse_qs(FEW), "at": ["2025-09"]}
    opened.page.get_by_role("button", name="Layers").click()
    with opened.full_run():
        opened.page.get_by_role("button", name="Strikes at sea").click()
    assert query(opened)["off"] == ["sea"]
    with opened.full_run():
        opened.page.get_by_role("button", name="Strikes at sea").click()
    assert "off" not in query(opened)


def test_play_moves_the_month_and_pause_writes_where_it_stopped(walker):
    opened = walker
    opened.goto(f"/map?{LONG}")
    with opened.full_run():
        opened.page.get_by_role("button", name="Play").click()
    with opened.full_run():
        pass
    assert query(opened) == parse_qs(LONG)
    opened.page.get_by_role("button", name="Pause").click()
    # A tick of the clock may end a run of its own between the click and the run that stops it.
    opened.page.get_by_role("button", name="Play").wait_for()
    opened.wait_until_done()
    (month,) = query(opened)["at"]
    assert set(query(opened)) == {*parse_qs(LONG), "at"}
    assert opened.page.get_by_role("heading", name=month_name(month)).is_visible()


def test_a_record_that_a_link_asks_for_opens_over_the_map_and_closing_it_leaves_the_map_as_it_was(walker):
    event = shipped()["events"].iloc[0]
    walker.goto(f"/map?view={VIEW}&event={event.event_id}")
    record = walker.page.get_by_role("dialog")
    assert record.get_by_role("heading", name=event.title, exact=True).is_visible()
    with walker.full_run():
        record.get_by_role("button", name="Close").click()
    record.wait_for(state="detached")
    assert query(walker) == {"view": [VIEW]}


def test_the_same_map_is_fetched_once_and_nobody_else_is_ever_asked(walker):
    base = [url for url in walker.requests if "/basemap/" in url]
    assert base
    with walker.full_run():
        walker.page.get_by_text("Caracas", exact=True).first.click()
    assert [url for url in walker.requests if "/basemap/" in url] == base
    assert walker.external() == []
    assert walker.page_errors == []
