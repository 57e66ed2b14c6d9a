"""Links that name a record by an id that it has no more, or not yet: by which id the tables that are shown know it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.package.row_keys import FORMER_IDS, ids_after, moved_ids
from data.selection.record_kinds import KINDS, RecordKind
from data.text.formats import lower_first
from data.text.matching import values_given
from data.text.messages import say
from data.versions.data_version import DataVersion
from data.view.settings import setting_titles

Query = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class MovedRecord:
    """A record that a link names by another id than the tables that are shown: by a former one, or by one that came
    after the `release`, which is empty for the tables as they stand."""

    kind: RecordKind
    row_id: str
    release: str

    def say(self) -> str:
        """The id that it has there, in a sentence."""
        kind = lower_first(setting_titles()[self.kind.parameter])
        if self.release:
            return say("former_ids.in_release", kind=kind, id=self.row_id, release=self.release)
        return say("former_ids.now", kind=kind, id=self.row_id)


def current_ids(query: Query, data_version: DataVersion) -> tuple[Query, tuple[MovedRecord, ...]]:
    """The parameters of a link with each record by the id that the tables that are shown have for it, and the records
    that the link named by another. What names no record is left as it is."""
    found, moved = dict(query), []
    for name, kind in KINDS.items():
        given = values_given(query, name)
        row_id = shown_id(data_version, kind, given[0]) if given else ""
        if row_id and row_id != given[0]:
            values = list(query[name])
            values[values.index(given[0])] = row_id
            found[name] = values
            moved.append(MovedRecord(kind, row_id, data_version.opened.version if data_version.opened else ""))
    return found, tuple(moved)


def shown_id(data_version: DataVersion, kind: RecordKind, row_id: str) -> str:
    """The id that a record has in the tables that are shown; empty where they have no such record.

    That is `row_id` where they know it. Else it is the one that it became, or became that, by the former ids of the
    newest tables, whichever tables are shown.
    """
    package, newest = data_version.package, data_version.newest
    if kind.known(row_id, package):
        return row_id
    # A release from before there were former ids may stand in the place of broken tables.
    if FORMER_IDS not in newest.frames:
        return ""
    former = newest[FORMER_IDS]
    rows = former[former.table == kind.table]
    steps, ends = dict(zip(rows.former_id, rows.id, strict=True)), moved_ids(rows).get(kind.table, {})
    end = ends.get(row_id, row_id)
    same = [*ids_after(row_id, steps), *(former_id for former_id in ends if ends[former_id] == end)]
    return next((one for one in same if kind.known(one, package)), "")
