"""Which record comes before and which after one: among the rows of the view if it is there, else among all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from data.detentions.custody import custody_in
from data.sanctions.ships import ships_in_view
from data.sanctions.targets import targets_in_view
from data.selection.record_kinds import EVENT, KINDS, PERSON, SHIP, SOURCE, TARGET, RecordKind
from data.selection.selection import Scene


@dataclass(frozen=True)
class Neighbour:
    """A record that stands beside another: its id and its name."""

    row_id: str
    name: str


@dataclass(frozen=True)
class Position:
    """Where a record stands: its number from 1 among `total`, by which column, in the view or else among all rows."""

    number: int
    total: int
    by: str
    in_view: bool
    before: Neighbour | None
    after: Neighbour | None


def position_of(scene: Scene, kind: RecordKind, row_id: str) -> Position:
    """The position of the record with that id by the day of its kind, rows without that day last, as in their table.
    NoSuchRecord when there is none."""
    seen = IN_VIEW[kind](scene)
    is_seen = row_id in set(seen[kind.id_column])
    rows = (seen if is_seen else scene.package[kind.table]).sort_values(kind.sort_column, kind="stable")
    ids, names = list(rows[kind.id_column]), list(rows[kind.name_column])
    at = ids.index(kind.row(scene.package, row_id)[kind.id_column])
    around = {place: Neighbour(ids[place], names[place]) for place in (at - 1, at + 1) if 0 <= place < len(ids)}
    title = scene.package.column(kind.table, kind.sort_column).title
    return Position(at + 1, len(ids), title, is_seen, around.get(at - 1), around.get(at + 1))


def records_in_view(scene: Scene) -> dict[str, pd.DataFrame]:
    """The rows of the view that have records of their own, by table."""
    return {kind.table: IN_VIEW[kind](scene) for kind in KINDS.values()}


def _people(scene: Scene) -> pd.DataFrame:
    return custody_in(scene.package, scene.filters).people


def _targets(scene: Scene) -> pd.DataFrame:
    package, filters = scene.package, scene.filters
    return targets_in_view(package["sanctions_targets"], filters.month, filters.q, package["sanctions_relations"]).rows


def _ships(scene: Scene) -> pd.DataFrame:
    return ships_in_view(scene.package["ships"], scene.package["events"], scene.filters.q)


def _sources(scene: Scene) -> pd.DataFrame:
    """The sources of the view's events."""
    sources = scene.package["sources"]
    named = {source for source_ids in scene.events.source_ids for source in source_ids}
    return sources[sources.source_id.isin(named)]


IN_VIEW: Mapping[RecordKind, Callable[[Scene], pd.DataFrame]] = {
    EVENT: lambda scene: scene.events,
    PERSON: _people,
    TARGET: _targets,
    SHIP: _ships,
    SOURCE: _sources,
}
