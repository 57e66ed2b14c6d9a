"""A reader without a browser: what a page says to the app over its WebSocket, and requests as they stand."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

STREAM, SECONDS = "/_stcore/stream", 60


@contextmanager
def reader(url: str, origin: str | None = None, stream: str = STREAM) -> Iterator[ClientConnection]:
    """A WebSocket to the app at `url`, as a page from `origin` opens it; None is a program, which names none."""
    address = url.replace("http://", "ws://") + stream
    with connect(address, origin=origin, subprotocols=["streamlit"], max_size=2**28, open_timeout=SECONDS) as opened:
        yield opened


def send(opened: ClientConnection, **kind: object) -> None:
    """Say one thing: `send(opened, clear_cache=True)`."""
    opened.send(BackMsg(**kind).SerializeToString())


def rerun(opened: ClientConnection, **state: object) -> list[str]:
    """Run the page, and wait for its end: the kinds of all messages that came until then."""
    send(opened, rerun_script=state)
    kinds: list[str] = []
    while "script_finished" not in kinds:
        kinds.append(ForwardMsg.FromString(opened.recv(timeout=SECONDS)).WhichOneof("type"))
    return kinds


def status(url: str, path: str, method: str = "GET", headers: dict[str, str] | None = None) -> int:
    """The status of the answer to a path that is sent as it stands."""
    requested = HTTPConnection(urlsplit(url).netloc, timeout=SECONDS)
    try:
        requested.request(method, path, headers=headers or {})
        return requested.getresponse().status
    finally:
        requested.close()


def plugged(url: str) -> socket.socket:
    """A bare connection to the app."""
    parts = urlsplit(url)
    return socket.create_connection((parts.hostname, parts.port), timeout=SECONDS)


def is_closed(opened: socket.socket) -> bool:
    """Whether the app closes the connection, without another word, before the time of SECONDS is over."""
    try:
        return opened.recv(1) == b""
    except ConnectionResetError:
        return True
