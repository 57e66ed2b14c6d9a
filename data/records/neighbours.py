"""Which record comes before and which after one: among the rows of the view if it is there, else among all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from data.detentions.custody import custody_in
from data.sanctions.ships import ships_in_view
from data.sanctions.targets import targets_in_view
from data.selection.selection import Scene
from data.view.setting_kinds import Record
from data.view.settings import setting_kinds

# The column by which the records of each kind follow each other; rows without that day come last, as in their table.
BY = {"event": "date", "person": "detained_on", "target": "listed_on", "ship": "listed_on", "source": "published"}


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


def position_of(scene: Scene, word: str, row_id: str) -> Position:
    """The position of the record that `word` opens for `row_id`.

    Raises KeyError for a word that opens no record, and ValueError when no row has that id.
    """
    kind, by = setting_kinds()[word], BY[word]
    if not isinstance(kind, Record):
        raise KeyError(word)
    seen = IN_VIEW[word](scene)
    is_seen = row_id in set(seen[kind.column])
    rows = (seen if is_seen else scene.package[kind.table]).sort_values(by, kind="stable")
    ids, names = list(rows[kind.column]), list(rows[kind.named_by])
    at = ids.index(row_id)
    around = {place: Neighbour(ids[place], names[place]) for place in (at - 1, at + 1) if 0 <= place < len(ids)}
    title = scene.package.column(kind.table, by).title
    return Position(at + 1, len(ids), title, is_seen, around.get(at - 1), around.get(at + 1))


def records_in_view(scene: Scene) -> dict[str, pd.DataFrame]:
    """The rows of the view that have records of their own, by table."""
    kinds = setting_kinds()
    return {kind.table: rows(scene) for word, rows in IN_VIEW.items() if isinstance(kind := kinds[word], Record)}


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


IN_VIEW: Mapping[str, Callable[[Scene], pd.DataFrame]] = {
    "event": lambda scene: scene.events,
    "person": _people,
    "target": _targets,
    "ship": _ships,
    "source": _sources,
}
