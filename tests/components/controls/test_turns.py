"""Runs take turns, first come first served, and who is not wanted any more leaves without one."""

import threading

import pytest
from streamlit.runtime.state import SafeSessionState, SessionState, session_state_proxy

from components.controls import turns
from components.controls.turns import LONGEST, LOOK_AGAIN, Turns, in_turn


class LeftError(Exception):
    """What ends a run that nobody waits for."""


def left() -> None:
    """Ends the run, as Streamlit does where a reader has left or asked for something newer."""
    raise LeftError


@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_never_more_runs_are_on_than_may_be(monkeypatch, at_once):
    monkeypatch.setattr(turns, "TURNS", Turns(at_once))
    on, most = [], []

    def run():
        for _ in range(50):
            with in_turn():
                on.append(1)
                most.append(len(on))
                on.pop()

    threads = [threading.Thread(target=run) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) <= at_once
    assert len(most) == 300


def test_who_comes_first_is_served_first():
    row = Turns(1)
    first, *others = [row.take_place() for _ in range(5)]
    served = []
    current = first
    for _ in others:
        row.leave(current)
        current = next(place for place in others if place.is_set() and place not in served)
        served.append(current)
    assert served == others


def test_who_leaves_the_row_is_waited_for_by_nobody():
    row = Turns(1)
    first, left, last = (row.take_place() for _ in range(3))
    row.leave(left)
    row.leave(first)
    assert last.is_set()
    row.leave(last)
    assert row.take_place().is_set()


def test_as_many_as_may_be_have_their_turn_at_once():
    row = Turns(2)
    assert [row.take_place().is_set() for _ in range(3)] == [True, True, False]


def test_a_run_that_waits_and_is_not_wanted_any_more_leaves(monkeypatch):
    row = Turns(1)
    monkeypatch.setattr(turns, "TURNS", row)
    # What looks into the session reaches that of Streamlit, which is asked whether the run is still wanted.
    session = SafeSessionState(SessionState(), left)
    monkeypatch.setattr(session_state_proxy, "get_session_state", lambda: session)
    held = row.take_place()
    with pytest.raises(LeftError), in_turn():
        raise AssertionError("it had no turn")
    row.leave(held)
    assert row.take_place().is_set()


def test_a_run_that_fails_gives_its_turn_back(monkeypatch):
    row = Turns(1)
    monkeypatch.setattr(turns, "TURNS", row)
    with pytest.raises(LeftError), in_turn():
        raise LeftError
    assert row.take_place().is_set()


def test_a_run_that_waits_long_looks_less_and_less_often(monkeypatch):
    waits = []

    class Place:
        def wait(self, seconds):
            waits.append(seconds)
            return len(waits) == 10

    class Row:
        def take_place(self):
            return Place()

        def leave(self, place):
            pass

    monkeypatch.setattr(turns, "TURNS", Row())
    monkeypatch.setattr(turns.st, "session_state", {})
    with in_turn():
        assert waits[:3] == [LOOK_AGAIN, 2 * LOOK_AGAIN, 4 * LOOK_AGAIN]
        assert waits[-1] == max(waits) == LONGEST
