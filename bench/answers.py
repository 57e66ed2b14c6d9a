"""How many requests a second the API answers, beside a bare route that returns the same bytes in the same process."""

import asyncio
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

from bench.load import started_readers
from bench.measured import Measured, ratio
from bench.views import random_queries
from tests.browser.harness import AppServer, free_port

BARE = "/bare/"
CONNECTIONS = 8
GOAL = "at least 0.5"


@dataclass(frozen=True)
class Size:
    """The size of a run: of how many views, how many requests a run, in slices of how many, beside how many readers."""

    views: int = 200
    requests: int = 4000
    slice: int = 200
    readers: int = 10


WHOLE = Size()


async def load(url: str, paths: Sequence[str]) -> tuple[float, list[float]]:
    """Asks for the paths over a few connections that are kept open; requests a second, and the seconds of each."""
    waits: list[float] = []
    rest, where = iter(paths), urlsplit(url)

    async def connection() -> None:
        reader, writer = await asyncio.open_connection(where.hostname, where.port)
        for path in rest:
            began = time.perf_counter()
            writer.write(f"GET {path} HTTP/1.1\r\nHost: {where.netloc}\r\n\r\n".encode())
            header = (await reader.readuntil(b"\r\n\r\n")).lower()
            if not header.startswith(b"http/1.1 200"):
                raise RuntimeError(f"{path} was answered {header[:40]!r}")
            await reader.readexactly(int(header.partition(b"content-length: ")[2].split(b"\r\n")[0]))
            waits.append(time.perf_counter() - began)
        writer.close()

    began = time.perf_counter()
    await asyncio.gather(*(connection() for _ in range(CONNECTIONS)))
    return len(waits) / (time.perf_counter() - began), waits


def measured_load(url: str, paths: Sequence[str]) -> tuple[float, list[float]]:
    """As `load`, in a thread with an event loop of its own: Playwright keeps one in that of its browser."""
    with ThreadPoolExecutor(max_workers=1) as own:
        return own.submit(asyncio.run, load(url, paths)).result()


def p99(waits: Sequence[float]) -> float:
    """The wait in milliseconds that one request in a hundred exceeds."""
    return sorted(waits)[int(len(waits) * 0.99)] * 1000


def measure_answers(runs: int, size: Size = WHOLE) -> Iterator[Measured]:
    """Requests a second and p99, alone and while readers click; app and bare route are asked in turn."""
    with tempfile.TemporaryDirectory() as folder:
        queries = random_queries(0, size.views)
        _write_bodies(Path(folder), queries)
        app = _start(folder)
        try:
            ours, theirs = [f"/api/events.json?{query}" for query in queries], [f"{BARE}{n}" for n in range(size.views)]
            first, waits = measured_load(app.url, ours)
            yield Measured(f"API, each of {size.views} views for the first time", (first,), "requests/s")
            yield Measured("API, the same, p99", (p99(waits),), "ms")
            yield from _in_turn(app.url, ours, theirs, (runs, size), "alone")
            with _clicking(app.url, size.readers):
                yield from _in_turn(app.url, ours, theirs, (runs, size), f"{size.readers} readers")
        finally:
            app.stop()


@contextmanager
def _clicking(url: str, number: int) -> Iterator[None]:
    """So many readers who have opened the app and click until the end. RuntimeError when they stop before."""
    seen = [[("", query) for query in random_queries(place, 100)] for place in range(number)]
    with started_readers(url, seen) as readers:
        try:
            assert readers.stdout is not None
            readers.stdout.readline()
            yield
            if readers.poll() is not None:
                raise RuntimeError("the readers ended too early")
        finally:
            readers.terminate()


def _in_turn(url: str, ours: list[str], theirs: list[str], often: tuple[int, Size], when: str) -> Iterator[Measured]:
    draws, (runs, size) = random.Random(1), often
    pairs = [_one_run(url, (ours, theirs), draws, size) for _ in range(runs)]
    rates = [tuple(pair[side][0] for pair in pairs) for side in (0, 1)]
    tails = [tuple(p99(pair[side][1]) for pair in pairs) for side in (0, 1)]
    for name, rate, tail in zip(("API", "bare route"), rates, tails, strict=True):
        yield Measured(f"{name}, {when}", rate, "requests/s")
        yield Measured(f"{name}, {when}, p99", tail, "ms")
    yield ratio(f"API / bare route, {when}", rates[0], rates[1], GOAL)


def _one_run(
    url: str, sides: tuple[list[str], list[str]], draws: random.Random, size: Size
) -> list[tuple[float, list[float]]]:
    """As `load`, of each side; they take turns in slices, so that both meet the readers at work and at rest."""
    seconds, waits = [0.0, 0.0], [list[float](), list[float]()]
    for _ in range(size.requests // size.slice):
        order = [draws.randrange(size.views) for _ in range(size.slice)]
        for side, paths in enumerate(sides):
            rate, waited = measured_load(url, [paths[place] for place in order])
            seconds[side] += len(waited) / rate
            waits[side] += waited
    return [(len(waited) / took, waited) for took, waited in zip(seconds, waits, strict=True)]


def _start(folder: str) -> AppServer:
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "bench.beside:app", "--port", str(port), "--no-access-log"]
    os.environ["BARE_BODIES"] = folder
    return AppServer.run([*command, "--log-level", "warning"], port)


def _write_bodies(folder: Path, queries: Sequence[str]) -> None:
    """The bytes that the app returns for each query, each in a file named by its place."""
    app = AppServer.start()
    try:
        for place, query in enumerate(queries):
            with urlopen(f"{app.url}/api/events.json?{query}") as given:
                (folder / str(place)).write_bytes(given.read())
    finally:
        app.stop()
