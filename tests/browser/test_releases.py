"""Releases in a real browser: a pinned link keeps its numbers, the banner names what changed, damage is told."""

import pytest

from data.curation.freeze import freeze
from data.package.descriptor import FILE
from data.package.release_files import known_releases
from tests.edited_tables import edit, second_state
from tests.factory import shipped

FIRST, SECOND = known_releases()[-1].version, "2031-01-01"
EVENTS = len(shipped()["events"])


@pytest.fixture
def app_of_two_releases(copy_of_app, cold_server):
    """A server of a copy whose tables were edited and frozen once more, and the folder of its tables."""
    folder = copy_of_app / "data" / "tables"
    second_state(folder)
    freeze(SECOND, folder, folder.with_name("releases"))
    return cold_server(root=copy_of_app), folder


def body(opened) -> str:
    return opened.page.get_by_test_id("stMain").inner_text()


def test_both_links_show_their_own_numbers_and_the_banner_lists_the_changes(app_of_two_releases, open_page):
    server, _ = app_of_two_releases
    opened = open_page(f"/events?as_of={FIRST}", server=server)
    assert f"{EVENTS} events" in body(opened)
    assert f"You are reading release {FIRST}." in body(opened)
    assert "4 rows in this view have changed since: Events 2, Claims 1" in body(opened)
    assert "New columns: Mood (Events)." in body(opened)
    with opened.full_run():
        opened.page.get_by_role("button", name="List the 4 changed rows").click()
    assert opened.page.url.endswith(f"/events?since={FIRST}")
    assert f"{EVENTS + 1} events" in body(opened)
    assert f"Added or corrected since release {FIRST}" in body(opened)
    opened.goto(f"/events?as_of={FIRST}&since={SECOND}")
    assert f"You are reading release {FIRST}, which is older than {SECOND}." in body(opened)
    opened.goto(f"/?as_of={SECOND}")
    assert "Nothing in this view has changed since." in body(opened)


def test_a_release_stays_with_the_reader_from_page_to_page(app_of_two_releases, open_page):
    server, _ = app_of_two_releases
    opened = open_page(f"/?as_of={FIRST}&side=US", server=server)
    with opened.full_run():
        opened.page.get_by_test_id("stMain").get_by_role("link", name="Timeline", exact=True).click()
    assert f"as_of={FIRST}" in opened.page.url
    assert "side=US" in opened.page.url
    with opened.full_run():
        opened.page.get_by_role("button", name="Clear", exact=True).click()
    assert f"as_of={FIRST}" in opened.page.url
    with opened.full_run():
        opened.page.get_by_role("button", name="Read the newest data").click()
    assert "as_of" not in opened.page.url
    assert "release 2031-01-01" in body(opened)


def test_a_damaged_release_is_told_after_a_start_and_the_newest_data_stays_readable(
    app_of_two_releases, cold_server, open_page
):
    server, folder = app_of_two_releases
    damaged = folder.with_name("releases") / f"{FIRST}.zip"
    damaged.write_bytes(damaged.read_bytes()[:5000])
    opened = open_page(f"/events?as_of={FIRST}", server=server)
    assert f"{EVENTS} events" in body(opened)
    opened = open_page(f"/events?as_of={FIRST}", server=cold_server(root=folder.parents[1]))
    assert f"The data as of {FIRST} cannot be opened" in body(opened)
    assert f"{FIRST}.zip" in body(opened)
    assert "Traceback" not in body(opened)
    with opened.full_run():
        opened.page.get_by_role("button", name="Read the newest data").click()
    assert f"{EVENTS + 1} events" in body(opened)


def test_tables_edited_after_a_release_say_so_and_are_not_pinned(copy_of_app, cold_server, open_page):
    second_state(copy_of_app / "data" / "tables")
    opened = open_page("/", server=cold_server(root=copy_of_app))
    assert f"release {FIRST} and 4 rows and 1 column changed since" in body(opened)
    opened.page.get_by_role("button", name="More", exact=True).click()
    link = opened.page.get_by_test_id("stPopoverBody").get_by_test_id("stCode").first
    link.wait_for()
    assert "as_of" not in link.inner_text()
    cited = opened.page.get_by_test_id("stPopoverBody").get_by_test_id("stCode").nth(2)
    assert f"release {FIRST} and 4 rows and 1 column changed since" in cited.inner_text()
    assert (copy_of_app / "data" / "tables" / FILE).exists()


def test_a_pinned_link_is_read_while_the_tables_as_they_stand_are_broken(copy_of_app, cold_server, open_page):
    edit(copy_of_app / "data" / "tables", "events", lambda rows: rows[0].update(date="yesterday"))
    server = cold_server(root=copy_of_app)
    opened = open_page(f"/events?as_of={FIRST}", server=server)
    assert f"{EVENTS} events" in body(opened)
    assert "We cannot say what has changed since" in body(opened)
    opened.goto(f"/about?as_of={FIRST}")
    assert "Data dictionary" in body(opened)
    opened.goto("/events")
    assert f"{EVENTS} events" in body(opened)
    assert f"The tables are being edited. You see those of release {FIRST}." in body(opened)
    assert "yesterday" not in body(opened)
