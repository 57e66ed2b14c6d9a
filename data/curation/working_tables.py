"""The tables as a curator works on them: as text, changed in memory, and written all together or not at all."""

import csv
import io
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pyarrow as pa

from data.curation.file_writes import write_all
from data.package.csv_text import text_of_csv
from data.package.descriptor import Descriptor, Table
from data.package.package import trusted_descriptor
from data.package.problems import BrokenPackageError
from data.package.release_files import releases_of
from data.package.row_keys import row_ids
from data.package.whole_files import read_whole
from data.text.suggestions import did_you_mean
from data.versions.checked import checked_package

# Beside the tables: the files that the last command replaced, as they were before.
BEFORE = "tables_before"
ROWS_AT_ONCE = 5_000


class RefusedError(ValueError):
    """Why nothing was changed, in a sentence that a curator can act on."""


@dataclass(frozen=True)
class WorkingTables:
    """The tables of a folder, each as text in `texts`, where tools put changed ones; `files` are the files as they were
    read and `read` what stood in them."""

    folder: Path
    descriptor: Descriptor
    files: Mapping[str, bytes]
    read: Mapping[str, pd.DataFrame]
    texts: dict[str, pd.DataFrame]

    def table(self, name: str) -> Table:
        """The declaration of a table. Raises RefusedError with the nearest name when there is none."""
        known = [table.name for table in self.descriptor.tables]
        if name not in known:
            raise RefusedError(f'there is no table "{name}"; {did_you_mean(name, known) or _one_of(known)}')
        return self.descriptor.table(name)

    def row(self, name: str, row_id: str) -> int:
        """Where the row with that key stands in a table. Raises RefusedError with the nearest key when none has it."""
        ids = row_ids(self.table(name), self.texts[name])
        if row_id not in ids:
            raise RefusedError(f'table {name} has no row "{row_id}"; {did_you_mean(row_id, ids) or "look at its keys"}')
        return int(self.texts[name].index[list(ids).index(row_id)])

    def column(self, name: str, column: str) -> None:
        """Nothing, where the table has that column. Raises RefusedError with the nearest name when it has not."""
        known = [one.name for one in self.table(name).columns]
        if column not in known:
            raise RefusedError(
                f'table {name} has no column "{column}"; {did_you_mean(column, known) or _one_of(known)}'
            )

    @property
    def changed(self) -> list[str]:
        """The tables whose rows are others than in their files."""
        return [name for name, texts in self.texts.items() if not _same_rows(texts, self.read[name])]


def read_working(folder: Path) -> WorkingTables:
    """The tables of `folder`, whatever rules they break. Raises BrokenPackageError when a file's form is broken."""
    descriptor = trusted_descriptor(folder)
    files = {table.name: read_whole(folder / table.path) for table in descriptor.tables}
    read, problems = {}, []
    for table in descriptor.tables:
        read[table.name], found = text_of_csv(table, files[table.name])
        problems += found
    if problems:
        raise BrokenPackageError(problems)
    return WorkingTables(folder, descriptor, files, read, dict(read))


def write_working(tables: WorkingTables) -> list[str]:
    """Write the tables that were changed, all or none, and keep the files that were there; the tables' names.

    They are checked first, as a whole. Raises BrokenPackageError when a rule would not hold, and RefusedError when
    somebody else has written one of the files meanwhile.
    """
    with staged(tables) as folder:
        checked_package(folder)
        _refuse_if_written_meanwhile(tables)
        paths = {name: tables.descriptor.table(name).path for name in tables.changed}
        if paths:
            _put_in_place(tables.folder, {path: folder / path for path in paths.values()})
    return [*paths]


def _put_in_place(folder: Path, files: Mapping[str, Path]) -> None:
    replaced = folder.with_name(BEFORE)
    shutil.rmtree(replaced, ignore_errors=True)
    replaced.mkdir()
    for path in files:
        shutil.copy2(folder / path, replaced / path)
    try:
        write_all(folder, files, replaced)
    except OSError as error:
        raise RefusedError(f"a file could not be written ({error}); nothing was changed") from error


def check_working(tables: WorkingTables) -> None:
    """Nothing, where the tables as they would be written are fit to be published. Raises BrokenPackageError else."""
    with staged(tables) as folder:
        checked_package(folder)


@contextmanager
def staged(tables: WorkingTables) -> Iterator[Path]:
    """A folder with the tables as they would be written, beside which the releases lie; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="staged_tables_") as name:
        home = Path(name)
        folder = Path(shutil.copytree(tables.folder, home / "tables"))
        if (releases := releases_of(tables.folder)).exists():
            (home / releases.name).symlink_to(releases, target_is_directory=True)
        for changed in tables.changed:
            _write_csv(tables, changed, folder / tables.descriptor.table(changed).path)
        # What long tables took on the way is given back before all of them are read once more.
        pa.default_memory_pool().release_unused()
        yield folder


def _refuse_if_written_meanwhile(tables: WorkingTables) -> None:
    for name in tables.changed:
        path = tables.folder / tables.descriptor.table(name).path
        if read_whole(path) != tables.files[name]:
            raise RefusedError(f"{path.name} was written by someone else meanwhile; nothing was changed, try again")


def _write_csv(tables: WorkingTables, name: str, path: Path) -> None:
    """Write the file of a table, its columns in the order in which they stand in it today."""
    header = next(csv.reader(io.StringIO(tables.files[name].decode("utf-8-sig"), newline="")))
    rows = tables.texts[name]
    # A part after the other: as texts of Python's own a long table takes several times as much memory.
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for first in range(0, len(rows), ROWS_AT_ONCE):
            part = rows.iloc[first : first + ROWS_AT_ONCE]
            writer.writerows(zip(*(part[column].tolist() for column in header), strict=True))


def rows_in_order(table: Table, rows: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """The rows of a table with new ones among them: where they are sorted by the key or its first column there, else
    last."""
    whole = pd.concat([rows, new])
    for columns in ([*table.keys[0]], [table.keys[0][0]]):
        keys = list(rows[columns].itertuples(index=False, name=None))
        if all(one <= next_one for one, next_one in pairwise(keys)):
            return whole.sort_values(columns, kind="stable")
    return whole


def _same_rows(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    return one.reset_index(drop=True).equals(other.reset_index(drop=True))


def _one_of(known: list[str]) -> str:
    return f"it is one of: {', '.join(known)}"
