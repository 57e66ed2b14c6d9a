"""What a process has done since it began, in numbers: how often, and for how many seconds in all."""

import threading
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Total:
    """How often something was done, and for how many seconds."""

    count: int = 0
    seconds: float = 0.0


class Tally(Generic[Key]):
    """The totals of what is done, by a key. Several threads may add at once."""

    def __init__(self) -> None:
        """Nothing was done yet."""
        self._lock = threading.Lock()
        self._totals: dict[Key, Total] = {}

    def add(self, key: Key, seconds: float = 0.0) -> None:
        """Count one more of that key."""
        with self._lock:
            before = self._totals.get(key, Total())
            self._totals[key] = Total(before.count + 1, before.seconds + seconds)

    @property
    def totals(self) -> Mapping[Key, Total]:
        """The totals now, by key."""
        with self._lock:
            return dict(self._totals)


# Runs of pages by (page, whether it failed), and answers by (kind of connection, status).
PAGE_RUNS: Tally[tuple[str, bool]] = Tally()
ANSWERS_SENT: Tally[tuple[str, int]] = Tally()
