"""Unpacks the zip of a release within limits, so that no file can fill the memory or write where it should not."""

import copy
import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator

from data.package.problems import BrokenPackageError, Problem, in_order

# Many times what a release has: some 33 files, a megabyte in all, compressed to a quarter of one, a file to an eighth.
MOST_FILES = 100
MOST_COMPRESSED = 8_000_000
MOST_IN_A_FILE = 8_000_000
MOST_IN_ALL = 32_000_000
MOST_RATIO = 100
# A small text of one character is compressed further than that and fills nothing.
SMALL = 10_000
FLAT = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*\.(csv|json|md)", re.ASCII)
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What begins the entry of each file in the directory at the end of a zip.
ENTRY = b"PK\x01\x02"
ENCRYPTED = 0x1
# What the library raises on a zip that is not one, is cut, uses what it does not know, or says what is not so.
READ_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError)


def unpacked(name: str, zipped: bytes) -> zipfile.Path:
    """The files in the zip, each read whole and held without compression.

    `name` is that of the zip, for the problems. Raises BrokenPackageError with one problem a limit that does not hold:
    first by what the directory of the zip says, before anything is unpacked, then by what is in it.
    """
    # Each entry of the directory becomes an object, so they are counted before it is read.
    if zipped.count(ENTRY) > MOST_FILES:
        raise _broken(name, f"a release must have at most {MOST_FILES} files")
    try:
        archive = zipfile.ZipFile(io.BytesIO(zipped))
    except READ_ERRORS as error:
        raise _broken(name, "the file of the release is not a zip or is cut") from error
    with archive:
        if problems := in_order(_limits(name, archive.infolist())):
            raise BrokenPackageError(problems)
        return _held(name, archive)


def _limits(name: str, entries: list[zipfile.ZipInfo]) -> Iterator[Problem]:
    """What the directory says that no release may have."""
    # Names that differ by case alone are one file where a reader unpacks them.
    times = Counter(entry.orig_filename.casefold() for entry in entries)
    for entry in entries:
        inside = entry.orig_filename
        if not FLAT.fullmatch(inside):
            yield Problem(name, "must be the name of a .csv, .json or .md file inside, without a folder", value=inside)
        if times[inside.casefold()] > 1:
            yield Problem(name, "two files inside must not have one name", value=inside)
        if entry.flag_bits & ENCRYPTED:
            yield Problem(name, "the file inside must not be encrypted", value=inside)
        if entry.compress_type not in METHODS:
            yield Problem(name, "the file inside must be stored or deflated", value=inside)
        if entry.file_size > MOST_IN_A_FILE:
            yield Problem(name, f"the file inside must have at most {MOST_IN_A_FILE:,} bytes", value=inside)
        if entry.file_size > max(SMALL, entry.compress_size * MOST_RATIO):
            yield Problem(name, f"the file inside must not be packed to less than 1/{MOST_RATIO}", value=inside)
    if sum(entry.file_size for entry in entries) > MOST_IN_ALL:
        yield Problem(name, f"the files inside must have at most {MOST_IN_ALL:,} bytes in all")


def _content(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """One file inside, of which no more is unpacked than the directory says that there is, and one byte."""
    # The library stops where the directory says that the file ends. With one byte more it sees that there is more.
    longer = copy.copy(entry)
    longer.file_size += 1
    try:
        with archive.open(longer) as file:
            # Told how much to read, it unpacks so much; not told, all that is compressed before it cuts.
            content = file.read(longer.file_size)
    except READ_ERRORS as error:
        raise _broken(name, "the file inside is cut or is not what the zip says", entry.filename) from error
    if len(content) != entry.file_size:
        raise _broken(name, f"the file inside must have {entry.file_size:,} bytes as the zip says", entry.filename)
    return content


def _held(name: str, archive: zipfile.ZipFile) -> zipfile.Path:
    """The files as a zip without compression, which no reader has to unpack."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as held:
        for entry in archive.infolist():
            held.writestr(entry.filename, _content(name, archive, entry))
    return zipfile.Path(file)


def _broken(name: str, rule: str, value: str | None = None) -> BrokenPackageError:
    return BrokenPackageError([Problem(name, rule, value=value)])
