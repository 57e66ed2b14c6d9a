"""Files written at once: whoever reads one meanwhile has the old one or the new one, never a part."""

import io
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

FILE_MODE = 0o644


def write_whole(path: Path, content: bytes) -> None:
    """Put a file with this content in the place of the one that is there, if one is."""
    _beside(path, io.BytesIO(content)).replace(path)


def write_once(path: Path, content: bytes) -> None:
    """As `write_whole`, for a file that must not be there yet; FileExistsError when it is."""
    beside = _beside(path, io.BytesIO(content))
    try:
        path.hardlink_to(beside)
    finally:
        beside.unlink()


def write_all(folder: Path, files: Mapping[str, Path], originals: Path) -> None:
    """Put what these files hold, by name, in the place of those of a folder: all, or, where one cannot be written or
    the command is broken off, none. `originals` holds those that were there, and puts them back."""
    beside: dict[str, Path] = {}
    try:
        for name, file in files.items():
            with file.open("rb") as content:
                beside[name] = _beside(folder / name, content)
        for name, file in beside.items():
            file.replace(folder / name)
    except BaseException:
        for name in files:
            (originals / name).replace(folder / name)
        for file in beside.values():
            file.unlink(missing_ok=True)
        raise


def _beside(path: Path, content: BinaryIO) -> Path:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        beside = Path(file.name)
        try:
            shutil.copyfileobj(content, file)
        except BaseException:
            beside.unlink()
            raise
    beside.chmod(FILE_MODE)
    return beside
