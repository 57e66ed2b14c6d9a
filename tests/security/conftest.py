"""Fixtures of the attacks on the running app: one server for all, and fresh ones that an attack may leave broken.

Every attack is bounded, and goes to addresses of this machine only.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser import harness
from tests.browser.harness import AppServer


@pytest.fixture(scope="session")
def app_server() -> Iterator[AppServer]:
    """The app, started once and shared by the attacks that change nothing in it."""
    server = AppServer.start()
    yield server
    server.stop()


@pytest.fixture
def cold_server() -> Iterator[Callable[..., AppServer]]:
    """`cold_server(*flags, root=..., health=...)` starts a fresh process of the app; stopped after the test."""
    started: list[AppServer] = []

    def start(*flags: str, root: Path = harness.ROOT, health: str = "/_stcore/health") -> AppServer:
        started.append(AppServer.start(*flags, root=root, health=health))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def copy_of_app(tmp_path: Path) -> Path:
    """A whole copy of the app whose tables an attack may break."""
    return harness.copy_app(tmp_path / "app")
