"""A zip that would fill the memory, or that is not what it says, is refused in one sentence that names its file."""

import contextlib
import os
import re
import sys
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.package.problems import BrokenPackageError
from data.package.release_files import Release, files_of, known_releases
from data.package.unpacking import MOST_COMPRESSED, MOST_FILES, MOST_IN_ALL, unpacked
from tests.data.zips import compressed_by, encrypted, of_zeros, saying, zipped

SMALL = [("datapackage.json", b"{}"), ("events.csv", b"a,b\n1,2\n" * 40)]
WHOLE = zipped(SMALL)
LOUD = os.urandom(1_000)
REFUSED = {
    "a folder before the name": (lambda: zipped([("data/events.csv", b"a")]), "data/events.csv.*without a folder"),
    "a way out": (lambda: zipped([("../events.csv", b"a")]), r"\.\./events.csv.*without a folder"),
    "a name from the root": (lambda: zipped([("/etc/passwd", b"a")]), "/etc/passwd.*without a folder"),
    "a drive": (lambda: zipped([("C:\\events.csv", b"a")]), "events.csv.*without a folder"),
    "a folder": (lambda: zipped([("events.csv/", b"")]), "events.csv/.*without a folder"),
    "a program": (lambda: zipped([("setup.exe", b"a")]), "setup.exe.*must be the name of a .csv"),
    "a name that begins as a hidden file": (lambda: zipped([(".events.csv", b"a")]), "must be the name of a .csv"),
    "letters that look like others": (lambda: zipped([("\u0435vents.csv", b"a")]), "must be the name of a .csv"),
    "a name twice": (
        lambda: zipped([*SMALL, ("evento.csv", b"")]).replace(b"evento", b"events"),
        "events.csv.*must not have one name",
    ),
    "a name twice but for case": (lambda: zipped([*SMALL, ("Events.csv", b"")]), "one name"),
    "encryption": (lambda: encrypted(WHOLE), "datapackage.json.*encrypted"),
    "a packing that may ask for any memory": (lambda: compressed_by(WHOLE, zipfile.ZIP_LZMA), "stored or deflated"),
    "a packing that nobody knows": (lambda: compressed_by(WHOLE, 99), "stored or deflated"),
    "many files": (lambda: zipped((f"t{item}.csv", b"") for item in range(MOST_FILES + 1)), "at most 100 files"),
    "a file of zeros": (lambda: of_zeros(5, "events.csv"), "events.csv.*packed to less than 1/100"),
    "a large file": (lambda: of_zeros(9, "events.csv"), "events.csv.*at most 8,000,000 bytes"),
    "many large files": (lambda: of_zeros(7, *(f"t{item}.csv" for item in range(5))), "32,000,000 bytes in all"),
    "fewer bytes than there are": (lambda: saying(zipped([("a.csv", LOUD)]), 100), "a.csv.*not what the zip says"),
    "more bytes than there are": (lambda: saying(zipped([("a.csv", LOUD)]), 2_000), "a.csv.*must have 2,000 bytes"),
    "other bytes": (lambda: zipped([("a.csv", LOUD)]).replace(LOUD[:50], bytes(50)), "a.csv.*cut or is not"),
    "another name in the file's head": (
        lambda: WHOLE.replace(b"events.csv", b"ev.nts.csv", 1),
        "not what the zip says",
    ),
    "the end cut off": (lambda: WHOLE[:-30], "is not a zip or is cut"),
    "the beginning alone": (lambda: WHOLE[:60], "is not a zip or is cut"),
    "nothing": (lambda: b"", "is not a zip or is cut"),
    "a text": (lambda: b"events,title\n" * 100, "is not a zip or is cut"),
}


def sentences(zip_bytes):
    with pytest.raises(BrokenPackageError) as refused:
        unpacked("2026-11-24.zip", zip_bytes)
    return [str(problem) for problem in refused.value.problems]


@pytest.mark.parametrize(("make", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_what_no_release_may_be_is_refused_in_a_sentence(make, words):
    text = sentences(make())
    assert all(sentence.startswith("file 2026-11-24.zip") for sentence in text)
    assert any(re.search(words, sentence) for sentence in text)


def test_each_limit_that_does_not_hold_is_named():
    text = sentences(zipped([("../a.csv", b""), ("b.exe", b""), ("c.csv", b""), ("C.csv", b""), ("fine.csv", b"")]))
    assert [sum(name in sentence for sentence in text) for name in ("../a.csv", "b.exe", "c.csv", "C.csv")] == [1] * 4
    assert len(text) == 4


@pytest.fixture(scope="module")
def bomb():
    """Six hundred megabytes in six hundred kilobytes."""
    return of_zeros(600, "events.csv")


@pytest.mark.slow
@pytest.mark.parametrize("size", [None, 0, 100, 7_000_000], ids=["as it is", "as nothing", "as little", "as allowed"])
def test_six_hundred_megabytes_are_refused_without_being_unpacked_whatever_the_zip_says(bomb, size):
    tracemalloc.start()
    try:
        sentences(bomb if size is None else saying(bomb, size))
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(bomb) < 700_000
    assert most < MOST_IN_ALL


def test_entries_without_end_are_counted_before_any_is_read():
    many = zipped((f"t{item}.csv", b"") for item in range(20_000))
    tracemalloc.start()
    try:
        sentences(many)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 1_000_000


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_zip_with_any_bytes_changed_is_read_or_refused_and_nothing_else(changes):
    changed = bytearray(WHOLE)
    for at, value in changes:
        changed[at] = value
    with contextlib.suppress(BrokenPackageError):
        files = unpacked("2026-11-24.zip", bytes(changed))
        assert all(file.read_bytes() == dict(SMALL)[file.name] for file in files.iterdir() if file.name in dict(SMALL))


def test_a_file_larger_than_any_release_is_not_read(tmp_path):
    path = tmp_path / "2026-11-24.zip"
    with path.open("wb") as file:
        file.truncate(MOST_COMPRESSED * 50)
    tracemalloc.start()
    try:
        with pytest.raises(BrokenPackageError, match=r"2026-11-24.zip.*more than 8,000,000 bytes"):
            files_of(Release("2026-11-24", path, ""))
        assert tracemalloc.get_traced_memory()[1] < 3 * MOST_COMPRESSED
    finally:
        tracemalloc.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="has no named pipes")
@pytest.mark.parametrize(("make", "kind"), [(os.mkfifo, "a pipe"), (os.mkdir, "a folder")], ids=["pipe", "folder"])
def test_a_pipe_or_a_folder_in_place_of_a_release_is_refused_and_not_waited_for(tmp_path, make, kind):
    make(tmp_path / "2026-11-24.zip")
    with pytest.raises(BrokenPackageError, match=rf"2026-11-24.zip.*must be a file and is {kind}"):
        files_of(Release("2026-11-24", tmp_path / "2026-11-24.zip", ""))


def test_every_release_that_is_there_is_far_within_the_limits():
    for release in known_releases():
        with zipfile.ZipFile(release.path) as archive:
            entries = archive.infolist()
        files = files_of(release)
        assert {file.name for file in files.iterdir()} == {entry.filename for entry in entries}
        assert sum(entry.file_size for entry in entries) < MOST_IN_ALL / 10
        assert release.path.stat().st_size < MOST_COMPRESSED / 10
        assert len(entries) < MOST_FILES / 2
