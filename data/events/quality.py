"""How well the rows of events rest on sources: how many rest on one origin, on what was read, on claims without a
source of their own, and when they were last checked."""

from dataclasses import dataclass

import pandas as pd

from data.events.origins import one_origin
from data.events.sources import BASIS, CLAIMS, SOURCES, UNREAD, claims_on, marked, sources_of
from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.text.messages import say

# What is counted of each group; a release from before something was written down has not the column of it.
ONE_ORIGIN, ALL_READ, NONE_READ, UNSOURCED, CHECKED, LAST_CHECKED = COLUMNS = (
    "one_origin",
    "all_read",
    "none_read",
    "unsourced_claims",
    "checked",
    "last_checked",
)


def sources_read(package: Package, events: pd.DataFrame) -> pd.Series:
    """How many of the sources of each event were read, and are not only cited: int, with the index of `events`."""
    sources = package[SOURCES]
    read = set(sources.source_id[~sources[BASIS].isin(marked(package, BASIS, UNREAD))])
    return events.source_ids.map(lambda ids: sum(one in read for one in ids)).astype("int64")


def all_sources_read(package: Package, events: pd.DataFrame) -> pd.Series:
    """Whether every source of an event was read: bool, with the index of `events`."""
    return sources_read(package, events) == events.source_ids.map(len)


def no_source_read(package: Package, events: pd.DataFrame) -> pd.Series:
    """Whether all sources of an event are only cited: bool, with the index of `events`."""
    return sources_read(package, events) == 0


def unsourced_claims(package: Package, events: pd.DataFrame) -> pd.Series:
    """How many claims on each event name no source of their own: int, with the index of `events`."""
    claims = package[CLAIMS]
    counts = claims[claims.source_id == ""].event_id.value_counts()
    return events.event_id.map(counts).fillna(0).astype("int64")


@dataclass(frozen=True)
class Quality:
    """How many events there are in each group, and of these how many rest on what: `rows` has a row a group with the
    columns group, events and those of COLUMNS that the release knows."""

    rows: pd.DataFrame

    @property
    def columns(self) -> list[str]:
        """Those of COLUMNS that are known, in their order."""
        return [column for column in COLUMNS if column in self.rows]


@once_per_package
def quality_by_month(package: Package) -> Quality:
    """The quality of all events by month of their first day ("YYYY-MM"), the newest month first."""
    months = package["events"].date.dt.strftime("%Y-%m")
    return Quality(_counted(package, months).sort_values("group", ascending=False, ignore_index=True))


@once_per_package
def quality_by_type(package: Package) -> Quality:
    """The quality of all events by their type, in the order of the vocabulary."""
    rows, order = _counted(package, package["events"].event_type), list(package.choices("events", "event_type"))
    return Quality(rows.sort_values("group", key=lambda types: types.map(order.index), ignore_index=True))


@once_per_package
def quality_of_all(package: Package) -> pd.Series:
    """The quality of all events together, under the columns of `Quality.rows`. There must be an event."""
    return _counted(package, pd.Series("all", index=package["events"].index)).iloc[0]


def _counted(package: Package, groups: pd.Series) -> pd.DataFrame:
    judged = _judged(package).groupby(groups.rename("group"))
    counts = judged.sum(numeric_only=True).astype("int64")
    if CHECKED in counts:
        counts[LAST_CHECKED] = judged[LAST_CHECKED].max()
    counts.insert(0, "events", judged.size())
    return counts.reset_index()


@once_per_package
def _judged(package: Package) -> pd.DataFrame:
    """What is known of each event: a column of those that the release knows, with the index of the events."""
    events = package["events"]
    known = pd.DataFrame({ONE_ORIGIN: one_origin(package, events)})
    if marked(package, BASIS, UNREAD):
        known = known.assign(
            **{ALL_READ: all_sources_read(package, events), NONE_READ: no_source_read(package, events)}
        )
    if package[CLAIMS].source_id.ne("").any():
        known = known.assign(**{UNSOURCED: unsourced_claims(package, events)})
    if events.checked_on.notna().any():
        known = known.assign(**{CHECKED: events.checked_on.notna(), LAST_CHECKED: events.checked_on})
    return known


def quality_text(package: Package, event: pd.Series) -> str:
    """How many sources of an event were read, and how many of its claims name none of their own where some do not;
    nothing of what the release does not know."""
    texts = []
    if marked(package, BASIS, UNREAD):
        count = len(sources_of(package, event.source_ids))
        read = int(sources_read(package, event.to_frame().T).iloc[0])
        texts.append(say("quality.read", count=count, read=read))
    claims = claims_on(package, event.event_id)
    if (silent := int((claims.source_id == "").sum())) and package[CLAIMS].source_id.ne("").any():
        texts.append(say("quality.claims_of_row", count=silent, claims=len(claims)))
    return " ".join(texts)
