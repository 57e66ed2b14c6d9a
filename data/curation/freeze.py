"""Freezes the tables as a release: checks them, writes the file once and for good, and says what it changed."""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources.abc import Traversable
from pathlib import Path

import orjson
import pandas as pd

from data.curation.change_lines import change_lines, unexplained
from data.curation.file_writes import write_once, write_whole
from data.curation.key_numbers import key_numbers
from data.curation.validate import check_package
from data.package.descriptor import FILE
from data.package.package import load_package
from data.package.problems import BrokenPackageError
from data.package.release_files import SUMS, Release, files_of, known_releases
from data.package.unpacking import unpacked
from data.text.days import is_day, today
from data.text.formats import counted
from data.versions.changes import changes, corrections, newer_columns
from data.versions.package_zip import package_zip

LOG, CORRECTIONS, NUMBERS = "CHANGELOG.md", "corrections.csv", "key_numbers.csv"
LOG_OPENING = "# What each data release changed\n\nWritten by `make release`; rows are named by their keys.\n"


class ReleaseError(ValueError):
    """Why the tables cannot be frozen under the name that was asked for."""


@dataclass(frozen=True)
class Frozen:
    """A release that was just made and, against the one before it, its changes and the columns that are new."""

    release: Release
    changes: pd.DataFrame
    columns: list[tuple[str, str]]
    first: bool


def freeze(version: str, folder: Path, home: Path) -> Frozen:
    """Freeze the tables of `folder` as the release of the day `version` into the folder `home`.

    Nothing is written unless all is well. Raises ReleaseError when no release of that day can be made and
    BrokenPackageError when a rule of the tables does not hold, the release before it is damaged, or this one would go
    beyond the limits within which releases are opened.
    """
    known = known_releases(home)
    _refuse(version, known, home)
    if problems := check_package(folder):
        raise BrokenPackageError(problems)
    before = files_of(known[-1]) if known else None
    if before is not None and (why := unexplained(changes(before, folder))):
        raise ReleaseError(why)
    declared = _declared(folder, version)
    frozen = package_zip(folder, declared)
    unpacked(f"{version}.zip", frozen)
    release = Release(version, home / f"{version}.zip", hashlib.sha256(frozen).hexdigest())
    home.mkdir(exist_ok=True)
    try:
        write_once(release.path, frozen)
    except FileExistsError as error:
        raise ReleaseError(f"{release.path.name} was made by someone else meanwhile; nothing was changed") from error
    write_whole(folder / FILE, declared)
    made = _compared(release, before)
    _record(home, made, folder)
    return made


def _refuse(version: str, known: tuple[Release, ...], home: Path) -> None:
    if not is_day(version):
        raise ReleaseError(f'VERSION must be a day such as 2026-11-24, not "{version}"')
    if version in {release.version for release in known}:
        raise ReleaseError(
            f"release {version} exists already and is never changed; the next free day is {_free(known)}"
        )
    if known and version < known[-1].version:
        newest = known[-1].version
        raise ReleaseError(
            f"release {version} would be older than the newest one, {newest}; the next free day is {_free(known)}"
        )
    if (home / f"{version}.zip").exists():
        raise ReleaseError(f"the file {version}.zip is there but {SUMS} does not list it: remove it to freeze again")


def _free(known: tuple[Release, ...]) -> date:
    """The first day, from today on, that is later than the newest release."""
    return max(today(), date.fromisoformat(known[-1].version) + timedelta(days=1))


def _declared(folder: Path, version: str) -> bytes:
    """The descriptor's file with the release's name and day in it."""
    about = orjson.loads((folder / FILE).read_bytes())
    about |= {"version": version, "created": f"{version}T00:00:00Z"}
    return orjson.dumps(about, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _compared(release: Release, before: Traversable | None) -> Frozen:
    after = files_of(release)
    if before is None:
        return Frozen(release, changes(after, after), [], True)
    return Frozen(release, changes(before, after), newer_columns(before, after), False)


def _record(home: Path, made: Frozen, folder: Path) -> None:
    """Add the release to the changelog, its corrections and its key numbers to theirs, and last to the list."""
    version = made.release.version
    log = home / LOG
    older = log.read_text(encoding="utf-8").removeprefix(LOG_OPENING) if log.exists() else ""
    write_whole(log, f"{LOG_OPENING}\n{release_notes(made)}{older}".encode())
    put_right = corrections(made.changes).assign(release=version)
    _append(home / CORRECTIONS, put_right[["release", *made.changes.columns]])
    numbers = key_numbers(load_package(folder)).assign(release=version)
    _append(home / NUMBERS, numbers[["release", "number", "value"]])
    sums = home / SUMS
    listed = sums.read_bytes() if sums.exists() else b""
    write_whole(sums, listed + f"{made.release.sha256}  {version}.zip\n".encode())


def release_notes(made: Frozen) -> str:
    """The changelog's section on a release, in Markdown."""
    opening = f"## {made.release.version}\n\n"
    if made.first:
        return f"{opening}The first release.\n"
    lines = [f"- `{table}`: new column `{column}`" for table, column in made.columns]
    lines += change_lines(made.changes)
    return opening + "\n".join(lines or ["No row changed."]) + "\n"


def release_summary(made: Frozen) -> str:
    """What was frozen, in one line."""
    if made.first:
        return f"Release {made.release.version} is frozen, the first one."
    rows = made.changes.drop_duplicates(["table", "row_id"])
    return f"Release {made.release.version} is frozen: {counted(len(rows), 'row')} differ from the one before."


def _append(path: Path, rows: pd.DataFrame) -> None:
    """Add rows to a list, whose older rows have nothing in a column that they lack."""
    older = pd.read_csv(path, dtype="str", keep_default_na=False) if path.exists() else rows.iloc[:0]
    listed = pd.concat([older, rows])[list(rows.columns)].fillna("")
    write_whole(path, listed.to_csv(index=False, lineterminator="\n").encode())
