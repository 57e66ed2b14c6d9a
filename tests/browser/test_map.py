"""The map in Chromium: a click, the slider and the layers write the address, and nothing but the app is asked."""

import contextlib
import math
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from data.filters import Filters
from data.map_scene import map_scene
from data.months import month_name
from data.rows import each
from tests.browser.shots import wait_until_drawn
from tests.factory import shipped

VIEW = "pacific"
# The first drawing of a map keeps a browser without a graphics card busy.
DRAWN_MILLISECONDS, TRIES = 120_000, 60


def query(opened):
    return parse_qs(urlsplit(opened.page.url).query)


def largest_area_of_strikes():
    places = map_scene(shipped(), Filters(), shipped()["events"]).places
    return next(each(places.sort_values("strikes", ascending=False)))


def northing(lat):
    return math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))


def pixels_from_the_middle(place, view):
    """How far to the right and down of the map's middle a place is drawn: Mercator, 512 pixels a world at zoom 0."""
    world = 512 * 2**view.zoom
    down = (northing(view.lat) - northing(place.lat)) / (2 * math.pi) * world
    return (place.lon - view.lon) / 360 * world, down


def click_place(opened, place):
    box = opened.page.locator(".st-key-map canvas").last.bounding_box()
    view = next(row for row in each(shipped()["map_views"]) if row.view == VIEW)
    right, down = pixels_from_the_middle(place, view)
    x, y = box["x"] + box["width"] / 2 + right, box["y"] + box["height"] / 2 + down
    point_at(opened, x, y, place.name)
    with opened.full_run():
        opened.page.mouse.click(x, y)


def point_at(opened, x, y, name):
    """Moves the pointer there until the map, which is drawn when the browser has time for it, says the name."""
    said = opened.page.locator(".deck-tooltip").get_by_text(name, exact=True)
    for step in range(TRIES):
        opened.page.mouse.move(x + step % 2, y)
        with contextlib.suppress(PlaywrightTimeoutError):
            said.wait_for(timeout=DRAWN_MILLISECONDS / TRIES)
            return
    raise AssertionError(f"the map does not say {name} where it should be")


def show_map(open_page, path):
    opened = open_page(path, viewport=(1280, 2400))
    opened.page.set_default_timeout(DRAWN_MILLISECONDS)
    wait_until_drawn(opened)
    return opened


def test_a_click_lists_the_events_of_the_place_and_writes_it_to_the_address_and_a_second_click_takes_it_back(open_page):
    place = largest_area_of_strikes()
    opened = show_map(open_page, f"/map?view={VIEW}")
    click_place(opened, place)
    assert query(opened) == {"view": [VIEW], "place": [place.place_id]}
    heading = opened.page.get_by_role("heading", name=place.name, exact=True)
    assert heading.is_visible()
    assert opened.page.locator(".st-key-place_events li").count() == place.events
    wait_until_drawn(opened)
    click_place(opened, place)
    assert query(opened) == {"view": [VIEW]}
    assert heading.count() == 0
    assert opened.page_errors == []


def test_a_shared_place_and_view_open_cold_and_ask_nobody_else(open_page):
    place = largest_area_of_strikes()
    opened = show_map(open_page, f"/map?view=world&place={place.place_id}&off=deployments.other")
    assert opened.page.get_by_role("heading", name=place.name, exact=True).is_visible()
    assert opened.page.get_by_role("radio", name="World").is_checked()
    assert opened.page.get_by_text("on layers that are switched off").count() == 1
    assert opened.external() == []
    assert opened.page_errors == []


def test_the_month_moves_by_keyboard_and_layers_switch_off(open_page):
    opened = show_map(open_page, "/map?month=2025-09..2025-12")
    opened.page.get_by_role("slider").focus()
    with opened.full_run():
        opened.page.keyboard.press("ArrowRight")
    assert query(opened) == {"month": ["2025-09..2025-12"], "at": ["2025-09"]}
    with opened.full_run():
        opened.page.get_by_role("button", name="Strikes at sea").click()
    assert query(opened)["off"] == ["sea"]
    with opened.full_run():
        opened.page.get_by_role("button", name="Strikes at sea").click()
    assert "off" not in query(opened)


def test_play_moves_the_month_and_pause_writes_where_it_stopped(open_page):
    opened = show_map(open_page, "/map")
    with opened.full_run():
        opened.page.get_by_role("button", name="Play").click()
    with opened.full_run():
        pass
    assert query(opened) == {}
    with opened.full_run():
        opened.page.get_by_role("button", name="Pause").click()
    (month,) = query(opened)["at"]
    assert set(query(opened)) == {"at"}
    assert opened.page.get_by_role("button", name="Play").is_visible()
    assert opened.page.get_by_role("heading", name=month_name(month)).is_visible()
