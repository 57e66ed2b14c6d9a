"""What the log says while no descriptor is left for new connections: one line a second."""

import asyncio
import errno
import logging
from typing import Any

from data.text.messages import say

LOGGER = logging.getLogger(__name__)
NONE_LEFT = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM}
SECONDS = 1.0


class OneLineASecond:
    """Handles what went wrong in an event loop. Python tries to accept as many connections as may wait, logs each that
    it cannot with a traceback, and tries again a second later, so that all is well once descriptors are free."""

    def __init__(self) -> None:
        """Nothing is logged yet."""
        self._logged, self._left_out = float("-inf"), 0

    def __call__(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Log it: a connection that cannot be accepted once a second, all else as ever."""
        if not is_none_left(context):
            loop.default_exception_handler(context)
        elif loop.time() - self._logged < SECONDS:
            self._left_out += 1
        else:
            LOGGER.error(say("descriptors.none_left", count=self._left_out, problem=context["exception"]))
            self._logged, self._left_out = loop.time(), 0


def is_none_left(context: dict[str, Any]) -> bool:
    """Whether a listening socket could not accept a connection for want of descriptors or memory."""
    exception = context.get("exception")
    return "socket" in context and isinstance(exception, OSError) and exception.errno in NONE_LEFT
