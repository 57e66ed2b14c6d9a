"""What is worked out of a package is worked out once, and goes with the package when nobody reads it any more."""

import gc
import weakref
from dataclasses import replace

import pandas as pd

from data.package.once_per_package import once_per_package
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
