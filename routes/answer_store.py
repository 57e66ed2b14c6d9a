"""Answers that take a run of the app: one run for all who ask for the same, kept as long as there is room."""

import asyncio
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Lock
from typing import Generic, Protocol, TypeVar

from cachetools import LRUCache

# Bytes of answers that are kept, and those of an answer's objects and headers.
MOST_BYTES, BESIDE = 32_000_000, 3000
# So many are made at a time, of which the app's own turns let one run at once; whoever finds so many before them does
# not wait at all.
AT_ONCE, WAITING, GOOD = 2, 16, 200


class HasBody(Protocol):
    """What can be kept: bytes, with their status."""

    @property
    def body(self) -> bytes:
        """The bytes."""

    @property
    def status(self) -> int:
        """The status; but for 200 nothing is kept."""


Given = TypeVar("Given", bound=HasBody)


class AnswerStore(Generic[Given]):
    """The answers asked for last, by a key that names all they depend on."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        """Nothing is kept yet."""
        self._answers: LRUCache[Hashable, tuple[Hashable, Given]] = LRUCache(most_bytes, getsizeof=_taken)
        self._coming: dict[Hashable, Future[Given]] = {}
        self._lock = Lock()
        self._makers = ThreadPoolExecutor(AT_ONCE, "first_html")

    def get(self, key: Hashable) -> Given | None:
        """The answer in the store under the key, if it still is there."""
        with self._lock:
            found = self._answers.get(key)
        return found[1] if found else None

    @property
    def size(self) -> int:
        """Bytes that are taken."""
        return int(self._answers.currsize)

    async def made(self, key: Hashable, make: Callable[[], Given], seconds: float | None) -> Given | None:
        """The answer, made once for all who wait for it; None where it is not there within so many seconds, or where
        too many others wait. It is kept all the same once it is made. Raises what `make` raises."""
        coming = self._future(key, make)
        if coming is None:
            return None
        try:
            return await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(coming)), seconds)
        except TimeoutError:
            return None

    def _future(self, key: Hashable, make: Callable[[], Given]) -> "Future[Given] | None":
        with self._lock:
            if key in self._coming or len(self._coming) >= WAITING:
                return self._coming.get(key)
            coming = self._coming[key] = self._makers.submit(make)
        coming.add_done_callback(lambda made: self._keep(key, made))
        return coming

    def _keep(self, key: Hashable, made: "Future[Given]") -> None:
        with self._lock:
            self._coming.pop(key, None)
            # One that alone is too large for all of the place is not kept.
            if not made.exception() and made.result().status == GOOD:
                with suppress(ValueError):
                    self._answers[key] = key, made.result()


def _taken(item: tuple[Hashable, HasBody]) -> int:
    key, answer = item
    return len(answer.body) + len(str(key)) + BESIDE
