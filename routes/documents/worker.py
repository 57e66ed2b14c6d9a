"""The process that makes documents: one at a time, the same one once, and no more than a reader would wait for."""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Lock

from routes.documents.made import WantedDocument

# Documents that are made or wait; seconds that a reader waits for one; documents after which the process begins anew.
MOST, SECONDS, DOCUMENTS_OF_PROCESS = 12, 40.0, 100
Make = Callable[[WantedDocument], bytes | None]
Coming = tuple[Future[bytes | None], ProcessPoolExecutor]


class NotNowError(RuntimeError):
    """The document cannot be made now; whoever asks again later may have it."""


class DocumentWorker:
    """The process, started when the first document is asked for."""

    def __init__(self, make: Make) -> None:
        """`make` makes a document, in the process."""
        self._make, self._lock = make, Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._coming: dict[WantedDocument, Coming] = {}

    def made(self, wanted: WantedDocument) -> bytes | None:
        """The document, made once for all who wait for it. Raises NotNowError where too many wait, where it takes too
        long, and where the process dies of it; and what making it raises."""
        future, pool = self._future(wanted)
        try:
            return future.result(SECONDS)
        except (BrokenProcessPool, TimeoutError) as error:
            self._give_up(pool)
            raise NotNowError from error

    @property
    def waiting(self) -> int:
        """How many documents are made or wait."""
        return len(self._coming)

    def end(self) -> None:
        """End the process, if there is one."""
        if self._pool is not None:
            self._give_up(self._pool)

    def _future(self, wanted: WantedDocument) -> "Coming":
        with self._lock:
            if wanted in self._coming:
                return self._coming[wanted]
            if len(self._coming) >= MOST:
                raise NotNowError
            if self._pool is None:
                self._pool = ProcessPoolExecutor(
                    1, multiprocessing.get_context("spawn"), max_tasks_per_child=DOCUMENTS_OF_PROCESS
                )
            coming = self._coming[wanted] = self._pool.submit(self._make, wanted), self._pool
        coming[0].add_done_callback(lambda _: self._forget(wanted))
        return coming

    def _forget(self, wanted: WantedDocument) -> None:
        with self._lock:
            self._coming.pop(wanted, None)

    def _give_up(self, pool: ProcessPoolExecutor) -> None:
        """End a process; the next document is made by a new one, and whoever waits for this one hears of it at once."""
        with self._lock:
            if self._pool is pool:
                self._pool = None
        for process in [*(pool._processes or {}).values()]:  # public from Python 3.14 on, as kill_workers
            process.kill()
        pool.shutdown(wait=False, cancel_futures=True)
