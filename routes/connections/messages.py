"""What readers may send over the WebSocket, and how often: the rest is left out before Streamlit sees it."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from data.log.once_a_second import log_bounded

# All that our pages send. Left out are what empties the caches of every reader (clear_cache), what is for those who
# write the app (set_run_on_save, load_git_info, which names files of the machine, debug_*) and uploads.
WELCOME = frozenset({"rerun_script", "stop_script", "app_heartbeat", "backend_operation_request"})
OPERATION = "backend_operation_request"
# A download that is made when asked for and rows of a long table; other operations write to the machine's disk.
OPERATIONS = frozenset({"deferred_file", "dataframe_chunk"})
# A slider that is dragged sends some five messages a second: so many are taken at once that a drag of 20 seconds never
# waits, and from then on two a second, so that a client that never rests leaves most of a core to others.
AT_ONCE, A_SECOND = 80, 2.0
MOST_WAITING = 20
PROTOCOL_ERROR, UNSUPPORTED = 1002, 1003
# What a widget says once, when it is pressed.
TRIGGERS = frozenset({"trigger_value", "string_trigger_value", "chat_input_value", "json_trigger_value"})
LOST: Message = {"type": "websocket.disconnect", "code": 1006}


class Bucket:
    """How long the next message has to wait: as many as AT_ONCE need not, later ones keep to A_SECOND."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Full; `clock` tells seconds."""
        self._clock, self._left, self._seen = clock, float(AT_ONCE), clock()

    def seconds_to_wait(self) -> float:
        """Take one message, and say how many seconds it has to wait."""
        now = self._clock()
        self._left = min(float(AT_ONCE), self._left + (now - self._seen) * A_SECOND) - 1
        self._seen = now
        return max(0.0, -self._left / A_SECOND)


class OnlyReading:
    """Hands on what a reader's page has to say. The rest is dropped and the socket goes on: a key that a reader strikes
    by chance asks for the caches to be cleared, and shall not cost the page. What is no message ends the socket. An
    ASGI middleware."""

    def __init__(self, app: ASGIApp) -> None:
        """`app` is what answers."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a WebSocket on with its messages sifted, all else as it is."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        sifted = Sifted(receive, send)
        try:
            await self.app(scope, sifted.receive, sifted.send)
        finally:
            sifted.close()


class Sifted:
    """The messages of one socket that are welcome, each not before it may come. While one waits the socket is read on,
    so that a reader who leaves is noticed, and a newer run takes the place of an older one that nobody needs."""

    def __init__(self, receive: Receive, send: Send) -> None:
        """`receive` and `send` are those of the socket."""
        self._receive, self._send, self._bucket = receive, send, Bucket()
        self._waiting: deque[Message] = deque()
        self._next: asyncio.Task[Message] | None = None
        self._gone: Message | None = None

    async def receive(self) -> Message:
        """The next message; once the reader is gone, that."""
        while not self._waiting and not self._gone:
            await self._read_on()
        end = time.monotonic() + self._bucket.seconds_to_wait()
        while not self._gone and (left := end - time.monotonic()) > 0:
            await self._read_on(left)
        return self._gone or self._waiting.popleft()

    async def send(self, message: Message) -> None:
        """Send to the reader. That there is none any more is told by `receive`: of an error Streamlit prints a page."""
        try:
            await self._send(message)
        except OSError:
            self._gone = LOST

    def close(self) -> None:
        """Read no more."""
        if self._next:
            self._next.cancel()

    async def _read_on(self, seconds: float | None = None) -> None:
        """Take up what comes next within so many seconds; while much waits already it is left at the sender's."""
        if len(self._waiting) >= MOST_WAITING:
            await asyncio.sleep(seconds or 0)
            return
        self._next = self._next or asyncio.ensure_future(self._receive())
        done, _ = await asyncio.wait({self._next}, timeout=seconds)
        if done:
            message, self._next = self._next.result(), None
            await self._take(message)

    async def _take(self, message: Message) -> None:
        if message["type"] == "websocket.disconnect":
            self._gone = message
        elif message["type"] != "websocket.receive":
            self._waiting.append(message)
        elif code := wrong(message):
            log_bounded("socket_closed", logging.WARNING, code=code)
            await self.send({"type": "websocket.close", "code": code})
            self._gone = {"type": "websocket.disconnect", "code": code}
        elif is_welcome(message["bytes"]):
            if self._waiting and is_replaced(self._waiting[-1], message):
                self._waiting.pop()
            self._waiting.append(message)
        else:
            log_bounded("message_left_out", logging.WARNING)


def is_replaced(older: Message, newer: Message) -> bool:
    """Whether the newer message asks for all that the older one does: both run the same part of the page, with the
    state of all its widgets, and in the older no button was pressed."""
    if "bytes" not in older:
        return False
    one, other = BackMsg.FromString(older["bytes"]), BackMsg.FromString(newer["bytes"])
    if {one.WhichOneof("type"), other.WhichOneof("type")} != {"rerun_script"}:
        return False
    pressed = any(widget.WhichOneof("value") in TRIGGERS for widget in one.rerun_script.widget_states.widgets)
    return not pressed and one.rerun_script.fragment_id == other.rerun_script.fragment_id


def wrong(message: Message) -> int:
    """The code with which a socket is closed that sends text or what is no message of Streamlit's; 0 for any other."""
    data = message.get("bytes")
    if data is None:
        return UNSUPPORTED
    try:
        BackMsg.FromString(data)
    except DecodeError:
        return PROTOCOL_ERROR
    return 0


def is_welcome(data: bytes) -> bool:
    """Whether a message that can be read is one that our pages send."""
    message = BackMsg.FromString(data)
    kind = message.WhichOneof("type")
    if kind == OPERATION:
        return message.backend_operation_request.WhichOneof("payload") in OPERATIONS
    return kind in WELCOME
