"""The lists that programs read: for each its rows, chosen by the functions that the pages use, and what chose them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace

import pandas as pd

from data.detentions.custody import PEOPLE
from data.events.facets import with_corroboration
from data.package.package import Package
from data.publish.strict_query import ApiQuery
from data.sanctions.targets import TargetChoice
from data.selection.filters import Filters, filter_kinds
from data.text.formats import counted, lower_first
from data.timeline.escalation import acts, summed_in_view
from data.timeline.toll import cumulative_toll
from data.versions.data_version import AS_OF
from data.view.setting_kinds import Key, Option, Value
from data.view.settings import Settings, setting_kinds, setting_titles

EVENTS, TARGETS, SHIPS, LICENCES, SOURCES, CLAIMS, VOTES = (
    "events",
    "sanctions_targets",
    "ships",
    "licences",
    "sources",
    "claims",
    "votes",
)
ANY_EVENT = tuple(filter_kinds(EVENTS))
CHOICES = tuple(item.name for item in fields(TargetChoice))


@dataclass(frozen=True)
class Listing:
    """A list: its `title`, the `parameters` of an address that choose in it, and what makes its rows.

    `table` is the declared table whose columns the rows have; empty for rows that are worked out. `left_out` says in
    words what the choice cannot place.
    """

    title: str
    parameters: tuple[str, ...]
    rows: Callable[[ApiQuery], pd.DataFrame]
    table: str = ""
    left_out: Callable[[ApiQuery], str] = lambda _query: ""

    def of(self, query: ApiQuery) -> pd.DataFrame:
        """The rows that are asked for, with the declared columns of the table."""
        rows = self.rows(query)
        if not self.table:
            return rows
        return rows[[column.name for column in query.package.descriptor.table(self.table).columns]]


def events(query: ApiQuery) -> pd.DataFrame:
    """The events of the view, with the corroboration that is chosen, as on the page of events."""
    return with_corroboration(query.package, query.selection.events, query.settings.grade)


def people(query: ApiQuery) -> pd.DataFrame:
    """The people whose custody touches the period and whose row holds the words, of the group and custody chosen."""
    return query.selection.custody.people


def targets(query: ApiQuery) -> pd.DataFrame:
    """The targets of the view that the choices of the table of targets keep."""
    return TargetChoice.of(query.settings).keep(query.selection.targets.rows)


def undated_targets(query: ApiQuery) -> str:
    """How many targets the period leaves out as the day of their listing is not known; empty for none."""
    undated = len(TargetChoice.of(query.settings).keep(query.selection.targets.left_out))
    return f"{counted(undated, 'target')} without a listing date left out" if undated else ""


def ships(query: ApiQuery) -> pd.DataFrame:
    """The ships that hold the words."""
    return query.selection.ships


def licences(query: ApiQuery) -> pd.DataFrame:
    """The versions of general licences that hold the words."""
    return query.selection.licences


def sources(query: ApiQuery) -> pd.DataFrame:
    """The sources that the events of the view name; with no filter all sources, also those of other tables."""
    unfiltered = not query.filters.to_query().keys() & {*ANY_EVENT}
    return query.package[SOURCES] if unfiltered else query.selection.sources


def claims(query: ApiQuery) -> pd.DataFrame:
    """The claims about the events of the view."""
    table = query.package[CLAIMS]
    return table[table.event_id.isin(query.selection.events.event_id)]


def votes(query: ApiQuery) -> pd.DataFrame:
    """The votes of Congress that events of the view are about."""
    table = query.package[VOTES]
    return table[table.event_id.isin(query.selection.events.event_id)]


def months(query: ApiQuery) -> pd.DataFrame:
    """Escalation by month and direction: month, direction, negative and positive sums of points, acts (a number) and
    most_severe (event_id of the act with the lowest score; empty where none is below zero)."""
    scored = acts(query.package, query.selection.events, query.settings.scale, query.settings.scope)
    sums = summed_in_view(query.package, query.filters.period, scored, "M")
    months = sums.assign(month=sums.bucket.dt.strftime("%Y-%m"))
    return months[["month", "direction", "negative", "positive", "acts", "most_severe"]]


def toll(query: ApiQuery) -> pd.DataFrame:
    """The strikes at sea among the events of the view as they added up: one row a day with a strike. The last row is
    the toll of the view."""
    return cumulative_toll(query.selection.events, query.settings.by)


LISTINGS: Mapping[str, Listing] = {
    "events": Listing("Events", (*ANY_EVENT, "grade"), events, EVENTS),
    "people": Listing("Detained people", ("month", "days", "q", *filter_kinds(PEOPLE)), people, PEOPLE),
    "targets": Listing("Listed targets", ("month", "days", "q", *CHOICES), targets, TARGETS, undated_targets),
    "ships": Listing("Ships", ("q",), ships, SHIPS),
    "licences": Listing("Licences", ("q",), licences, LICENCES),
    "sources": Listing("Sources", ANY_EVENT, sources, SOURCES),
    "claims": Listing("Claims", ANY_EVENT, claims, CLAIMS),
    "votes": Listing("Votes of Congress", ANY_EVENT, votes, VOTES),
    "months": Listing("Escalation by month", (*ANY_EVENT, "scale", "scope"), months),
    "toll": Listing("Toll of the strikes at sea", (*ANY_EVENT, "by"), toll),
}


def sentence(listing: Listing, query: ApiQuery) -> str:
    """What chose the rows, in English, and which of the parameters that are given do not choose in this list."""
    package = query.package
    filters = replace(
        Filters(), **{name: getattr(query.filters, name) for name in filter_kinds() if name in listing.parameters}
    )
    of_events = set(ANY_EVENT) <= set(listing.parameters)
    if of_events:
        start = filters.say(package) if listing.table == EVENTS else f"{listing.title}: {filters.say(package)}"
    else:
        start = f"{listing.title} {text}" if (text := filters.phrase(package)) else f"All {lower_first(listing.title)}"
    unused = query.parameters - {*listing.parameters, AS_OF}
    apart = [f"not applied here: {', '.join(sorted(unused))}"] if unused else []
    left_out = [text] if (text := listing.left_out(query)) else []
    return "; ".join([start, *_set(package, listing, query.settings), *left_out, *apart])


def _set(package: Package, listing: Listing, settings: Settings) -> list[str]:
    """The settings that choose in the list and are not empty, each with its heading and label."""
    texts = []
    for name, kind in setting_kinds().items():
        if name in listing.parameters and isinstance(kind, Option | Value | Key) and (value := getattr(settings, name)):
            texts.append(f"{lower_first(setting_titles()[name])}: {kind.choices(package)[value]}")
    return texts
