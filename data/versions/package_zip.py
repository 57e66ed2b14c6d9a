"""The whole data package as one zip: every table as it stands, the descriptor that declares them, and the licences."""

import io
import zipfile
from collections.abc import Iterator
from importlib.resources.abc import Traversable

from data.package.descriptor import FILE, Descriptor, read_descriptor
from data.package.problems import Problem
from data.package.whole_files import read_whole, why_unreadable

LICENCES = "LICENSE.md"
# The first moment that a zip can name. The real one would make every copy of the same data another file.
NO_TIME = (1980, 1, 1, 0, 0, 0)
FILE_MODE = 0o644 << 16
UNIX = 3


def package_zip(folder: Traversable, declared: bytes | None = None) -> bytes:
    """The package in `folder` as a zip that `frictionless validate` opens; the same bytes for
    the same files.

    The tables are as curators keep them, so that they fit their descriptor; `declared` stands in for the descriptor's
    own file when given. Raises OSError when a file cannot be read.
    """
    replaced = {FILE: declared} if declared else {}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in _names(read_descriptor(folder)):
            entry = zipfile.ZipInfo(name, NO_TIME)
            entry.external_attr, entry.create_system, entry.compress_type = FILE_MODE, UNIX, zipfile.ZIP_DEFLATED
            archive.writestr(entry, replaced.get(name) or read_whole(folder / name))
    return file.getvalue()


def licence_problems(folder: Traversable) -> list[Problem]:
    """What is wrong with the file of licences: without it no copy of the package can be made."""
    try:
        read_whole(folder / LICENCES)
    except OSError as error:
        return [Problem(LICENCES, f"the file of the licences {why_unreadable(error)}")]
    return []


def _names(descriptor: Descriptor) -> Iterator[str]:
    """The descriptor first, then the licences, then the tables in the descriptor's order."""
    yield FILE
    yield LICENCES
    yield from (table.path for table in descriptor.tables)
