"""The files of the releases: the list of them with their checksums, and what is inside one."""

import hashlib
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from data.package.descriptor import FOLDER
from data.package.problems import BrokenPackageError, Problem
from data.package.unpacking import MOST_COMPRESSED, unpacked
from data.package.whole_files import read_whole, why_unreadable
from data.text.days import is_day

RELEASES = FOLDER.with_name("releases")
# Hash, two spaces, file: the form that `sha256sum --check` reads.
SUMS = "SHA256SUMS"
LISTED = re.compile(r"([0-9a-f]{64})  (\d{4}-\d{2}-\d{2})\.zip", re.ASCII)


@dataclass(frozen=True)
class Release:
    """One release: the day that names it, its file and the SHA-256 that the file had when it was frozen."""

    version: str
    path: Path
    sha256: str


def releases_of(folder: Path) -> Path:
    """The folder of the releases of the tables in `folder`: it lies beside it."""
    return folder.resolve().with_name("releases")


def known_releases(folder: Path = RELEASES) -> tuple[Release, ...]:
    """The releases that `folder` lists, oldest first; none when it lists none.

    Raises BrokenPackageError when the list cannot be read, or names a day twice or none.
    """
    try:
        lines = read_whole(folder / SUMS).decode("utf-8").splitlines()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise BrokenPackageError([Problem(SUMS, f"the list of releases {why_unreadable(error)}")]) from error
    except UnicodeDecodeError as error:
        raise BrokenPackageError([Problem(SUMS, "the list of releases cannot be read")]) from error
    found: dict[str, Release] = {}
    problems = []
    for row, line in enumerate(lines, 1):
        match = LISTED.fullmatch(line)
        if match is None or not is_day(match[2]):
            problems.append(Problem(SUMS, "the row must be a SHA-256, two spaces and DAY.zip", row, value=line))
        elif match[2] in found:
            problems.append(Problem(SUMS, "two releases cannot be of one day", row, value=match[2]))
        else:
            found[match[2]] = Release(match[2], folder / f"{match[2]}.zip", match[1])
    if problems:
        raise BrokenPackageError(problems)
    return tuple(found[version] for version in sorted(found))


def files_of(release: Release) -> zipfile.Path:
    """What is inside the release's file.

    Raises BrokenPackageError when the file is missing, is not, byte for byte, the one that was frozen, or goes beyond
    the limits of `data.package.unpacking`.
    """
    name = release.path.name
    try:
        frozen = read_whole(release.path, MOST_COMPRESSED)
    except OSError as error:
        raise BrokenPackageError([Problem(name, f"the file of the release {why_unreadable(error)}")]) from error
    found = hashlib.sha256(frozen).hexdigest()
    if found != release.sha256:
        rule = f"the file of the release was cut or changed: its SHA-256 must be {release.sha256} as {SUMS} has it"
        raise BrokenPackageError([Problem(name, rule, value=found)])
    return unpacked(name, frozen)
