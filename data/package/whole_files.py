"""Files read whole: only regular ones, without waiting and up to a size; and a folder whose files are read but once."""

import copy
import os
import stat
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import IO, Any

# Of one file, whichever: a table of a hundred thousand events has some seventy-five million.
MOST_BYTES = 100_000_000
KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


class NoFileError(OSError):
    """What stands where a file should be cannot be read as one; its text says why, after the name of the file."""


def read_whole(file: Traversable, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file. Nothing but a regular file is opened, and opening never waits, as a pipe would let it.

    Raises NoFileError when it is none or has more than `most` bytes, and OSError when it cannot be read.
    """
    if not isinstance(file, Path):
        return file.read_bytes()
    _refuse(file.stat(), most)
    with open(file, "rb", opener=_without_waiting) as opened:
        _refuse(os.fstat(opened.fileno()), most)
        read = opened.read(most + 1)
    # It may have grown since it was measured.
    if len(read) > most:
        raise NoFileError(_too_long(most))
    return read


def why_unreadable(error: OSError) -> str:
    """What is wrong with a file that could not be read, in words that go after its name."""
    return str(error) if isinstance(error, NoFileError) else "is missing or cannot be read"


def _refuse(known: os.stat_result, most: int) -> None:
    if not stat.S_ISREG(known.st_mode):
        raise NoFileError(f"must be a file and is {KINDS.get(stat.S_IFMT(known.st_mode), 'something else')}")
    if known.st_size > most:
        raise NoFileError(_too_long(most))


def _too_long(most: int) -> str:
    return f"has more than {most:,} bytes, the most that is read"


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


class Captured(Traversable):
    """A folder or a file of it. Each file is read once, when it is first asked for: from then on it has those bytes or
    that error, whatever becomes of the file."""

    def __init__(self, original: Path, read: dict[Path, bytes | OSError] | None = None) -> None:
        """`original` is what stands on the disk; `read` what was read of its folder so far."""
        self.original = original
        self._read: dict[Path, bytes | OSError] = {} if read is None else read

    @property
    def name(self) -> str:
        """Its name without the folders above it."""
        return self.original.name

    def joinpath(self, *descendants: str | os.PathLike[str]) -> "Captured":
        """What is of that name below it."""
        return Captured(self.original.joinpath(*descendants), self._read)

    def __truediv__(self, child: str | os.PathLike[str]) -> "Captured":
        """What is of that name in it."""
        return self.joinpath(child)

    def read_bytes(self) -> bytes:
        """Its bytes when it was first read. Raises OSError when it could not be read then."""
        if self.original not in self._read:
            # Of two who read at once the first is right for both.
            self._read.setdefault(self.original, _bytes_or_error(self.original))
        found = self._read[self.original]
        if isinstance(found, OSError):
            # Raised itself, the one that is kept would grow by a traceback each time and hold all that its frames hold.
            raise copy.copy(found)
        return found

    def read_text(self, encoding: str | None = None) -> str:
        """Its text when it was first read."""
        return self.read_bytes().decode(encoding or "utf-8")

    def is_file(self) -> bool:
        """Whether it could be read."""
        try:
            self.read_bytes()
        except OSError:
            return False
        return True

    def reads_as(self, other: "Captured") -> bool:
        """Whether exactly the files that were read of the other were or are read here, with the same bytes."""
        for original in [*other._read]:
            Captured(original, self._read).is_file()
        return self._read == other._read

    def is_dir(self) -> bool:
        """Whether it is the folder."""
        return self.original.is_dir()

    def iterdir(self) -> Iterator["Captured"]:
        """What is in the folder now."""
        return (self / path.name for path in self.original.iterdir())

    def open(self, mode: str = "r", *args: Any, **kwargs: Any) -> IO[Any]:
        """Not to be opened: whoever needs bytes asks for all of them."""
        raise NotImplementedError


def _bytes_or_error(file: Path) -> bytes | OSError:
    try:
        return read_whole(file)
    except OSError as error:
        return error.with_traceback(None)
