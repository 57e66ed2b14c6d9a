"""Two processes behind nginx serve the app as one does, and a reader whose process ends is served by the other."""

import gzip
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from data.text.messages import say
from deploy.nginx import find_nginx
from tests.browser.harness import PAGE_MILLISECONDS, AppServer, answers, free_port, new_page

VIEW = "/timeline?type=vessel_strike&month=2025-09..2025-12"
STREAM = "/_stcore/stream"


@pytest.fixture(scope="module")
def replicas() -> Iterator[AppServer]:
    """Two processes behind nginx. Without nginx this fails with the line that says how to install it."""
    find_nginx()
    port = free_port()
    server = AppServer.run([sys.executable, "-m", "deploy", "--replicas", "2", "--port", str(port)], port)
    yield server
    server.stop()


def processes(server: AppServer) -> dict[int, int]:
    """The process of each of the app's ports."""
    pid = server.process.pid
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    commands = {
        int(child): Path(f"/proc/{child}/cmdline").read_text(encoding="utf-8").split("\0") for child in children
    }
    return {int(command[-2]): child for child, command in commands.items() if "--server.port" in command}


def status(url: str, **headers: str) -> int:
    try:
        with urlopen(Request(url, headers=headers)) as answer:
            return int(answer.status)
    except HTTPError as refused:
        return refused.code


def test_a_reader_whose_process_ends_is_served_by_the_other_with_the_same_view(replicas, browser):
    opened = new_page(browser, replicas.url)
    opened.goto(VIEW)
    text = opened.page.locator(".page-done").last.get_attribute("data-told")
    assert len(processes(replicas)) == 2
    # One after the other, each once its successor answers: the reader was with one of them.
    for port, pid in processes(replicas).items():
        os.kill(pid, signal.SIGKILL)
        while not answers(f"http://127.0.0.1:{port}/_stcore/health"):
            opened.page.wait_for_timeout(200)
    assert sum(STREAM in url for url in opened.requests) >= 2
    opened.wait_until_done()
    assert opened.page.locator(".page-done").last.get_attribute("data-told") == text
    assert opened.page.url == replicas.url + VIEW
    opened.page.get_by_role("button", name=say("frame.clear"), exact=True).click()
    opened.page.wait_for_url(f"{replicas.url}/timeline", timeout=PAGE_MILLISECONDS)
    opened.close()


def test_a_reader_keeps_to_one_process(replicas, browser):
    opened = new_page(browser, replicas.url)
    opened.goto("/about")
    names = [cookie["name"] for cookie in opened.page.context.cookies()]
    assert "reader" in names
    opened.close()


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore//metrics", "/readyz", "/_stcore/upload_file/a/b"])
def test_what_operators_ask_is_closed(replicas, path):
    assert status(replicas.url + path) == 404


def test_answers_are_compressed_and_files_with_a_name_of_their_own_are_kept_by_browsers(replicas):
    with urlopen(Request(f"{replicas.url}/api/events.json", headers={"Accept-Encoding": "gzip"})) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        assert b"event_id" in gzip.decompress(answer.read())
    with urlopen(replicas.url) as page:
        text = page.read().decode()
    script = text.partition('src="')[2].partition('"')[0].lstrip("./")
    with urlopen(f"{replicas.url}/{script}") as file:
        assert "immutable" in file.headers["cache-control"]


# The last: from then on this machine is refused for a moment.
def test_who_asks_without_end_is_refused(replicas):
    with ThreadPoolExecutor(max_workers=16) as many:
        found = set(many.map(lambda _: status(f"{replicas.url}/_stcore/health"), range(1500)))
    assert found == {200, 429}
