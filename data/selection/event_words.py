"""Where words are looked for in an event: its own texts, its days, and what claims, sources and licences say of it."""

from collections.abc import Iterable

import pandas as pd

from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.search.searched_rows import SearchedRows, columns_of, where_text
from data.search.spelling import MONTHS, days_text

TITLE = "title"
MONTH_PRECISION = "month"


@once_per_package
def searched_events(package: Package) -> SearchedRows:
    """The events by place, title first: what stands in an earlier place is found there."""
    events = package["events"]
    return SearchedRows.of(
        events.index,
        {
            TITLE: columns_of(events, "title", "short_title"),
            "summary": columns_of(events, "summary"),
            "day": _days(events),
            "place": columns_of(events, "place"),
            "actor": columns_of(events, "actor"),
            "target": columns_of(events, "target"),
            "licence": _by_event(events, package["licences"], "licence_id", "subject"),
            "note": columns_of(events, "note", "background", "geo_note"),
            "claims": _by_event(events, package["claims"], "claimant", "value"),
            "sources": _sources(events, package["sources"]),
        },
    )


def _days(events: pd.DataFrame) -> list[tuple[str]]:
    """The event's days; of one of which only the month is known, the month."""
    days = zip(events.date, events.end_date, events.date_precision, strict=True)
    return [
        (f"{MONTHS[first.month]} {first.year}" if known == MONTH_PRECISION else days_text(first, last),)
        for first, last, known in days
    ]


def _by_event(events: pd.DataFrame, rows: pd.DataFrame, *columns: str) -> list[tuple[str, ...]]:
    """For each event the texts of the rows that name it."""
    texts: dict[str, tuple[str, ...]] = {}
    for event_id, own in zip(rows.event_id, columns_of(rows, *columns), strict=True):
        texts[event_id] = (*texts.get(event_id, ()), *own)
    return [texts.get(event_id, ()) for event_id in events.event_id]


def _sources(events: pd.DataFrame, sources: pd.DataFrame) -> Iterable[tuple[str, ...]]:
    texts = dict(zip(sources.source_id, columns_of(sources, "publisher", "title"), strict=True))
    return [tuple(text for source in ids for text in texts[source]) for ids in events.source_ids]


def where_found(package: Package, events: pd.DataFrame, words: str) -> pd.Series:
    """For each of the events where the words stand in it, as in "Title, claims"; empty where none does."""
    return searched_events(package).where(package, events, words)


def titles_first(package: Package, events: pd.DataFrame, words: str) -> pd.DataFrame:
    """The events in the order they came, those before whose title alone holds the words, with `found_in`, as
    `where_found` gives it."""
    found_in = where_found(package, events, words)
    in_title = found_in == where_text((TITLE,))
    labelled = events.assign(found_in=found_in)
    return pd.concat([labelled[in_title], labelled[~in_title]])
