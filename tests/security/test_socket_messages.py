"""What a hostile reader says over the WebSocket: it reaches neither the caches of others nor the log."""

import pytest
from websockets.exceptions import ConnectionClosed

from tests.security.readers import SECONDS, reader, rerun, send

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
        opened.send(frame)
        assert code_at_end(opened) == code
    with reader(app_server.url) as other:
        rerun(other)
    assert "Traceback" not in app_server.output()
