"""A line of the log: when, how grave, what happened, on which page and in how many milliseconds, as one JSON object."""

import json
import logging
import sys
import time
from datetime import UTC, datetime


class JsonLines(logging.Formatter):
    """Writes a record as one JSON object. Signs beyond ASCII are escaped, so that no text breaks or steers a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without a line break."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        return json.dumps(line)


class StandardError(logging.Handler):
    """Writes each line to what is standard error at that time."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write the line; where it cannot be written, nobody's page is to fail for it."""
        try:
            sys.stderr.write(self.format(record) + "\n")
            sys.stderr.flush()
        except (OSError, ValueError):
            self.handleError(record)


# Alone: Streamlit and uvicorn have loggers of their own, and nothing above is to write a line again.
LOG = logging.getLogger(__name__)
LOG.setLevel(logging.INFO)
LOG.propagate = False
LOG.handlers = [StandardError()]
LOG.handlers[0].setFormatter(JsonLines())


def log_line(event: str, level: int, *, page: str = "", ms: float | None = None, **facts: object) -> None:
    """Write one line. `page`: its slug, or the route's pattern; `ms`: None where nothing was timed; `facts`: what JSON
    can hold, of which nothing may come from a reader."""
    LOG.log(level, event, extra={"facts": {"page": page, "ms": ms, **facts}})


def milliseconds_since(started: float) -> float:
    """Milliseconds since the moment that `time.perf_counter` gave."""
    return round((time.perf_counter() - started) * 1000, 1)
