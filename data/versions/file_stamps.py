"""What tells whether files are still those that were read: names, times and sizes."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

# Each file's name, when it was written, when anything of it (a name, a permission) was changed, and its size.
Stamp = tuple[tuple[str, int, int, int], ...]


def stamp_of(files: Iterable[Path]) -> Stamp:
    """The files as they are now, in order of their paths."""
    return tuple(stamp for file in sorted(files) for stamp in _known_of(file))


def newest_moment(stamp: Stamp) -> datetime:
    """When the file that was written last was written, in whole seconds."""
    return datetime.fromtimestamp(max((written for _, written, *_rest in stamp), default=0) // 10**9, UTC)


def _known_of(file: Path) -> Iterator[tuple[str, int, int, int]]:
    """What is known of the file; nothing when it is gone since it was listed, as a release that was taken back."""
    try:
        known = file.stat()
    except OSError:
        return
    yield file.name, known.st_mtime_ns, known.st_ctime_ns, known.st_size
