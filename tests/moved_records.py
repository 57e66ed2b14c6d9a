"""The shipped tables and releases with one record of each kind moved to another id, an event twice, for tests that name
them by any of their ids."""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from data.package.release_files import RELEASES
from data.selection.record_kinds import EVENT, KINDS
from data.versions.data_version import DataVersion
from data.versions.store import TableStore
from tests.edited_tables import copy_tables, edit, move
from tests.factory import shipped

RELEASE = "2026-11-24"
AN_EVENT = shipped()["claims"].event_id.value_counts().index[0]
# By the parameter of its kind, the ids that a record had one after the other: the last is the one that it has now.
IDS: Mapping[str, tuple[str, ...]] = {
    EVENT.parameter: (AN_EVENT, f"{AN_EVENT[:10]}-moved-once", f"{AN_EVENT[:10]}-moved-twice"),
    **{
        name: (shipped()[kind.table][kind.id_column].iloc[0], f"moved-{name}")
        for name, kind in KINDS.items()
        if kind is not EVENT
    },
}


@dataclass(frozen=True)
class MovedTables:
    """A folder with the tables, and the store that reads it."""

    folder: Path
    store: TableStore

    def version(self, day: str = "") -> DataVersion:
        """What is shown of it."""
        found = self.store.data_version(day)
        assert isinstance(found, DataVersion), found
        return found


@cache
def moved_tables() -> MovedTables:
    """The tables with the records moved, made once a test process; nobody writes to them."""
    home = Path(tempfile.mkdtemp(prefix="moved"))
    folder = copy_tables(home / "tables")
    shutil.copytree(RELEASES, home / "releases")
    move_all(folder)
    return MovedTables(folder, TableStore(folder, home / "releases"))


def move_all(folder: Path) -> None:
    """Moves the records of a copy of the tables as IDS says."""
    for name, ids in IDS.items():
        for row_id, new_id in pairwise(ids):
            move(folder, KINDS[name].table, row_id, new_id)
    (first, *_, last) = IDS[EVENT.parameter]
    edit(folder, "story", lambda rows: [row.update(link=row["link"].replace(first, last)) for row in rows])
