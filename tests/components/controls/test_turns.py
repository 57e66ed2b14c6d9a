"""Runs take turns, and who is not wanted any more leaves without one."""

import threading

import pytest

from components.controls import turns
from components.controls.turns import LONGEST, LOOK_AGAIN, TURN, one_at_a_time


class LeftError(Exception):
    """What ends a run that nobody waits for."""


def test_two_runs_are_never_on_at_once():
    on, most = [], []

    def run():
        for _ in range(50):
            with one_at_a_time():
                on.append(1)
                most.append(len(on))
                on.pop()

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1
    assert len(most) == 200


def test_a_run_that_waits_and_is_not_wanted_any_more_leaves(monkeypatch):
    class Session:
        def __len__(self):
            raise LeftError

    monkeypatch.setattr(turns.st, "session_state", Session())
    with TURN, pytest.raises(LeftError), one_at_a_time():
        raise AssertionError("it had no turn")
    with one_at_a_time():
        assert TURN.locked()


def test_a_run_that_fails_gives_its_turn_back():
    with pytest.raises(LeftError), one_at_a_time():
        raise LeftError
    assert not TURN.locked()


def test_a_run_that_waits_long_looks_less_and_less_often(monkeypatch):
    waits = []

    class Taken:
        def acquire(self, timeout):
            waits.append(timeout)
            return len(waits) == 10

        def release(self):
            pass

    monkeypatch.setattr(turns, "TURN", Taken())
    monkeypatch.setattr(turns.st, "session_state", {})
    with one_at_a_time():
        assert waits[:3] == [LOOK_AGAIN, 2 * LOOK_AGAIN, 4 * LOOK_AGAIN]
        assert waits[-1] == max(waits) == LONGEST
