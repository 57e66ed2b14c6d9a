"""What a page works out of its view, once for all who read the same view."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from components.view.view import View
from data.view.shared_views import VIEWS

Result = TypeVar("Result")


def once_per_view(work: Callable[[View], Result]) -> Callable[[View], Result]:
    """The function `work`, which is called once for each view, whoever reads it and whatever record is open; what it
    returns is for reading alone. It must not hold the package, must not depend on the reader's browser, and knows no
    other day than that of the view."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def worked_out(view: View) -> Result:
        # What is too large to be kept for all is made once a run all the same.
        if name not in view.worked_out:
            view.worked_out[name] = VIEWS.of(view.package, (name, view.key), lambda: work(view))
        found: Result = view.worked_out[name]
        return found

    return worked_out
