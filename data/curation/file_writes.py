"""Files written at once: whoever reads one meanwhile has the old one or the new one, never a part."""

import tempfile
from pathlib import Path

FILE_MODE = 0o644


def write_whole(path: Path, content: bytes) -> None:
    """Put a file with this content in the place of the one that is there, if one is."""
    _beside(path, content).replace(path)


def write_once(path: Path, content: bytes) -> None:
    """As `write_whole`, for a file that must not be there yet; FileExistsError when it is."""
    beside = _beside(path, content)
    try:
        path.hardlink_to(beside)
    finally:
        beside.unlink()


def _beside(path: Path, content: bytes) -> Path:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        file.write(content)
    Path(file.name).chmod(FILE_MODE)
    return Path(file.name)
