"""Connections that say nothing, or a byte at a time: closed in time, while readers that are silent or slow stay."""

import select
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


def downloads(server):
    """A connection that has asked for more than the sockets can hold, and takes in little at a time."""
    opened = socket.socket()
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, HELD)
    opened.settimeout(SECONDS)
    with plugged(server.url) as address:
        opened.connect(address.getpeername())
    opened.sendall(DOWNLOAD * (DOWNLOADS - 1) + DOWNLOAD.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
    return opened


def test_a_silent_reader_and_a_slow_download_go_on(cold_server, monkeypatch):
    # On a busy machine this test may itself come to read only once in a while.
    monkeypatch.setenv("REQUEST_SECONDS", "4")
    server = cold_server()
    with reader(server.url) as silent:
        rerun(silent)
        with downloads(server) as slow:
            whole = taken_slowly(slow, server)
        assert whole.count(b"HTTP/1.1 200 OK") == DOWNLOADS
        assert whole.rstrip().endswith(b"}")
        assert silent.ping().wait(SECONDS)
        rerun(silent)


def taken_slowly(slow, server):
    """All that comes, of which little is read while twice the time is over that a request may take."""
    whole = b""
    for _ in range(2):
        with plugged(server.url) as nothing:
            nothing.settimeout(0.1)
            while not is_over(nothing):
                whole += slow.recv(HELD)
    return whole + b"".join(iter(lambda: slow.recv(65536), b""))


def is_over(nothing):
    """Whether the time is over in which a connection may say nothing."""
    try:
        return is_closed(nothing)
    except TimeoutError:
        return False


def test_an_answer_that_nobody_takes_is_given_up(hasty_server):
    with downloads(hasty_server) as untaken:
        ended = select.poll()
        # What is read of it would let the answer go on: that the connection has ended is told without.
        ended.register(untaken, 0)
        assert ended.poll(1000 * SECONDS)
    assert status(hasty_server.url, "/_stcore/health") == 200
