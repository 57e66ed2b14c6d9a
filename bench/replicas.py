"""How many runs one process and two behind nginx can carry. Client and nginx share the machine with them: what these
took of it is measured and taken off."""

import os
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.load import Crowd, waits
from bench.measured import Measured, ratio
from bench.servers import processor_seconds
from bench.views import visits
from tests.browser.harness import ROOT, AppServer, free_port

CORES = os.cpu_count() or 1


@dataclass(frozen=True)
class Carried:
    """What some processes carried at saturation: runs a second, and how many cores were busy with the app and with
    client and nginx."""

    replicas: int
    rate: float
    app: float
    others: float

    @property
    def alone(self) -> float:
        """Runs a second, had client and nginx left the processes as many cores as these can use."""
        wanted = min(self.replicas, CORES)
        return self.rate * wanted / min(wanted, max(CORES - self.others, 0.1))


def carried(replicas: int, crowd: Crowd) -> Carried:
    """What so many processes carry when readers ask without rest, after as long in which all views are seen."""
    port, seen = free_port(), [visits(number, 20) for number in range(crowd.restless)]
    command = [sys.executable, "-m", "deploy", "--replicas", str(replicas), "--port", str(port)]
    server = AppServer.run(command, port, ROOT)
    try:
        waits(server.url, seen, pause=0, seconds=crowd.restless_seconds)
        app, nginx = _used(server.process.pid)
        client, began = _children_seconds(), time.perf_counter()
        found = waits(server.url, seen, pause=0, seconds=crowd.restless_seconds)
        took, (app_after, nginx_after) = time.perf_counter() - began, _used(server.process.pid)
        others = nginx_after - nginx + _children_seconds() - client
        runs = len(found["first"]) + len(found["later"])
        return Carried(replicas, runs / took, (app_after - app) / took, others / took)
    finally:
        server.stop()


def measure_replicas(crowd: Crowd) -> Iterator[Measured]:
    """One process and two, as measured and with client and nginx taken off, and two against one."""
    one, two = carried(1, crowd), carried(2, crowd)
    for found, name in ((one, "1 process"), (two, "2 processes")):
        yield Measured(f"{name} behind nginx: runs", (found.rate,), "a second")
        yield Measured(f"{name} behind nginx: cores busy with the app", (found.app,), "")
        yield Measured(f"{name} behind nginx: cores busy with client and nginx", (found.others,), "")
    yield ratio("2 processes / 1: runs", [two.rate], [one.rate])
    yield ratio("2 processes / 1: runs, client and nginx taken off", [two.alone], [one.alone], "at least 1.6")


def _used(pid: int) -> tuple[float, float]:
    """Seconds of a core that the processes of the app below `pid` have used, and those of nginx."""
    found = {True: 0.0, False: 0.0}
    for child in _below(pid):
        is_nginx = Path(f"/proc/{child}/comm").read_text(encoding="utf-8").strip() == "nginx"
        found[is_nginx] += processor_seconds(child)
    return found[False], found[True]


def _below(pid: int) -> Iterator[int]:
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split():
        yield int(child)
        yield from _below(int(child))


def _children_seconds() -> float:
    """Seconds of a core that ended processes of this one have used: readers among them."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
