"""Files written at once: whoever reads one meanwhile has the old one or the new one, never a part."""

import tempfile
from collections.abc import Mapping
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


def write_all(folder: Path, content: Mapping[str, bytes], originals: Path) -> None:
    """Put files with this content, by name, in the place of those of a folder: all, or, where one cannot be written or
    the command is broken off, none. `originals` holds those that were there, and puts them back."""
    beside: dict[str, Path] = {}
    try:
        for name, written in content.items():
            beside[name] = _beside(folder / name, written)
        for name, file in beside.items():
            file.replace(folder / name)
    except BaseException:
        for name in content:
            (originals / name).replace(folder / name)
        for file in beside.values():
            file.unlink(missing_ok=True)
        raise


def _beside(path: Path, content: bytes) -> Path:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        beside = Path(file.name)
        try:
            file.write(content)
        except BaseException:
            beside.unlink()
            raise
    beside.chmod(FILE_MODE)
    return beside
