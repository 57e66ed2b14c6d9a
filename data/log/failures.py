"""What the log says of an unforeseen exception: type and place, never its message, which may hold readers' words."""

import logging
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.log.json_lines import log_line, milliseconds_since
from data.log.tallies import PAGE_RUNS

ROOT = Path(__file__).parents[2]
OURS = ("app.py", "server.py", "data", "components", "pages", "routes")


@contextmanager
def page_failure_logged(page: str) -> Iterator[None]:
    """Where what is done inside fails, one line says so, and the exception goes on. The run is counted."""
    started, has_failed = time.perf_counter(), False
    try:
        yield
    except Exception as error:
        has_failed = True
        log_line("page_failed", logging.ERROR, page=page, ms=milliseconds_since(started), **facts_of_error(error))
        raise
    finally:
        PAGE_RUNS.add((page, has_failed), time.perf_counter() - started)


def facts_of_error(error: Exception) -> dict[str, str]:
    """The type of an exception as `error`, and as `place` the last line of ours that it went through."""
    return {"error": type(error).__name__, "place": _place(error)}


def _place(error: Exception) -> str:
    """A file below the project and a line, as `data/map/scene.py:12`; empty where none of ours is in the traceback,
    but for this file, through which every exception goes."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [(Path(frame.filename), frame.lineno) for frame in frames if frame.filename != __file__]
    ours = [(path.relative_to(ROOT), line) for path, line in places if path.is_relative_to(ROOT)]
    return next((f"{path.as_posix()}:{line}" for path, line in reversed(ours) if path.parts[0] in OURS), "")
