"""A life course opens the person's record over the page, closing it clears the address, and a day stays in the link."""

from urllib.parse import parse_qs, urlsplit

from tests.factory import shipped

# Two people of whom no place is known: the page has every part but the map, which takes longest to draw.
BROTHERS = "q=oribio"
PEOPLE = set(shipped()["detainees"].person_id)


def words(opened) -> dict[str, list[str]]:
    """The words of the page's address."""
    return parse_qs(urlsplit(opened.page.url).query)


def click_first_bar(opened) -> None:
    """Click the middle of the first life course."""
    opened.click_mark(opened.page.locator(".st-key-life_courses_picture .barlayer .point path").first)


def test_a_click_opens_the_record_closing_clears_the_link_and_the_next_click_opens_it_again(open_page):
    opened = open_page(f"/detentions?month=2025-03&{BROTHERS}")
    dialog = opened.page.get_by_role("dialog")
    click_first_bar(opened)
    dialog.get_by_text("presumed innocent").wait_for()
    person = words(opened)["person"][0]
    assert person in PEOPLE
    assert words(opened)["month"] == ["2025-03"]

    with opened.full_run():
        dialog.get_by_role("button", name="Close").click()
    dialog.wait_for(state="detached")
    assert "person" not in words(opened)

    click_first_bar(opened)
    dialog.wait_for()
    assert words(opened)["person"] == [person]


def test_a_day_chosen_by_its_button_is_said_and_kept_in_the_link(open_page):
    opened = open_page(f"/detentions?section=held&{BROTHERS}")
    with opened.full_run():
        opened.page.get_by_role("button", name="17 July 2025", exact=True).click()
    assert words(opened)["day"] == ["2025-07-17"]
    opened.page.get_by_text("On 17 July 2025:").wait_for()
    opened.page.reload()
    opened.wait_until_done()
    opened.page.get_by_text("On 17 July 2025:").wait_for()
