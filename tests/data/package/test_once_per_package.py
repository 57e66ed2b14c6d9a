"""What is worked out of a package is worked out once, and goes with the package when nobody reads it any more."""

import gc
import threading
import weakref
from dataclasses import replace

import pandas as pd
import pytest
from cachetools import LRUCache

from data.package.once_per_package import ResultsByPackage, once_per_package
from data.publish.api import list_as_json
from data.publish.strict_query import parameters, parse_api_query
from data.versions.changes import COLUMNS
from data.versions.data_version import DataVersion, VersionState
from tests.factory import shipped


def answered(package):
    """What the API works out of a package for its answers."""
    data_version = DataVersion(package, package, VersionState((), pd.DataFrame(columns=COLUMNS)))
    return list_as_json(data_version, "events", parse_api_query({}, package))


def test_a_package_that_was_dropped_is_freed_with_all_that_was_worked_out_of_it():
    package = replace(shipped())
    assert answered(package)
    assert parameters(package)
    dropped = weakref.ref(package)
    del package
    gc.collect()
    assert dropped() is None


def test_a_result_is_worked_out_once_for_each_package_and_argument():
    requested = []

    @once_per_package
    def release(package, table):
        requested.append((package, table))
        return f"{table} of {package.release}"

    one, other = replace(shipped()), replace(shipped())
    for package, table in ((one, "events"), (one, "events"), (one, "ships"), (other, "events")):
        assert release(package, table) == f"{table} of {shipped().release}"
    assert requested == [(one, "events"), (one, "ships"), (other, "events")]


def test_readers_who_ask_at_once_have_it_worked_out_once_and_hold_up_nobody_who_asks_for_another():
    results, package, begun, go_on = ResultsByPackage(), shipped(), threading.Event(), threading.Event()
    made, found = [], []

    def slow():
        made.append("slow")
        begun.set()
        assert go_on.wait(timeout=60)
        return "slow"

    readers = [threading.Thread(target=lambda: found.append(results.of(package, "slow", slow))) for _ in range(10)]
    for reader in readers:
        reader.start()
    assert begun.wait(timeout=60)
    assert results.of(package, "another", lambda: "at once") == "at once"
    go_on.set()
    for reader in readers:
        reader.join(timeout=60)
    assert (made, found) == (["slow"], ["slow"] * 10)


def test_what_failed_is_tried_again_by_whoever_asks_next():
    results, package = ResultsByPackage(), shipped()
    with pytest.raises(ZeroDivisionError):
        results.of(package, "a view", lambda: 1 / 0)
    assert results.of(package, "a view", lambda: 1) == 1


def test_a_place_of_fixed_size_drops_what_nobody_asked_for_the_longest_and_keeps_nothing_that_is_too_large():
    results, package, made = ResultsByPackage(lambda: LRUCache(10, getsizeof=len)), shipped(), []

    def text(key, length):
        return results.of(package, key, lambda: made.append(key) or "x" * length)

    for key, length in (("a", 4), ("b", 4), ("a", 4), ("c", 4), ("a", 4), ("b", 4), ("whole", 11), ("whole", 11)):
        assert text(key, length) == "x" * length
    assert made == ["a", "b", "c", "b", "whole", "whole"]


def test_a_frame_that_was_kept_cannot_be_changed_by_one_who_was_given_it():
    results, package = ResultsByPackage(), shipped()
    first = results.of(package, "rows", lambda: pd.DataFrame({"number": [1, 2]}))
    first.loc[0, "number"] = 9
    first["more"] = "x"
    assert results.of(package, "rows", dict).equals(pd.DataFrame({"number": [1, 2]}))
