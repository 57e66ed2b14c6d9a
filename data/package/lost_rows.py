"""No row is lost: what the newest release has stands in its table still, be it under another id, or the table of
removed rows says why not.

The tables of the screen are held to it too, for a release has them although it is shown with those of today.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path

import pandas as pd

from data.package.csv_text import read_csv_text
from data.package.descriptor import FILE, Descriptor, Table, read_descriptor
from data.package.problems import BrokenPackageError, Problem
from data.package.release_files import Release, files_of, known_releases, releases_of
from data.package.row_keys import FORMER_IDS, Moves, ids_by, key_texts, moved_ids, row_ids, same_rows, with_moved_ids
from data.package.whole_files import Captured
from data.text.formats import counted
from data.text.suggestions import did_you_mean, nearest

REMOVED_ROWS = "removed"
SHOWN = 3
TableTexts = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, eq=False)
class FrozenRows:
    """The rows of one table of a release, as it declares the table: the columns that tell them apart, as text."""

    table: Table
    keys: pd.DataFrame

    @cached_property
    def ids(self) -> pd.Index:
        """Their ids in the release."""
        return row_ids(self.table, self.keys)

    def ids_after(self, moves: Moves) -> pd.Index:
        """Their ids once the ids that they are made of have moved."""
        return row_ids(self.table, with_moved_ids(self.table, self.keys, moves)) if moves else self.ids


def lost_rows(descriptor: Descriptor, texts: TableTexts) -> list[Problem]:
    """What the tables lost against the newest release beside them, one sentence a table, and what is wrong in the table
    of removed rows.

    `texts` are the texts of the tables that can be read; the others are not judged. Without a release, or where its
    file is damaged (which `release_problems` reports), only the least number of rows that a table declares is asked
    for.
    """
    version, frozen = newest_rows(descriptor.folder)
    known = {table.name: table for table in descriptor.tables}
    problems = [_undeclared(name, version) for name in frozen if name not in known]
    if any(name in known and name not in texts for name in (REMOVED_ROWS, FORMER_IDS)):
        return problems
    removed, moves = _removed(texts), moved_ids(texts[FORMER_IDS]) if FORMER_IDS in texts else {}
    for name, frame in texts.items():
        before = frozen.get(name)
        explained = removed.get(name, set()) | moves.get(name, {}).keys()
        lost = _lost(known[name], frame, before, version, explained, moves) if before else None
        problems += [problem for problem in [lost or _too_few(known[name], frame)] if problem]
    return problems + list(_wrongly_removed(known, texts))


def newest_rows(folder: Traversable) -> tuple[str, Mapping[str, FrozenRows]]:
    """The version of the newest release beside `folder`, and its rows by table; none where it cannot be read."""
    place = folder.original if isinstance(folder, Captured) else folder
    if not isinstance(place, Path):
        return "", {}
    try:
        known = known_releases(releases_of(place))
        return (known[-1].version, _rows_of(known[-1])) if known else ("", {})
    except BrokenPackageError:
        return "", {}


@lru_cache(maxsize=4)
def _rows_of(release: Release) -> Mapping[str, FrozenRows]:
    """The rows of a release by table, kept by its checksum. Raises BrokenPackageError when its file is damaged."""
    own = read_descriptor(files_of(release))
    return {table.name: _frozen(table, own.folder) for table in own.tables}


def _frozen(table: Table, folder: Traversable) -> FrozenRows:
    texts, _ = read_csv_text(table, folder)
    return FrozenRows(table, texts[list(table.keys[0])])


def _removed(texts: TableTexts) -> dict[str, set[str]]:
    """The ids of the rows that were taken out on purpose, by table."""
    if REMOVED_ROWS not in texts:
        return {}
    rows = texts[REMOVED_ROWS]
    return {str(table): set(rows) for table, rows in rows["row"].groupby(rows["table"])}


def _lost(
    table: Table, texts: pd.DataFrame, before: FrozenRows, version: str, explained: set[str], moves: Moves
) -> Problem | None:
    """The rows that are neither there nor `explained`: taken out on purpose or, as the rules of former ids see to,
    there under another id."""
    key = before.table.keys[0]
    missing = [name for name in key if name not in texts]
    if missing:
        rule = f"the column must stay: release {version} knows the rows of the table by it"
        return Problem(table.name, rule, column=", ".join(missing))
    after = before.ids_after(moves)
    paired = same_rows(after.drop_duplicates(), ids_by(key, texts))
    pairs = zip(map(str, before.ids), after, strict=True)
    lost = [row_id for row_id, moved in pairs if moved not in paired and row_id not in explained]
    if not lost:
        return None
    near = nearest(lost[0], explained - moves.get(table.name, {}).keys())
    hint = f'table {REMOVED_ROWS} names "{near}": write "{lost[0]}" there' if near else ""
    return Problem(table.name, lost_rule(lost, version), hint=hint)


def lost_rule(lost: list[str], version: str) -> str:
    """The sentence for rows that a release has and the table has no more."""
    remedy = "or name {} in table removed, with the day and why"
    if len(lost) == 1:
        return f'the row "{lost[0]}" of release {version} is gone: put it back, {remedy.format("it")}'
    more = f" and {len(lost) - SHOWN} more" if len(lost) > SHOWN else ""
    first = ", ".join(f'"{row_id}"' for row_id in lost[:SHOWN])
    return f"{len(lost)} rows of release {version} are gone: put {first}{more} back, {remedy.format('each')}"


def _too_few(table: Table, texts: pd.DataFrame) -> Problem | None:
    if len(texts) >= table.least_rows:
        return None
    rule = f"the table must have at least {counted(table.least_rows, 'row')} (leastRows in {FILE}): put them back"
    return Problem(table.name, rule, value=counted(len(texts), "row"))


def _undeclared(name: str, version: str) -> Problem:
    return Problem(FILE, f"release {version} has the table: declare it, for no table is taken out", value=name)


def _wrongly_removed(known: Mapping[str, Table], texts: TableTexts) -> Iterator[Problem]:
    """Rows of the table of removed rows that name a table which is not declared, or a row which is still there."""
    if REMOVED_ROWS not in texts or texts[REMOVED_ROWS].empty:
        return
    there = {name: set(key_texts(known[name].keys[0], frame)) for name, frame in texts.items()}
    for row, table, row_id in zip(*_removed_rows(texts[REMOVED_ROWS]), strict=True):
        if table and table not in known:
            rule = f"must be a table of the package, one of: {', '.join(known)}"
            yield Problem(REMOVED_ROWS, rule, row, "table", table, did_you_mean(table, known))
        elif row_id in there.get(table, ()):
            rule = f"the row still stands in table {table}: take it out there, or take this row out here"
            yield Problem(REMOVED_ROWS, rule, row, "row", row_id)


def _removed_rows(removed: pd.DataFrame) -> tuple[list[int], list[str], list[str]]:
    return removed.index.tolist(), removed["table"].tolist(), removed["row"].tolist()
