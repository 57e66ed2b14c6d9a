"""What a reader selected: tables, filters, the events that pass, and the rows of every kind that the filters leave."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from data.detentions.custody import Custody, custody_in
from data.package.package import Package
from data.sanctions.actions import actions
from data.sanctions.licences import licences_in_view
from data.sanctions.ships import ships_in_view
from data.sanctions.targets import ListedTargets, targets_in_view
from data.selection.filters import Filters
from data.selection.record_kinds import EVENT, PERSON, SHIP, SOURCE, TARGET, RecordKind
from data.view.shared_views import once_per_filters


@dataclass(frozen=True)
class Selection:
    """The tables and the filters. What the filters leave is worked out when it is first asked for, and once: a page
    whose pictures are at hand asks for little of it."""

    package: Package
    filters: Filters

    @cached_property
    def events(self) -> pd.DataFrame:
        """The events that pass the filters."""
        return self.package[EVENT.table][_passing(self.package, self.filters)]

    @cached_property
    def event_count(self) -> int:
        """How many events pass the filters."""
        return int(_passing(self.package, self.filters).sum())

    @cached_property
    def of_everybody(self) -> "Selection":
        """The same, whatever words, group and custody are set."""
        if not self.filters.narrows_people:
            return self
        return Selection(self.package, replace(self.filters, q="", group=(), custody=()))

    @cached_property
    def custody(self) -> Custody:
        """The people who were held in the months and whose row holds the words, and the days to count them on."""
        return custody_in(self.package, self.filters)

    @cached_property
    def targets(self) -> ListedTargets:
        """The targets that were listed in the months, with the words in their row or in one of their ties."""
        return targets_in_view(self.package, self.filters.period, self.filters.q)

    @cached_property
    def actions(self) -> pd.DataFrame:
        """The actions on sanctions among the events, newest first, as `data.sanctions.actions.actions` gives them."""
        return actions(self.events, self.package["sanctions_actions"])

    @cached_property
    def licences(self) -> pd.DataFrame:
        """The versions of licences that hold the words, as `licences_in_view` gives them."""
        return licences_in_view(self.package, self.filters.q)

    @cached_property
    def ships(self) -> pd.DataFrame:
        """The ships that hold the words, as `ships_in_view` gives them."""
        return ships_in_view(self.package, self.filters.q)

    @cached_property
    def sources(self) -> pd.DataFrame:
        """The sources that the events name."""
        sources = self.package[SOURCE.table]
        return sources[sources.source_id.isin({source for ids in self.events.source_ids for source in ids})]

    def rows(self, kind: RecordKind) -> pd.DataFrame:
        """The rows that have a record of that kind."""
        return ROWS[kind](self)


@once_per_filters
def _passing(package: Package, filters: Filters) -> pd.Series:
    return filters.passing(package)


# Not in the table of kinds, which every room may ask: the rows are chosen by the rooms of their subject.
ROWS: Mapping[RecordKind, Callable[[Selection], pd.DataFrame]] = {
    EVENT: lambda selection: selection.events,
    PERSON: lambda selection: selection.custody.people,
    TARGET: lambda selection: selection.targets.rows,
    SHIP: lambda selection: selection.ships,
    SOURCE: lambda selection: selection.sources,
}
