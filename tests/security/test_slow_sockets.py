"""Connections that say nothing, or a byte at a time: closed in time, while readers that are silent or slow stay."""

import socket
from contextlib import ExitStack

import pytest

from tests.security.readers import SECONDS, is_closed, plugged, reader, rerun, status

WHOLE = b"GET /_stcore/health HTTP/1.1\r\nHost: a.example\r\n\r\n"
SLOW = {
    "nothing": b"",
    "part of a head": b"GET / HTTP/1.1\r\nHost: a.exa",
    "no body": b"POST /api/toll.json HTTP/1.1\r\nHost: a.example\r\nContent-Length: 9\r\n\r\nabc",
    "part of a handshake": b"GET /_stcore/stream HTTP/1.1\r\nHost: a.example\r\nUpgrade: websocket\r\n",
}
# So often one after the other that the sockets on both sides cannot hold it, and the app waits for its reader.
DOWNLOAD, DOWNLOADS = b"GET /api/events.json HTTP/1.1\r\nHost: a.example\r\n\r\n", 20
HELD = 4096


@pytest.fixture
def hasty_server(cold_server, monkeypatch):
    """An app that waits for a request one second only."""
    monkeypatch.setenv("REQUEST_SECONDS", "1")
    return cold_server()


def test_a_request_that_does_not_come_is_not_waited_for(hasty_server):
    with ExitStack() as open_ones:
        slow = {name: open_ones.enter_context(plugged(hasty_server.url)) for name in SLOW}
        for name, part in SLOW.items():
            slow[name].sendall(part)
        # Nothing may stand between the parts of a head that come one by one, however steadily.
        dripping = open_ones.enter_context(plugged(hasty_server.url))
        dripping.settimeout(0.1)
        assert drip(dripping, b"GET / HTTP/1.1\r\nX: " + b"a" * 200)
        assert {name: ends(opened) for name, opened in slow.items()} == dict.fromkeys(SLOW, True)
    assert status(hasty_server.url, "/_stcore/health") == 200


def drip(opened, parts):
    """Whether the app closes a connection over which a byte comes ten times a second, before all are sent."""
    for place in range(len(parts)):
        try:
            opened.sendall(parts[place : place + 1])
            return opened.recv(1) == b""
        except TimeoutError:
            continue
        except (ConnectionResetError, BrokenPipeError):
            return True
    return False


def ends(opened):
    """Whether the connection is closed, after whatever answer."""
    try:
        while opened.recv(4096):
            pass
    except ConnectionResetError:
        pass
    return True


def whole_answer(opened):
    """The answer to WHOLE, with its body."""
    got = b""
    while not got.endswith(b"ok"):
        got += opened.recv(4096)
    return got


def test_a_second_request_has_to_come_as_the_first(hasty_server):
    with plugged(hasty_server.url) as opened:
        for _ in range(2):
            opened.sendall(WHOLE)
            assert whole_answer(opened).startswith(b"HTTP/1.1 200")
        opened.sendall(WHOLE[:20])
        assert is_closed(opened)


def test_a_silent_reader_and_a_slow_download_go_on(hasty_server):
    with reader(hasty_server.url) as silent, socket.socket() as slow, plugged(hasty_server.url) as nothing:
        rerun(silent)
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, HELD)
        slow.settimeout(SECONDS)
        slow.connect(nothing.getpeername())
        slow.sendall(DOWNLOAD * (DOWNLOADS - 1) + DOWNLOAD.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
        begun = slow.recv(100)
        assert is_closed(nothing), "the time of one second is over"
        whole = begun + b"".join(iter(lambda: slow.recv(65536), b""))
        assert whole.count(b"HTTP/1.1 200 OK") == DOWNLOADS
        assert whole.rstrip().endswith(b"}")
        assert silent.ping().wait(SECONDS)
        rerun(silent)
