"""Connections whose request does not come, or whose answer nobody takes: closed after a while, so that nobody holds the
server's descriptors and memory."""

import asyncio
import os
import re
import socket
import struct
import sys

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from data.text.messages import say

if sys.platform == "linux":
    import fcntl
    import termios

# What the operator may set in the environment: how many seconds a request may take to come, from the moment that the
# server waits for it to its last byte, and how long its reader may take nothing of an answer.
REQUEST_SECONDS, DEFAULT = "REQUEST_SECONDS", 30
# Bytes of the longest message that a reader's socket may send; those of our pages have some thousands.
LONGEST_MESSAGE = 1_000_000


class PromptRequests(H11Protocol):
    """One connection: as uvicorn serves it, and closed where its request is not whole in time or its reader takes
    nothing of an answer for as long. How long an answer takes to be read by one who goes on reading, and how long a
    WebSocket is silent, is not limited here."""

    late: asyncio.TimerHandle | None = None
    untaken: asyncio.TimerHandle | None = None
    seconds: int = DEFAULT

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in uvicorn
        """Wait for the first request."""
        super().connection_made(transport)
        self._look()

    def handle_events(self) -> None:
        """What came is handled, and what is still to come waited for."""
        super().handle_events()
        self._look()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing more is waited for."""
        self._stop()
        self._stop_watching()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """Write no more for now, and see whether the reader takes what is written."""
        super().pause_writing()
        self._watch()

    def resume_writing(self) -> None:
        """Write on, for the reader has taken nearly all."""
        super().resume_writing()
        self._stop_watching()

    def on_response_complete(self) -> None:
        """The answer is written; its end may wait for the reader still."""
        super().on_response_complete()
        self._watch()

    def _look(self) -> None:
        """Start the time where a request is waited for, stop it where it is whole."""
        if not self._is_waiting():
            self._stop()
        elif not self.late:
            self.late = self.loop.call_later(self.seconds, self.transport.abort)

    def _is_waiting(self) -> bool:
        # What became a WebSocket has another protocol, and asks by pings of its own whether anybody is there.
        own = self.transport.get_protocol() is self and not self.transport.is_closing()
        return own and self.conn.their_state in (h11.IDLE, h11.SEND_BODY)

    def _stop(self) -> None:
        if self.late:
            self.late.cancel()
            self.late = None

    def _watch(self) -> None:
        """Start the time in which the reader has to take anything of what is written, if that is not taken yet."""
        self._stop_watching()
        if left := unsent(self.transport):
            self.untaken = self.loop.call_later(self.seconds, self._look_again, left)

    def _look_again(self, left: int) -> None:
        if unsent(self.transport) < left:
            self._watch()
        else:
            # Without this the kernel would keep what is written, and offer it for minutes to a reader who is not there.
            opened = self.transport.get_extra_info("socket")
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.transport.abort()

    def _stop_watching(self) -> None:
        if self.untaken:
            self.untaken.cancel()
            self.untaken = None


def unsent(transport: asyncio.Transport) -> int:
    """How many bytes of what was written the reader's machine has not taken: those that wait here, and on Linux those
    that wait in the kernel, which takes on new ones only when many are gone."""
    waiting, opened = transport.get_write_buffer_size(), transport.get_extra_info("socket").fileno()
    if sys.platform == "linux" and opened >= 0:
        text = fcntl.ioctl(opened, termios.TIOCOUTQ, bytes(4))
        waiting += int.from_bytes(text, sys.byteorder)
    return waiting


class SecondsError(ValueError):
    """The operator set a time that is none; the text says what it must be."""


def request_seconds() -> int:
    """How many seconds a request may take to come. Raises SecondsError when the operator set what is no such number."""
    text = os.environ.get(REQUEST_SECONDS, str(DEFAULT))
    if not re.fullmatch(r"[1-9][0-9]{0,3}", text):
        raise SecondsError(say("slow_sockets.seconds", name=REQUEST_SECONDS, value=text[:80]))
    return int(text)


def serve_prompt_requests() -> None:
    """Have uvicorn serve with the limits of this module. Streamlit starts it and passes no such setting on, but it asks
    its settings for every connection: so they are set when it starts to listen. Raises SecondsError."""
    PromptRequests.seconds = request_seconds()
    startup = uvicorn.Server.startup

    async def startup_with_limits(self: uvicorn.Server, sockets: list[socket.socket] | None = None) -> None:
        self.config.http_protocol_class = PromptRequests
        self.config.ws_max_size = LONGEST_MESSAGE
        await startup(self, sockets=sockets)

    uvicorn.Server.startup = startup_with_limits  # type: ignore[method-assign]
