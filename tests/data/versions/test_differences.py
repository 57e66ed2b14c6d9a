"""What differs between two packages is worked out once, and keeps no package that nobody else holds."""

import gc
import threading
import weakref

import pytest

from data.versions.differences import Differences, changes_between
from data.versions.store import STORE


class State:
    """Something that can be compared."""


def test_two_states_are_compared_once_however_many_threads_ask():
    compared = []
    found, old, new = Differences(lambda *pair: compared.append(pair)), State(), State()
    readers = [threading.Thread(target=found.between, args=(old, new)) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(timeout=60)
    assert compared == [(old, new)]
    found.between(new, old)
    assert compared == [(old, new), (new, old)]


def test_a_state_that_is_dropped_is_not_kept_for_what_it_was_compared_with():
    found, old, new = Differences(lambda *_: "nothing"), State(), State()
    found.between(old, new)
    found.between(new, old)
    dropped = weakref.ref(old)
    del old
    gc.collect()
    assert dropped() is None
    assert found.between(new, new) == "nothing"


def test_an_error_is_not_kept():
    requested = []

    def fail(*pair):
        requested.append(pair)
        raise ValueError("cannot be compared")

    found, state = Differences(fail), State()
    for _ in range(2):
        with pytest.raises(ValueError, match="cannot be compared"):
            found.between(state, state)
    assert len(requested) == 2


def test_what_a_caller_adds_to_the_changes_no_other_caller_sees():
    data_version = STORE.data_version()
    found = changes_between(data_version, data_version)
    found["note"] = "mine"
    assert "note" not in changes_between(data_version, data_version)
