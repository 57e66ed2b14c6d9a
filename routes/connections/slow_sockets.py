"""Connections whose request does not come: closed after a while, so that nobody holds the server's descriptors."""

import asyncio
import os
import re
import socket

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from data.text.messages import say

# What the operator may set in the environment: how many seconds a request may take to come, from the moment that the
# server waits for it to its last byte.
REQUEST_SECONDS, DEFAULT = "REQUEST_SECONDS", 30
# Bytes of the longest message that a reader's socket may send; those of our pages have some thousands.
LONGEST_MESSAGE = 1_000_000


class PromptRequests(H11Protocol):
    """One connection: as uvicorn serves it, and closed where its request is not whole in time. How long an answer
    takes to be read, and how long a WebSocket is silent, is not limited here."""

    late: asyncio.TimerHandle | None = None
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
        super().connection_lost(exc)

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


class SecondsError(ValueError):
    """The operator set a time that is none; the text says what it must be."""


def request_seconds() -> int:
    """How many seconds a request may take to come. Raises SecondsError when the operator set what is no such number."""
    named = os.environ.get(REQUEST_SECONDS, str(DEFAULT))
    if not re.fullmatch(r"[1-9][0-9]{0,3}", named):
        raise SecondsError(say("slow_sockets.seconds", name=REQUEST_SECONDS, value=named[:80]))
    return int(named)


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
