"""What is worked out of a package once and kept for as long as that package lives, and no longer."""

import threading
from collections.abc import Callable, Hashable, MutableMapping
from contextlib import suppress
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple, cast
from weakref import WeakKeyDictionary

import pandas as pd

from data.package.package import Package

Result = TypeVar("Result")
Rest = TypeVarTuple("Rest")


class _Results:
    """Results by key. Whoever asks for one that is being worked out waits for it; nobody waits for another's."""

    def __init__(self, results: MutableMapping[Hashable, Any]) -> None:
        self._results = results
        self._making: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def of(self, key: Hashable, make: Callable[[], Any]) -> Any:
        with self._lock:
            if key in self._results:
                return self._results[key]
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                if key in self._results:
                    return self._results[key]
            try:
                result = make()
                with self._lock, suppress(ValueError):
                    self._results[key] = result
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return result


class ResultsByPackage:
    """What was worked out of packages, by key: once however many ask, and dropped with the package."""

    def __init__(self, place: Callable[[], MutableMapping[Hashable, Any]] = dict) -> None:
        """`place` gives what holds the results of one package. One that refuses a result with a ValueError, because it
        is too large, does not keep it."""
        self._place = place
        self._results: WeakKeyDictionary[Package, _Results] = WeakKeyDictionary()

    def of(self, package: Package, key: Hashable, make: Callable[[], Result]) -> Result:
        """What `make` gave when the key was first asked for. It must not hold the package. Frames and series are handed
        out as the caller's own. Raises what `make` does, and keeps no error."""
        own = self._results.get(package)
        if own is None:
            own = self._results.setdefault(package, _Results(self._place()))
        result = own.of(key, make)
        shared = isinstance(result, pd.DataFrame | pd.Series)
        return cast(Result, result.copy(deep=False) if shared else result)


def once_per_package(work: Callable[[Package, *Rest], Result]) -> Callable[[Package, *Rest], Result]:
    """The function `work`, which is called once for each package and what else it is given, and whose results go with
    the package. What it returns must not hold the package."""
    results = ResultsByPackage()

    @wraps(work)
    def worked_out(package: Package, *about: *Rest) -> Result:
        return results.of(package, about, lambda: work(package, *about))

    return worked_out
