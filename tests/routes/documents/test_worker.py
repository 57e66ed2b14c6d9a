"""Documents are made by one process, the same one once; who cannot be served is told so at once."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from routes.documents.made import WantedDocument
from routes.documents.worker import MOST, DocumentWorker, NotNowError

DIES, WAITS = "dies", "waits"


def wanted(name, folder=""):
    return WantedDocument(name, str(folder), (), "https://example.org/", "")


def made_up(given):
    """Stands for the making of a document; one that waits does so until a file is there."""
    if given.ending == DIES:
        os._exit(1)
    if given.ending.startswith(WAITS):
        (Path(given.paper) / f"began-{given.ending}-{os.getpid()}").touch()
        while not (Path(given.paper) / "go").exists():
            pass
    if given.ending == "fails":
        raise LookupError("nothing here")
    return given.ending.encode()


@pytest.fixture
def worker():
    made = DocumentWorker(made_up)
    yield made
    made.end()


def test_a_document_is_made_in_another_process(worker, tmp_path):
    (tmp_path / "go").touch()
    assert worker.made(wanted(WAITS, tmp_path)) == WAITS.encode()
    (began,) = tmp_path.glob("began-*")
    assert began.name != f"began-{WAITS}-{os.getpid()}"


def test_the_same_document_is_made_once_for_all_who_wait(worker, tmp_path):
    with ThreadPoolExecutor(5) as readers:
        futures = [readers.submit(worker.made, wanted(WAITS, tmp_path)) for _ in range(5)]
        while not [*tmp_path.glob("began-*")]:
            pass
        (tmp_path / "go").touch()
        assert {one.result() for one in futures} == {WAITS.encode()}
    assert len([*tmp_path.glob("began-*")]) == 1


def test_of_twenty_at_once_some_are_sent_away_and_none_hangs(worker, tmp_path):
    together = Barrier(20)

    def ask(number):
        together.wait()
        try:
            return worker.made(wanted(f"{WAITS}-{number}", tmp_path))
        except NotNowError:
            (tmp_path / "go").touch()
            return None

    with ThreadPoolExecutor(20) as readers:
        answers = [*readers.map(ask, range(20))]
    assert len([answer for answer in answers if answer]) >= MOST
    assert len([answer for answer in answers if answer is None]) == 20 - len([answer for answer in answers if answer])


def test_a_process_that_dies_is_followed_by_another(worker):
    with pytest.raises(NotNowError):
        worker.made(wanted(DIES))
    assert worker.made(wanted("md")) == b"md"


def test_what_the_making_raises_reaches_whoever_asked_and_the_next_is_made(worker):
    with pytest.raises(LookupError, match="nothing here"):
        worker.made(wanted("fails"))
    assert worker.made(wanted("md")) == b"md"
