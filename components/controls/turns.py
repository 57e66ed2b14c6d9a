"""Readers' runs take turns: so many at a time in a process, whose runs share a core, first come first served."""

import os
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

# After how many seconds of waiting a run first looks whether it is still wanted. Each time it waits twice as long for
# the next look, so that many who wait cost next to nothing.
LOOK_AGAIN, LONGEST = 0.05, 2.0
# As many as there are cores, and two at most: all runs of a process share one lock, so that of more each takes longer;
# of one alone a short run waits behind a long one (docs/hosting.md).
AT_ONCE = min(2, os.cpu_count() or 1)


class Turns:
    """So many turns at once. Whoever waits has a place in a row, and the turn that is given back goes to the first."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        """All of them free."""
        self._free = at_once
        self._row: deque[threading.Event] = deque()
        self._lock = threading.Lock()

    def take_place(self) -> threading.Event:
        """A place in the row, which is set once it has its turn."""
        place = threading.Event()
        with self._lock:
            if self._free:
                self._free -= 1
                place.set()
            else:
                self._row.append(place)
        return place

    def leave(self, place: threading.Event) -> None:
        """Give the turn of this place to the first in the row; one that has had none yet leaves the row."""
        with self._lock:
            if not place.is_set():
                self._row.remove(place)
            elif self._row:
                self._row.popleft().set()
            else:
                self._free += 1


TURNS = Turns()


@contextmanager
def in_turn() -> Iterator[None]:
    """Wait for a turn among all readers' runs. Whoever has left, or has asked for something newer, waits no longer, and
    nobody waits for them."""
    place, seconds = TURNS.take_place(), LOOK_AGAIN
    try:
        while not place.wait(seconds):
            # Whoever looks for something in the session is told that the run is to end or to begin anew.
            st.session_state.get("turn")
            seconds = min(2 * seconds, LONGEST)
        yield
    finally:
        TURNS.leave(place)
