"""Zips as nobody should make them, made on the fly: of many files, of zeros without end, with a directory that lies."""

import io
import struct
import zipfile
from collections.abc import Iterable

# Where the size of a file before packing stands in its own head and in its entry of the directory.
LOCAL, ENTRY = (b"PK\x03\x04", 22), (b"PK\x01\x02", 24)
FLAGS = {b"PK\x03\x04": 6, b"PK\x01\x02": 8}
METHOD = {b"PK\x03\x04": 8, b"PK\x01\x02": 10}
ZEROS = bytes(1_000_000)


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of the files, in which a name may stand more than once."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return file.getvalue()


def of_zeros(megabytes: int, *names: str) -> bytes:
    """A zip of files of so many megabytes of zeros, which are never held at once."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            with archive.open(name, "w") as opened:
                for _ in range(megabytes):
                    opened.write(ZEROS)
    return file.getvalue()


def saying(whole: bytes, size: int) -> bytes:
    """The zip with that size written for its first file, whatever its size is."""
    return _written(whole, dict([LOCAL, ENTRY]), struct.pack("<L", size))


def encrypted(whole: bytes) -> bytes:
    """The zip with the mark of encryption on its first file."""
    return _written(whole, FLAGS, struct.pack("<H", 1))


def compressed_by(whole: bytes, method: int) -> bytes:
    """The zip with that method of packing written for its first file."""
    return _written(whole, METHOD, struct.pack("<H", method))


def _written(whole: bytes, offsets: dict[bytes, int], value: bytes) -> bytes:
    changed = bytearray(whole)
    for signature, offset in offsets.items():
        at = whole.index(signature) + offset
        changed[at : at + len(value)] = value
    return bytes(changed)
