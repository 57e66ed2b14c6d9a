"""Many readers at once: how long they wait, what a run costs, how many runs a second there can be, and what memory each
reader takes and leaves behind."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any

from bench.measured import Measured, ratio
from bench.servers import memory, processor_seconds
from bench.views import places, visits
from tests.browser.harness import ROOT, AppServer

SHARES = {"p50": 0.5, "p95": 0.95, "p99": 0.99}


@dataclass(frozen=True)
class Crowd:
    """How many readers come, how long they rest and stay, in seconds; how many ask without rest, and how long; how many
    come and go, and how long a server then has to forget them."""

    readers: int = 50
    pause: float = 10.0
    seconds: float = 90.0
    restless: int = 40
    restless_seconds: float = 15.0
    guests: int = 1000
    forget_seconds: float = 150.0


WHOLE, QUICK = (
    Crowd(),
    Crowd(readers=10, pause=2, seconds=5, restless=8, restless_seconds=3, guests=20, forget_seconds=1),
)
Waits = Mapping[str, list[float]]


def started_readers(url: str, seen: Sequence[Sequence[tuple[str, str]]], **how: Any) -> subprocess.Popen[str]:
    """A process of readers who see what is `seen`, each the own; `how` as `Readers` in readers.py says."""
    command = [sys.executable, "-m", "bench.readers"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    written: IO[str] | None = process.stdin
    assert written is not None
    with written:
        json.dump({"url": url, "visits": [*seen], **how}, written)
    return process


def waits(url: str, seen: Sequence[Sequence[tuple[str, str]]], **how: Any) -> Waits:
    """Seconds that the readers waited. RuntimeError when they could not read to the end."""
    with started_readers(url, seen, **how) as process:
        assert process.stdout is not None
        lines = process.stdout.read().splitlines()
    if process.returncode:
        raise RuntimeError("the readers ended too early")
    found: Waits = json.loads(lines[-1])
    return found


def quantile(values: Sequence[float], share: float) -> float:
    """The value that so large a share of them does not exceed."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def on_twin(seen: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same visits on the bare twin, which has them all at one path."""
    return [("", f"path={path}&{query}") for path, query in seen]


def measure_crowd(name: str, server: AppServer, crowd: Crowd, seen: list[list[tuple[str, str]]]) -> list[Measured]:
    """Waits at pauses, of a core a run, and runs a second at saturation; every view was seen once before."""
    every = sorted({visit for own in seen for visit in own})
    waits(server.url, [[visit] for visit in every], at_once=2)
    before, began = processor_seconds(server.process.pid), time.perf_counter()
    found = waits(server.url, seen, pause=crowd.pause, seconds=crowd.seconds)
    core, took = processor_seconds(server.process.pid) - before, time.perf_counter() - began
    title = f"{crowd.readers} readers, {name}"
    runs = len(found["first"]) + len(found["later"])
    measured = [
        Measured(f"{title}: wait, {share}", (quantile(found["later"] or found["first"], part) * 1000,), "ms")
        for share, part in SHARES.items()
    ]
    measured.append(Measured(f"{title}: wait for the first view, p95", (quantile(found["first"], 0.95) * 1000,), "ms"))
    measured.append(Measured(f"{title}: of a core a run", (core / runs * 1000,), "ms"))
    measured.append(Measured(f"{title}: cores busy", (core / took,), ""))
    restless = waits(server.url, seen[: crowd.restless], pause=0, seconds=crowd.restless_seconds)
    rate = len(restless["later"]) / crowd.restless_seconds
    return [*measured, Measured(f"{name}: reruns at saturation", (rate,), "a second")]


def measure_readers(app: AppServer, bare: AppServer, crowd: Crowd) -> Iterator[Measured]:
    """The crowd on the app and on its bare twin, and the app's waits against the twin's."""
    seen = [visits(number, 100) for number in range(max(crowd.readers, crowd.restless))]
    seen = [own[: max(3, int(crowd.seconds / max(crowd.pause, 1)) + 3)] for own in seen]
    ours = measure_crowd("app", app, crowd, seen[: crowd.readers])
    theirs = measure_crowd("bare", bare, crowd, [on_twin(own) for own in seen[: crowd.readers]])
    yield from ours
    yield from theirs
    for mine, other in zip(ours[1:2], theirs[1:2], strict=True):
        yield ratio(f"{crowd.readers} readers, app / bare: wait, p95", mine.values, other.values, "at most 1.0")


def measure_memory(app: AppServer, crowd: Crowd) -> Iterator[Measured]:
    """Megabytes at rest, for each reader who is there, and what is left of many who came and went."""
    pid, overview = app.process.pid, [[(place.path, "") for place in places()][:1]]
    waits(app.url, overview * crowd.readers, at_once=crowd.readers)
    before = memory(pid)
    yield Measured("memory of the app", (before,), "MB", "under 700")
    staying = started_readers(app.url, overview * crowd.readers, pause=3600)
    assert staying.stdout is not None
    staying.stdout.readline()
    yield Measured("memory of a reader", ((memory(pid) - before) / crowd.readers,), "MB")
    staying.terminate()
    staying.wait()
    staying.stdout.close()
    waits(app.url, overview * crowd.guests, at_once=20)
    time.sleep(crowd.forget_seconds)
    yield Measured(f"memory left by {crowd.guests} readers", (memory(pid) - before,), "MB", "at most 20")
