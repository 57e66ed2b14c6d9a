"""What a hostile reader says over the WebSocket: it reaches neither the caches of others nor the log."""

import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed, WebSocketException

from tests.security.readers import SECONDS, reader, rerun, send, status

FILLED = "the cache is filled"
# An app that says when it has to fill its cache.
APP = f'''
import streamlit as st

@st.cache_data
def filled():
    print("{FILLED}", flush=True)
    return 1

st.write(filled())
'''


def test_nobody_clears_the_caches_of_all(copy_of_app, cold_server):
    (copy_of_app / "app.py").write_text(APP)
    server = cold_server(root=copy_of_app)
    with reader(server.url) as hostile, reader(server.url) as other:
        rerun(hostile)
        for _ in range(5):
            send(hostile, clear_cache=True)
        rerun(hostile)
        rerun(other)
    assert server.output().count(FILLED) == 1


def test_what_is_for_those_who_write_the_app_does_not_reach_it(app_server):
    with reader(app_server.url) as hostile:
        rerun(hostile)
        for kind in ("debug_shutdown_runtime", "debug_disconnect_websocket", "set_run_on_save", "load_git_info"):
            send(hostile, **{kind: True})
        send(hostile, backend_operation_request={"install_skills": {}})
        rerun(hostile)
    assert "Client tried" not in app_server.output()
    assert "Rejecting backend operation" not in app_server.output()


def code_at_end(opened):
    """The code with which the app closes the socket, after whatever it had to say."""
    try:
        while True:
            opened.recv(timeout=SECONDS)
    except ConnectionClosed as closed:
        return closed.rcvd.code


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ("text", 1003),
        (b"\xff\xff\xff", 1002),
        (bytes(2_000_000), 1009),
        ([bytes(600_000), bytes(600_000)], 1009),
    ],
    ids=["text", "no message", "long", "long in parts"],
)
def test_a_frame_that_is_no_message_ends_the_socket_and_says_nothing_in_the_log(app_server, frame, code):
    with reader(app_server.url) as opened:
        rerun(opened)
        # The app may close while the rest of a long frame is still on its way: the code tells all the same.
        with suppress(ConnectionClosed):
            opened.send(frame)
        assert code_at_end(opened) == code
    with reader(app_server.url) as other:
        rerun(other)
    assert "Traceback" not in app_server.output()


# One client: a socket that stays and asks for runs without end, and others that do so, leave and come again.
FLOOD_SECONDS, LEAVERS, RUNS_REQUESTED = 6, 8, 60
# Beside a run for each socket that is open or was just left there are the server's own threads, for answers as well.
MOST_THREADS = 60


def threads_of(server):
    """How many threads the server's process has."""
    return len(list(Path(f"/proc/{server.process.pid}/task").iterdir()))


def keep_asking(url, over):
    """Ask for a run a hundred times a second, and read what comes."""
    with reader(url) as opened:
        while not over.is_set():
            send(opened, rerun_script={})
            with suppress(TimeoutError):
                opened.recv(timeout=0.01)


def leave_and_come_again(url, over):
    """Ask for some runs, leave before they are done, and begin anew."""
    while not over.is_set():
        with suppress(WebSocketException, OSError), reader(url) as opened:
            for _ in range(RUNS_REQUESTED):
                send(opened, rerun_script={})
                time.sleep(0.02)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="threads are counted as Linux tells them")
def test_reruns_without_end_hold_nobody_up_and_leave_nothing_behind(cold_server):
    server, over = cold_server(), threading.Event()
    requested = [keep_asking, *[leave_and_come_again] * LEAVERS]
    hostile = [threading.Thread(target=ask, args=(server.url, over), daemon=True) for ask in requested]
    for thread in hostile:
        thread.start()
    end, most = time.monotonic() + FLOOD_SECONDS, 0
    while time.monotonic() < end:
        assert status(server.url, "/_stcore/health") == 200
        most = max(most, threads_of(server))
        time.sleep(0.2)
    over.set()
    for thread in hostile:
        thread.join(SECONDS)
    assert most <= MOST_THREADS
    with reader(server.url) as other:
        rerun(other)
