"""The servers that are measured, each a process of its own, and what a process has used: seconds of a core, memory.

Of a Linux machine, whose /proc says both.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.harness import ROOT, AppServer, free_port

DASH_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
# The app, its twin without a frame, the page of key figures; "dash" and "dash stored" beside them.
SCRIPTS = {"app": "server.py", "bare": "bench/peers/bare.py", "metrics": "bench/peers/metrics.py"}
KB, MB = 1000, 1_000_000


@contextmanager
def served(name: str, root: Path = ROOT) -> Iterator[AppServer]:
    """The server of that name, from the folder `root`, until the end."""
    server = AppServer.start(root=root, script=SCRIPTS[name]) if name in SCRIPTS else _dash(name, root)
    try:
        yield server
    finally:
        server.stop()


def _dash(name: str, root: Path) -> AppServer:
    port = free_port()
    command = [str(DASH_PYTHON), "-m", "bench.peers.dash_page", str(port), *name.split()[1:]]
    return AppServer.run(command, port, root, "/")


def processor_seconds(pid: int) -> float:
    """Seconds of a core that a process has used since its start."""
    numbers = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> float:
    """Megabytes of memory that a process holds."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MB
