"""nginx before the processes of the app: where its program is, and its configuration for these ports."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from string import Template

TEMPLATE = Path(__file__).with_name("nginx.conf")
ELSEWHERE = "/usr/sbin"


class NoNginxError(RuntimeError):
    """nginx is not here; its text says how to install it."""


def find_nginx() -> str:
    """The path of nginx. Raises NoNginxError where there is none."""
    found = shutil.which("nginx") or shutil.which("nginx", path=ELSEWHERE)
    if not found:
        raise NoNginxError("nginx is needed: install it (Debian, Ubuntu: sudo apt-get install nginx-light)")
    return found


def configuration(folder: Path, listen: str, replicas_at: Sequence[str]) -> str:
    """The configuration: what nginx writes goes to `folder`, it listens at an address and passes on to the processes at
    these hosts and ports."""
    replicas = "\n".join(f"        server {address} max_fails=1 fail_timeout=1s;" for address in replicas_at)
    # What is not filled in are variables of nginx's own.
    given = {"FOLDER": str(folder), "LISTEN": listen, "REPLICAS": replicas}
    return Template(TEMPLATE.read_text(encoding="utf-8")).safe_substitute(given)


def started_nginx(folder: Path, listen: str, replicas_at: Sequence[str]) -> subprocess.Popen[bytes]:
    """nginx as a process of its own, which ends when it is told to."""
    written = folder / "nginx.conf"
    written.write_text(configuration(folder, listen, replicas_at), encoding="utf-8")
    return subprocess.Popen([find_nginx(), "-c", str(written), "-p", str(folder), "-e", "stderr"])
