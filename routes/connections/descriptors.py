"""What the log says while no descriptor is left for new connections: one line a second."""

import asyncio
import errno
import logging
from typing import Any

from data.log.once_a_second import log_bounded

NONE_LEFT = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM}


def handle_loop_exception(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log what went wrong in an event loop: a connection that cannot be accepted once a second, all else as ever.

    Python tries to accept as many connections as may wait, logs each that it cannot with a traceback, and tries again
    a second later, so that all is well once descriptors are free.
    """
    if is_none_left(context):
        log_bounded("connections_wait", logging.ERROR, problem=str(context["exception"]))
    else:
        loop.default_exception_handler(context)


def is_none_left(context: dict[str, Any]) -> bool:
    """Whether a listening socket could not accept a connection for want of descriptors or memory."""
    exception = context.get("exception")
    return "socket" in context and isinstance(exception, OSError) and exception.errno in NONE_LEFT
