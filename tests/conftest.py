"""How tests run: properties never judged by the clock, for machines differ and are busy (`make check` asks for the
quick profile, `make test` for the usual hundred examples), and walks in Chromium after all others."""

import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from data.log import once_a_second

BROWSER = Path(__file__).parent / "browser"
# Tests that take long; `python -m tools.slow_cases REPORT` lists them.
SLOW = frozenset((Path(__file__).parent / "slow_cases.txt").read_text(encoding="utf-8").split())
# The walks that take longest, those first: two processes come to their end together where what is short is last.
LONG_WALKS = (
    "test_hostile_tables.py",
    "test_hostile_text.py",
    "test_links.py",
    "test_records.py",
    "test_map.py",
    "test_releases.py",
    "test_access.py",
    "test_access_keyboard.py",
)

settings.register_profile("unhurried", deadline=None)
settings.register_profile("quick", max_examples=25, deadline=None)
settings.load_profile("unhurried")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the walks last, and of them the long ones first: where Playwright has once begun, its event loop runs until
    the process ends, and whatever starts one of its own afterwards is refused. Two tests of one id are refused: where
    modules take turns, only the last of them would be run."""
    twice = [name for name, number in Counter(item.nodeid for item in items).items() if number > 1]
    if twice:
        raise pytest.UsageError(f"Tests that share an id: {', '.join(twice)}")
    for item in items:
        if item.nodeid.partition("[")[0] in SLOW:
            item.add_marker(pytest.mark.slow)
    items.sort(key=turn)


def turn(item: pytest.Item) -> int:
    """The place of a test's file among all, of which most share one."""
    if BROWSER not in item.path.parents:
        return -1
    return LONG_WALKS.index(item.path.name) if item.path.name in LONG_WALKS else len(LONG_WALKS)


@pytest.fixture(autouse=True)
def _without_files_of_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that are opened without a server link to no file of it, whatever test of the same process has loaded the
    hosted app before."""
    if module := sys.modules.get("components.controls.picture_links"):
        monkeypatch.setattr(module, "SERVED", set[str]())


@pytest.fixture
def logged(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[[], list[dict[str, object]]]:
    """Gives the lines of the log that were written since it was last called, none left out for those of other tests."""
    monkeypatch.setattr(once_a_second, "BOUND", once_a_second.OnceASecond())
    return lambda: [json.loads(line) for line in capsys.readouterr().err.splitlines() if line.startswith("{")]
