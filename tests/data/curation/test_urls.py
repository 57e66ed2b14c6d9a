"""Addresses of sources: odd forms and twins are named, and a local server shows what each kind of answer is called."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest

from data.curation.urls import answer_of, archived_copies, form_faults
from tests.data.curation.conftest import Desk

COPY = "https://web.archive.org/web/20261201000000/"


class Handler(BaseHTTPRequestHandler):
    """Answers as the outlets of sources do."""

    def do_GET(self):
        path = urlsplit(self.path).path
        if path == "/slow":
            time.sleep(1.5)
        status, headers, body = PAGES.get(path, (404, {}, "Not found"))
        if path == "/archive":
            url = parse_qs(urlsplit(self.path).query)["url"][0]
            closest = {"available": True, "url": COPY.replace("https", "http") + url} if "gone" in url else None
            body = json.dumps({"archived_snapshots": {"closest": closest} if closest else {}})
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        """Nothing."""


PAGES = {
    "/here": (200, {}, "The report"),
    "/old": (301, {"Location": "/here"}, ""),
    "/circle": (302, {"Location": "/circle"}, ""),
    "/closed": (403, {}, ""),
    "/form": (200, {}, '<form><input name="p" type="password"></form>'),
    "/paper": (302, {"Location": "/account/login?next=paper"}, ""),
    "/account/login": (200, {}, "Welcome"),
    "/archive": (200, {}, ""),
    "/slow": (200, {}, "At last"),
}


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    """The address of a server of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "text", "is_good"),
    [
        ("/here", "answers", True),
        ("/old", "has moved to {home}/here", True),
        ("/gone", "answers 404", False),
        ("/closed", "answers 403", False),
        ("/slow", "no answer in time", False),
        ("/form", "asks to log in at {home}/form", False),
        ("/paper", "asks to log in at {home}/account/login?next=paper", False),
        ("/circle", "leads in a circle", False),
    ],
)
def test_what_an_address_answers_is_told(home, path, text, is_good):
    seconds = 0.5 if path == "/slow" else 10
    answer = answer_of(home + path, seconds)
    assert (answer.text, answer.is_good) == (text.format(home=home), is_good)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/", "ftp://example.org/", "http://[", "http:///nowhere", "nonsense"]
)
def test_what_does_not_answer_is_told_and_raises_nothing(url):
    answer = answer_of(url, 2)
    assert answer.text.startswith("no answer")
    assert not answer.is_good


def test_the_archive_is_asked_for_copies(home):
    assert archived_copies([f"{home}/gone", f"{home}/here"], f"{home}/archive", 10) == [f"{COPY}{home}/gone", ""]
    assert archived_copies([f"{home}/gone"], f"{home}/here", 10) == [""]
    assert archived_copies([f"{home}/gone"], "http://127.0.0.1:9", 2) == [""]


def test_odd_forms_and_twins_are_named():
    urls = {
        "one": "https://www.example.org/report/",
        "two": "http://example.org/report?utm_source=x",
        "three": "https://example.org/other.",
        "four": "https://user:secret@example.org/more",
        "five": "https://example.org/wiki/A_(B)",
    }
    faults = form_faults(pd.DataFrame({"source_id": [*urls], "url": [*urls.values()]}))
    assert [fault.partition(": ")[::2] for fault in faults] == [
        ("two", f"take utm_source out of {urls['two']}"),
        ("two", f"is the address of one too: {urls['two']}"),
        ("three", f"ends with a mark that may not be part of it: {urls['three']}"),
        ("four", f"holds a user name or password: {urls['four']}"),
    ]


@pytest.mark.slow
def test_copies_are_written_down_with_their_reason_when_that_is_wanted(desk: Desk, home: str):
    rows = desk.rows("sources")
    few = {row["source_id"]: f"{home}/{'gone' if place == 0 else 'here'}/{place}" for place, row in enumerate(rows)}
    text = (desk.folder / "sources.csv").read_text(encoding="utf-8")
    for row in rows:
        text = text.replace(f",{row['url']},", f",{few[row['source_id']]},", 1)
    (desk.folder / "sources.csv").write_text(text, encoding="utf-8")
    before = desk.bytes()
    words = ("urls", "--online", "--archive", f"{home}/archive")
    assert "1 archived copy found." in desk.run(*words).output
    assert desk.bytes() == before
    assert desk.run(*words, "--write").exit_code == 0
    first = desk.rows("sources")[0]
    assert first["archive_url"] == f"{COPY}{home}/gone/0"
    assert [(row["row"], row["column"]) for row in desk.rows("corrections")][-1:] == [
        (first["source_id"], "archive_url")
    ]
