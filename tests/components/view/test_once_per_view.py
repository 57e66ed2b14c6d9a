"""What a page works out of its view is worked out once a run, also where it is too large to be kept for others."""

from types import SimpleNamespace

from components.view.once_per_view import once_per_view
from data.view.shared_views import VIEW_BYTES
from tests.factory import shipped

calls = []


@once_per_view
def too_large(view):
    calls.append(view.key)
    return bytes(VIEW_BYTES + 1)


def test_what_is_too_large_to_be_kept_is_worked_out_once_a_run():
    calls.clear()
    one, other = (SimpleNamespace(package=shipped(), key="a view", worked_out={}) for _ in range(2))
    assert too_large(one) is too_large(one)
    assert len(calls) == 1
    too_large(other)
    assert len(calls) == 2
