"""What anybody may bring about as often as they like: one line a second of each event, with the count of the others."""

import threading
import time
from collections.abc import Callable

from data.log.json_lines import log_line

SECONDS = 1.0


class OnceASecond:
    """When each event was logged last, and how many were left out since. Several threads may ask at once."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Nothing is logged yet; `clock` tells seconds."""
        self._clock, self._lock = clock, threading.Lock()
        self._logged: dict[str, tuple[float, int]] = {}

    def left_out(self, event: str) -> int | None:
        """How many were left out since the last line of the event; None where this one is to be left out too."""
        with self._lock:
            now = self._clock()
            last, count = self._logged.get(event, (float("-inf"), 0))
            if now - last < SECONDS:
                self._logged[event] = last, count + 1
                return None
            self._logged[event] = now, 0
            return count


BOUND = OnceASecond()


def log_bounded(event: str, level: int, *, page: str = "", ms: float | None = None, **facts: object) -> None:
    """Write one line as `log_line` does, or none where the event had one within the last second."""
    count = BOUND.left_out(event)
    if count is not None:
        log_line(event, level, page=page, ms=ms, **facts, left_out=count)
