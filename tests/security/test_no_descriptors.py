"""More connections than the process has descriptors for: the log stays short, and the app answers again."""

import resource
from contextlib import ExitStack
from pathlib import Path

from tests.browser.harness import AppServer
from tests.security.readers import is_closed, plugged, status

LEFT, WAITING, SECONDS = 12, 8, 4
LINE = '"event": "connections_wait"'


def fill(server: AppServer) -> None:
    """Open more connections than the process may hold, and return once it has closed all that it took in."""
    with ExitStack() as opened:
        connections = [opened.enter_context(plugged(server.url)) for _ in range(LEFT + WAITING)]
        assert all(is_closed(connection) for connection in connections)


def test_at_the_limit_of_descriptors_the_log_gets_a_line_a_second_and_the_app_answers_again(cold_server, monkeypatch):
    monkeypatch.setenv("REQUEST_SECONDS", str(SECONDS))
    server = cold_server()
    held = len(list(Path(f"/proc/{server.process.pid}/fd").iterdir()))
    resource.prlimit(server.process.pid, resource.RLIMIT_NOFILE, (held + LEFT, held + LEFT))
    fill(server)
    text = server.output()
    assert 1 <= text.count(LINE) <= 4 * SECONDS
    assert "out of system resource" not in text
    assert "Traceback" not in text
    assert status(server.url, "/api/toll.json") == 200
