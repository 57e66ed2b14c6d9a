"""`python -m deploy [--replicas N] [--port PORT]` serves the app by N processes behind nginx until it is ended; with
`--before HOST:PORT`, repeated, it is nginx alone, before processes that others have started."""

import argparse
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path

from deploy.nginx import NoNginxError, find_nginx, started_nginx
from deploy.restarts import Restarts

ROOT = Path(__file__).parent.parent
LOOK_EVERY, START_SECONDS = 0.5, 120
# The variable that names where monitoring reads a process (routes/operations/metrics.py).
METRICS_AT = "METRICS_AT"


def free_ports(number: int) -> list[int]:
    """So many ports of the loopback address that nobody holds now."""
    probes = [socket.socket() for _ in range(number)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def started_replica(port: int, number: int = 0) -> subprocess.Popen[bytes]:
    """One process of the app at a port that this machine alone reaches; what monitoring reads of the process of that
    number stands at the port that the operator named and so many above it."""
    command = [sys.executable, "-m", "streamlit", "run", "server.py", "--server.headless", "true"]
    host, joint, first = os.environ.get(METRICS_AT, "").rpartition(":")
    own = {METRICS_AT: f"{host}{joint}{int(first) + number}"} if first.isdecimal() else {}
    return subprocess.Popen(
        [*command, "--server.address", "127.0.0.1", "--server.port", str(port)], cwd=ROOT, env=os.environ | own
    )


def wait_until_healthy(port: int, replica: subprocess.Popen[bytes]) -> None:
    """Return once the process answers. RuntimeError when it ends before or takes too long."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and replica.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(LOOK_EVERY)
    raise RuntimeError(f"the process at port {port} did not start")


def serve(replicas: int, port: int) -> None:
    """Run the processes and nginx, and start anew whichever process of the app ends (ever later where it ends over and
    over), until this one is told to end. RuntimeError where one of them does not start, and when nginx ends."""
    ports = free_ports(replicas)
    running: dict[int, subprocess.Popen[bytes]] = {}
    try:
        for number, own in enumerate(ports):
            running[own] = started_replica(own, number)
        for own, replica in running.items():
            wait_until_healthy(own, replica)
        restarts = {own: Restarts(time.monotonic()) for own in ports}
        pass_on(
            port, [f"127.0.0.1:{own}" for own in ports], lambda: start_those_due(running, restarts, time.monotonic())
        )
    finally:
        _end([*running.values()])


def pass_on(port: int, replicas_at: Sequence[str], look: Callable[[], None]) -> None:
    """Run nginx before processes of the app, and `look` after them all the while. RuntimeError when nginx ends."""
    with tempfile.TemporaryDirectory() as folder:
        # Its workers, which root gives another name, write what is too long to be held there.
        Path(folder).chmod(0o711)
        nginx = started_nginx(Path(folder), str(port), replicas_at)
        try:
            wait_until_healthy(port, nginx)
            print(f"{len(replicas_at)} processes serve http://localhost:{port}", flush=True)
            while nginx.poll() is None:
                time.sleep(LOOK_EVERY)
                look()
            raise RuntimeError(f"nginx ended ({nginx.returncode})")
        finally:
            _end([nginx])


def start_those_due(running: dict[int, subprocess.Popen[bytes]], restarts: dict[int, Restarts], now: float) -> None:
    """Start each process that has ended and is due, at its port."""
    for number, (port, replica) in enumerate([*running.items()]):
        if replica.poll() is not None and restarts[port].is_due(now):
            running[port] = started_replica(port, number)
            restarts[port].start(now)


def _end(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _leave(_signal: int, _frame: object) -> None:
    sys.exit(0)


def main() -> None:
    """Serve as the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m deploy", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--replicas", type=int, default=2, choices=range(1, 65), metavar="N", help="1 to 64, default 2")
    parser.add_argument("--port", type=int, default=8501, help="where nginx listens (default 8501)")
    parser.add_argument("--before", action="append", metavar="HOST:PORT", help="nginx alone, before this process")
    chosen = parser.parse_args()
    signal.signal(signal.SIGTERM, _leave)
    try:
        find_nginx()
        if chosen.before:
            pass_on(chosen.port, chosen.before, lambda: None)
        else:
            serve(chosen.replicas, chosen.port)
    except (NoNginxError, RuntimeError) as missing:
        sys.exit(str(missing))
    except KeyboardInterrupt:
        sys.exit(0)


if __name__ == "__main__":
    main()
