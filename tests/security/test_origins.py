"""Pages of other sites that open a WebSocket here: refused at once, and nobody outside is asked about them."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from websockets.exceptions import InvalidStatus

from tests.browser.harness import AppServer
from tests.security.readers import reader, rerun, status

FOREIGN, FRIEND = "https://evil.example", "https://friend.example"
# What a process of Python runs at its start: whatever it asks of others is written down and gets no answer.
BLACKHOLE = """
import socket, time
OWN = ("127.", "::1", "localhost", "::ffff:127.", "0.0.0.0")

def dropped(asked):
    with open({log!r}, "a") as log:
        log.write(f"{{asked}}\\n")
    time.sleep(2)
    raise socket.timeout("dropped")

class Watched(socket.socket):
    def connect(self, address):
        if self.family == socket.AF_UNIX or str(address[0]).startswith(OWN):
            return super().connect(address)
        dropped(address)

def getaddrinfo(host, *rest, **more):
    if host is None or str(host).startswith(OWN):
        return found(host, *rest, **more)
    dropped(host)

found = socket.getaddrinfo
socket.getaddrinfo, socket.socket = getaddrinfo, Watched
"""


@pytest.fixture
def requests_outside(tmp_path, monkeypatch):
    """A file in which every process that is started now writes what it asks of others, which nobody answers."""
    log = tmp_path / "asked"
    log.touch()
    (tmp_path / "sitecustomize.py").write_text(BLACKHOLE.format(log=str(log)))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return log


def handshake(url, origin):
    """The status with which a WebSocket from that origin is answered."""
    try:
        with reader(url, origin):
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code


def test_foreign_pages_are_refused_at_once_and_nobody_outside_is_asked(requests_outside, cold_server, monkeypatch):
    monkeypatch.setenv("ALLOWED_ORIGINS", f"{FRIEND}/, http://other.example:8080")
    url = cold_server().url
    began = time.monotonic()
    with ThreadPoolExecutor(6) as pool:
        refused = [pool.submit(handshake, url, FOREIGN) for _ in range(5)]
        read = pool.submit(status, url, "/api/toll.json")
        assert [item.result() for item in refused] == [403] * 5
        assert read.result() == 200
    assert time.monotonic() - began < 8, "the framework asked outside: two seconds for each"
    assert handshake(url, "null") == 403
    assert [handshake(url, origin) for origin in (FRIEND, "http://OTHER.example:8080", url, None)] == [101] * 4
    for path in ("/", "/api/toll.json", "/_stcore/health", "/_stcore/host-config"):
        assert status(url, path, headers={"Origin": FOREIGN}) == 200
    assert requests_outside.read_text() == ""


def test_the_pages_alone_ask_nobody_outside_once_they_were_opened(requests_outside):
    server = AppServer.start(script="app.py")
    try:
        with reader(server.url) as opened:
            rerun(opened)
        assert handshake(server.url, FOREIGN) == 403
        assert requests_outside.read_text() == ""
    finally:
        server.stop()


def test_an_origin_that_is_none_is_named_at_the_start(cold_server, monkeypatch):
    monkeypatch.setenv("ALLOWED_ORIGINS", "friend.example")
    with pytest.raises(RuntimeError, match=r"names “friend\.example”") as ended:
        cold_server()
    assert "Traceback" not in str(ended.value)
