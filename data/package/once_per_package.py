"""What is worked out of a package once and kept for as long as that package lives, and no longer."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple
from weakref import WeakKeyDictionary

from data.package.package import Package

Result = TypeVar("Result")
Rest = TypeVarTuple("Rest")


def once_per_package(work: Callable[[Package, *Rest], Result]) -> Callable[[Package, *Rest], Result]:
    """The function `work`, which is called once for each package and what else it is given, and whose results go with
    the package. What it returns must not hold the package. Two threads that ask at once may both work it out."""
    results: WeakKeyDictionary[Package, dict[tuple[*Rest], Result]] = WeakKeyDictionary()

    @wraps(work)
    def worked_out(package: Package, *about: *Rest) -> Result:
        own = results.setdefault(package, {})
        if about not in own:
            own[about] = work(package, *about)
        return own[about]

    return worked_out
