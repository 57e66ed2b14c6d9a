"""What readers may send over the WebSocket, and how often: the rest is left out before Streamlit sees it."""

import asyncio
import logging
import time
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
PROTOCOL_ERROR, UNSUPPORTED = 1002, 1003


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
        await self.app(scope, sifted(receive, send) if scope["type"] == "websocket" else receive, send)


def sifted(receive: Receive, send: Send) -> Receive:
    """What receives the messages of one socket that are welcome, each not before it may come."""
    bucket = Bucket()

    async def receive_welcome() -> Message:
        while True:
            message = await receive()
            if message["type"] != "websocket.receive":
                return message
            if code := wrong(message):
                log_bounded("socket_closed", logging.WARNING, code=code)
                await send({"type": "websocket.close", "code": code})
                return {"type": "websocket.disconnect", "code": code}
            # Nothing is read from the socket meanwhile, so that what waits, waits at the sender's.
            await asyncio.sleep(bucket.seconds_to_wait())
            if is_welcome(message["bytes"]):
                return message
            log_bounded("message_left_out", logging.WARNING)

    return receive_welcome


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
