"""Readers' runs take turns: one at a time in a process, whose runs share a core."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

# After how many seconds of waiting a run first looks whether it is still wanted. Each time it waits twice as long for
# the next look, so that many who wait cost next to nothing.
TURN, LOOK_AGAIN, LONGEST = threading.Lock(), 0.05, 2.0


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Wait until no other reader's run is on: two at once both take longer than one after the other. Whoever has left,
    or has asked for something newer, waits no longer and takes no turn."""
    seconds = LOOK_AGAIN
    while not TURN.acquire(timeout=seconds):
        # Whoever looks into the session is told that the run is to end or to begin anew.
        len(st.session_state)
        seconds = min(2 * seconds, LONGEST)
    try:
        yield
    finally:
        TURN.release()
