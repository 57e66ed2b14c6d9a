"""What of views is kept for all who read them: what was asked for last of each package that is open."""

import pickle
from collections.abc import Callable, Hashable, MutableMapping
from functools import wraps
from typing import Any, TypeVar

from cachetools import LRUCache

from data.package.once_per_package import ResultsByPackage
from data.package.package import Package
from data.selection.filters import Filters

Result = TypeVar("Result")
# Bytes of one package's views as they would be written to a file; in memory they take about three times as many. The
# longest picture with its texts has a tenth of a megabyte, so that some hundred views are at hand.
VIEW_BYTES = 16_000_000
# Bytes of a key and of the place that it takes.
BESIDE = 1000


def _place() -> MutableMapping[Hashable, Any]:
    return LRUCache(VIEW_BYTES, getsizeof=lambda value: len(pickle.dumps(value)) + BESIDE)


VIEWS = ResultsByPackage(_place)


def once_per_filters(work: Callable[[Package, Filters], Result]) -> Callable[[Package, Filters], Result]:
    """The function `work`, which is called once for each package and filters; what it returns is for reading alone. It
    must not hold the package."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def worked_out(package: Package, filters: Filters) -> Result:
        return VIEWS.of(package, (name, filters), lambda: work(package, filters))

    return worked_out
