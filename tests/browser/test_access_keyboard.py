"""The whole app by keyboard: Tab reaches every control and shows where it is, a change keeps the focus, and what
changed is told to screen readers."""

import pytest
from playwright.sync_api import expect

from components.view.view import PAGES
from tests.browser.access import ask
from tests.browser.harness import PAGE_MILLISECONDS, new_page
from tests.browser.test_access import AN_EVENT, FILTERS

# Cells of a grid take a key each, so that there are more steps than controls.
STEPS = 1500
FOCUSED = "document.activeElement"


@pytest.fixture(scope="module")
def reader(app_server, browser):
    """One reader with a keyboard; maps are not drawn."""
    opened = new_page(browser, app_server.url, maps=False)
    yield opened
    opened.close()


def walk(page):
    """Press Tab from the start of the page until it is left: what each step reached."""
    steps = []
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        steps.append(ask(page, "reached"))
        if not steps[-1]["said"]:
            return steps[:-1]
    raise AssertionError(f"Tab does not leave the page; it stands on {steps[-1]['said']}")


@pytest.mark.parametrize("path", [f"/{page.slug}?{FILTERS}" for page in PAGES])
def test_tab_reaches_every_control_once_around_and_shows_where_it_is(reader, path):
    reader.goto(path)
    reader.wait_until_loaded()
    # A panel of tabs with something to focus in it is no stop of its own.
    expect(reader.page.locator("[role=tabpanel][tabindex='0']")).to_have_count(0)
    controls = ask(reader.page, "controls")
    steps = walk(reader.page)
    assert [name for place, name in enumerate(controls) if place not in {step["place"] for step in steps}] == []
    assert sorted({step["said"] for step in steps if not step["seen"]}) == []
    assert steps[0]["said"].startswith("A Skip to main content")


def test_tab_stays_inside_the_record_that_lies_over_the_page_and_shows_where_it_is(reader):
    reader.goto(f"/events?event={AN_EVENT}&q=strike")
    reader.wait_until_loaded()
    inside = "document.querySelector('[role=\"dialog\"]').contains(document.activeElement)"
    reader.page.wait_for_function(inside)
    ask(reader.page, "controls")
    for _ in range(40):
        reader.page.keyboard.press("Tab")
        assert ask(reader.page, "reached")["seen"]
        assert reader.page.evaluate(inside)


def test_arrow_keys_go_along_a_row_of_switches(reader):
    reader.goto(f"/map?{FILTERS}")
    reader.page.get_by_role("button", name="Layers").click()
    switches = reader.page.locator("[data-testid='stPopoverBody'] [data-testid='stButtonGroup'] button")
    switches.first.focus()
    for place in range(1, switches.count()):
        reader.page.keyboard.press("ArrowRight")
        expect(switches.nth(place)).to_be_focused()


def test_the_first_link_skips_to_the_content(reader):
    reader.goto("/brief")
    reader.wait_until_loaded()
    reader.page.keyboard.press("Tab")
    expect(reader.page.get_by_role("link", name="Skip to main content")).to_be_focused()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("main")).to_be_focused()
    reader.page.keyboard.press("Tab")
    expect(reader.page.locator("main :focus")).to_have_count(1)


def test_the_links_to_the_pages_are_navigation_and_one_is_the_page_that_is_open(reader):
    for path, name in (("/", "Overview"), (f"/map?{FILTERS}", "Map")):
        reader.goto(path)
        links = reader.page.get_by_role("navigation", name="Pages")
        expect(links.locator("[aria-current='page']")).to_have_text(name)
    with reader.full_run():
        links.get_by_role("link", name="About").click()
    expect(links.locator("[aria-current='page']")).to_have_text("About")


def test_a_filter_changed_by_keyboard_keeps_the_focus_and_its_count_is_told_in_the_same_status(reader):
    reader.goto("/events")
    status = reader.page.get_by_role("status").filter(has_not=reader.page.locator("button"))
    reader.page.evaluate("() => { window.status_before = document.getElementById('announcer') }")
    assert status.inner_text() == ""
    words = reader.page.get_by_role("textbox", name="Words")
    words.focus()
    for text in ("tanker", "tankers"):
        words.fill(text)
        with reader.full_run():
            words.press("Enter")
        expect(words).to_be_focused()
        expect(status).to_contain_text(f"Events. Events with the words “{text}”", timeout=PAGE_MILLISECONDS)
        shown = reader.page.locator(".st-key-caption p").first.inner_text().split(" · ")[1]
        assert status.inner_text().endswith(f": {shown}.")
    assert reader.page.evaluate("() => window.status_before === document.getElementById('announcer')")


@pytest.mark.parametrize(
    ("path", "name", "role", "keys"),
    [
        ("/timeline?section=escalation", "Weeks", "radio", ("ArrowRight",)),
        ("/about", "From month", "combobox", ("ArrowDown", "ArrowDown", "Enter")),
        ("/", "Show as table", "switch", (" ",)),
    ],
)
def test_a_control_changed_by_keyboard_keeps_the_focus(reader, path, name, role, keys):
    reader.goto(path)
    reader.wait_until_loaded()
    control = reader.page.get_by_role(role, name=name).first
    if role == "radio":
        control = reader.page.locator("[data-testid='stRadio'] input:checked").first
    control.focus()
    group = control.evaluate(
        "one => one.closest('[data-testid=\"stElementContainer\"]').className.match(/st-key-\\S+/)[0]"
    )
    with reader.full_run():
        for key in keys:
            reader.page.keyboard.press(key)
    assert (
        reader.page.evaluate(f"{FOCUSED}.closest('[data-testid=\"stElementContainer\"]').className").count(group) == 1
    )


def test_a_row_of_a_table_is_opened_and_its_record_read_by_keyboard(reader):
    reader.goto(f"/events?{FILTERS}")
    reader.wait_until_loaded()
    reader.page.locator(".st-key-events_rows tbody a").first.focus()
    with reader.full_run():
        reader.page.keyboard.press("Enter")
    reader.page.get_by_role("dialog").wait_for()
    assert "event=" in reader.page.url


def test_who_asks_for_less_motion_gets_none(reader):
    reader.goto("/")
    seconds = """() => [...document.querySelectorAll('*')].map(one => getComputedStyle(one)).flatMap(style =>
        (style.animationDuration + ',' + style.transitionDuration).split(',').map(parseFloat))"""
    assert max(reader.page.evaluate(seconds)) < 0.001
