"""Attack: tables are broken, half-written, taken away and replaced by what is no file while readers are connected."""

import json
import os
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.harness import ROOT, OpenedPage, new_page, without_releases
from tests.factory import shipped

EVENTS = len(shipped()["events"])
NEWEST = max(file.stem for file in (ROOT / "data" / "releases").glob("*.zip"))
# No answer takes so long unless something waits for a pipe.
STALLED = 30


@pytest.fixture
def new_reader() -> Iterator[object]:
    """`new_reader(server)` gives an empty page of a Chromium of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        yield lambda server: new_page(browser, server.url, maps=False)
        browser.close()


def answer_to(server, path, **headers):
    """Status, headers and body of an answer, whatever its status."""
    request = urllib.request.Request(
        server.url + path, headers={key.replace("_", "-"): headers[key] for key in headers}
    )
    try:
        with urllib.request.urlopen(request, timeout=STALLED) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def ready(server):
    status, _, body = answer_to(server, "/readyz")
    return status, json.loads(body)


def pipe(file):
    os.mkfifo(file)


def folder(file):
    file.mkdir()


def gone(file):
    assert not file.exists()


def broken_cell(file):
    file.write_bytes(WHOLE["events"].replace(b",official,", b",sure,", 1))


def half(share):
    def write(file):
        # Within a row and not at its end, as a slow writer leaves it.
        cut = WHOLE["events"].rindex(b",", 0, int(len(WHOLE["events"]) * share))
        file.write_bytes(WHOLE["events"][:cut])

    return write


WHOLE: dict[str, bytes] = {}
STEPS = [broken_cell, half(0.2), half(0.5), half(0.99), gone, pipe, folder]


def good_state_is_served(server, known):
    """Every address gives the bytes of the good state with its tag and day; none of them stalls."""
    for path, (headers, body) in known.items():
        status, found, read = answer_to(server, path)
        assert (status, read) == (200, body), path
        assert (found["ETag"], found["Last-Modified"]) == (headers["ETag"], headers["Last-Modified"])
    tag = known["/api/events.json"][0]["ETag"]
    assert answer_to(server, "/api/events.json", If_None_Match=tag)[0] == 304


def page_is_whole(opened: OpenedPage, line: str):
    """The page has its numbers, no exception, and the line where one is due."""
    text = opened.page.get_by_test_id("stMain").inner_text()
    assert f"{EVENTS} events" in text
    assert opened.page.get_by_test_id("stException").count() == 0
    assert opened.page_errors == []
    assert text.count("The tables are being edited") == bool(line)
    assert line in text


def test_connected_readers_keep_the_good_tables_whatever_becomes_of_the_files(copy_of_app, cold_server, new_reader):
    file, aside = copy_of_app / "data" / "tables" / "events.csv", copy_of_app / "aside.csv"
    WHOLE["events"] = file.read_bytes()
    server = cold_server(root=copy_of_app)
    paths = ("/api/events.json", "/api/toll.json", "/data/events.csv", "/feed.atom")
    known = {path: answer_to(server, path)[1:] for path in paths}
    assert json.loads(known["/api/events.json"][1])["count"] == EVENTS
    assert known["/data/events.csv"][1] == WHOLE["events"]
    opened = new_reader(server)
    opened.goto("/events")
    page_is_whole(opened, "")
    for spoil in STEPS:
        file.rename(aside)
        spoil(file)
        status, shown = ready(server)
        assert (status, shown["status"], shown["problem_count"] > 0) == (200, "ok", True)
        assert shown["tables"].startswith("last good since ")
        assert "events" in shown["problems"][0]
        good_state_is_served(server, known)
        if spoil in (broken_cell, STEPS[2], pipe):
            opened.goto("/events?side=US" if spoil is pipe else "/events")
            text = opened.page.get_by_test_id("stMain").inner_text()
            assert "You see them as they were on" in text
            page_is_whole(opened, "The tables are being edited. You see them as they were on ")
        if file.is_dir():
            file.rmdir()
        aside.replace(file)
        good = {"status": "ok", "tables": "current", "release": NEWEST, "problem_count": 0, "problems": []}
        assert ready(server)[1] == good
    good_state_is_served(server, known)
    opened.goto("/events")
    page_is_whole(opened, "")
    assert "Traceback" not in server.output()
    readings = [line for line in server.output().splitlines() if '"event": "tables_read"' in line]
    assert len([line for line in readings if '"problem_count": 0' not in line]) == len(STEPS)


def test_a_start_with_broken_tables_shows_the_release_and_without_any_the_problems(
    copy_of_app, cold_server, new_reader
):
    (copy_of_app / "data" / "tables" / "events.csv").unlink()
    pipe(copy_of_app / "data" / "tables" / "events.csv")
    server = cold_server(root=copy_of_app)
    assert json.loads(answer_to(server, "/api/events.json")[2])["count"] == EVENTS
    assert ready(server)[1]["tables"] == f"release {NEWEST}"
    opened = new_reader(server)
    opened.goto("/events")
    page_is_whole(opened, f"The tables are being edited. You see those of release {NEWEST}.")

    bare = cold_server(root=without_releases(copy_of_app))
    status, text = ready(bare)
    assert (status, text["status"], text["tables"]) == (503, "unavailable", "none")
    assert text["problems"] == ["table events: the file events.csv must be a file and is a pipe"]
    assert [answer_to(bare, path)[0] for path in ("/", "/api/events.json", "/data/events.csv", "/feed.atom")] == [
        503
    ] * 4
    # What was served by the first process stays, though its releases are gone.
    assert ready(server)[1]["tables"] == f"release {NEWEST}"
    assert json.loads(answer_to(server, "/api/events.json")[2])["count"] == EVENTS
