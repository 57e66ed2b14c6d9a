"""Counts every answer, and has the log say of those that were refused or failed: status, route and milliseconds, never
the path asked."""

import logging
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.log.failures import facts_of_error
from data.log.json_lines import milliseconds_since
from data.log.once_a_second import log_bounded
from data.log.tallies import ANSWERS_SENT

# The least status of an answer that is refused, that of a handshake, and that of an unforeseen exception.
REFUSED, FORBIDDEN, FAILED = 400, 403, 500
# What a message to the client begins, by its type: `status` is read where it has one.
BEGINS = ("http.response.start", "websocket.http.response.start", "websocket.accept", "websocket.close")


class RefusalsLogged:
    """Logs every answer of 400 and above, every WebSocket that is not opened, and every unforeseen exception. It stands
    around all that may refuse. An ASGI middleware."""

    def __init__(self, app: ASGIApp) -> None:
        """`app` is what answers."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and log how it was answered."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        started, status = time.perf_counter(), 0

        async def send_watched(message: Message) -> None:
            nonlocal status
            if not status and (status := status_of(message)):
                # Before it is sent: what a reader knows the log knows, and how slowly it is read is not timed.
                ANSWERS_SENT.add((scope["type"], status), time.perf_counter() - started)
                if status >= REFUSED:
                    _log(scope, status, started)
            await send(message)

        try:
            await self.app(scope, receive, send_watched)
        except Exception as error:
            if status < REFUSED:
                _log(scope, FAILED, started, **facts_of_error(error))
            raise


def status_of(message: Message) -> int:
    """The status that the message begins an answer with; 0 where it begins none."""
    if message["type"] not in BEGINS:
        return 0
    otherwise = FORBIDDEN if message["type"] == "websocket.close" else 101
    return int(message.get("status", otherwise))


def _log(scope: Scope, status: int, started: float, **facts: object) -> None:
    what = "answer" if scope["type"] == "http" else "socket"
    event, level = ("failed", logging.ERROR) if status >= FAILED else ("refused", logging.WARNING)
    page = getattr(scope.get("route"), "path", "")
    log_bounded(f"{what}_{event}", level, page=page, ms=milliseconds_since(started), status=status, **facts)
