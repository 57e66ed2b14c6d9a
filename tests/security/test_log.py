"""What the log of a running app says of a page that fails: one line, however it is started, without readers' words."""

import json

import pytest

from tests.browser.harness import AppServer
from tests.security.readers import reader, rerun, status

READERS = "tocoron"
FAILS = '\nraise ValueError("unforeseen")\n'


def lines_of(server):
    """The lines of JSON in what the app has written."""
    return [json.loads(line) for line in server.output().splitlines() if line.startswith("{")]


@pytest.mark.parametrize("script", ["server.py", "app.py"])
def test_a_page_that_fails_and_each_reading_of_tables_are_one_line(copy_of_app, script):
    page = copy_of_app / "pages" / "overview.py"
    page.write_text(page.read_text() + FAILS)
    server = AppServer.start(root=copy_of_app, script=script)
    try:
        with reader(server.url) as hostile:
            rerun(hostile, query_string=f"q={READERS}")
        lines = lines_of(server)
    finally:
        server.stop()
    assert [line["event"] for line in lines if line["event"] != "answer_refused"] == ["tables_read", "page_failed"]
    failed = next(line for line in lines if line["event"] == "page_failed")
    assert (failed["page"], failed["error"]) == ("overview", "ValueError")
    assert failed["place"].startswith("pages/overview.py:")
    assert READERS not in json.dumps(lines)


def test_a_refused_answer_is_a_line_of_the_log_without_the_path(app_server):
    assert status(app_server.url, f"/api/{READERS}") == 404
    refused = [line for line in lines_of(app_server) if line["event"] == "answer_refused"]
    assert refused
    assert READERS not in json.dumps(refused)
