"""No download holds a formula, and no file in place of a release fills the server's memory."""

import csv
import hashlib
import io
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from data.package.release_files import SUMS
from data.text.formulas import is_formula
from tests.browser.harness import AppServer
from tests.data.zips import of_zeros, saying

DAY = "2026-11-24"
# More than the limits on a release let anyone hold, less than what is packed in the bomb.
MOST_MORE_MEMORY = 150_000
PAGES = ["/api/events.json?as_of=2026-11-24", "/api/events.csv", "/data/events.csv?as_of=2026-11-24", "/feed.atom"]


def answered(url: str) -> tuple[int, bytes]:
    """The status and the body of an answer, whatever it is."""
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read()


def most_memory(server: AppServer) -> int:
    """The most kilobytes that the server's process has held at once so far."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))


def number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def test_no_cell_of_a_csv_by_address_is_a_formula(app_server):
    for path in ("/api/events.csv", "/data/events.csv", "/data/claims.csv", "/data/sources.csv"):
        status, body = answered(app_server.url + path)
        texts = [cell for row in csv.reader(io.StringIO(body.decode(), newline="")) for cell in row]
        assert status == 200
        assert [cell for cell in texts if is_formula(cell) and not number(cell)] == []


@pytest.mark.parametrize("size", [None, 100], ids=["as it is", "that says it is small"])
def test_a_bomb_in_place_of_a_release_does_not_fill_the_memory(cold_server, copy_of_app, size):
    server = cold_server(root=copy_of_app)
    assert answered(f"{server.url}/api/events.json")[0] == 200
    before = most_memory(server)
    bomb = of_zeros(600, "datapackage.json")
    bomb = bomb if size is None else saying(bomb, size)
    home = copy_of_app / "data" / "releases"
    (home / f"{DAY}.zip").write_bytes(bomb)
    (home / SUMS).write_text(f"{hashlib.sha256(bomb).hexdigest()}  {DAY}.zip\n")
    statuses = [answered(server.url + page)[0] for page in PAGES]
    assert statuses[1] == 200
    assert all(status in (200, 503) for status in statuses)
    assert most_memory(server) - before < MOST_MORE_MEMORY
