"""Where the sources of events come from: publishers, agencies and governments, and how many of them an event has."""

import pandas as pd

from data.package import Package

SEVERAL, OWN, ONE = "several", "own", "one"
DOUBTFUL = "yes"


def origins_of(package: Package, events: pd.DataFrame) -> pd.Series:
    """The origins that the sources of each event trace to: frozensets of slugs, with the index of `events`.

    Copies of one agency text have one origin; a source that names two agencies has both. An event without sources,
    which no checked table holds, has none. Raises KeyError when a source is not in the table `sources`.
    """
    sources = package["sources"]
    known = dict(zip(sources.source_id, sources.origins, strict=True))
    found = [frozenset(origin for source in ids for origin in known[source]) for ids in events.source_ids]
    return pd.Series(found, index=events.index, dtype="object")


def one_origin(package: Package, events: pd.DataFrame) -> pd.Series:
    """Whether all sources of an event trace to one origin: bool, with the index of `events`.

    False means two or more origins. Raises KeyError when a source is not in the table `sources`.
    """
    return (origins_of(package, events).map(len) <= 1).astype("bool")


def uncertain(package: Package, events: pd.DataFrame) -> pd.Series:
    """Whether an event is drawn hollow: its verification is open to doubt, or all its sources trace to one origin.

    Bool, with the index of `events`. Raises KeyError when a source is not in the table `sources`.
    """
    return events.verification.isin(doubtful_verifications(package)) | one_origin(package, events)


def doubtful_verifications(package: Package) -> frozenset[str]:
    """The values of `verification` that leave an event open to doubt, as the vocabulary says."""
    values = package["verifications"]
    return frozenset(values[values.doubtful == DOUBTFUL].verification)


def grade(package: Package, events: pd.DataFrame) -> pd.Series:
    """The grade of each event by its origins: text, a key of the table `grades`, with the index of `events`.

    "several": two or more origins. "own": one, and it is the government (or the congress or court) of the side that
    acted. "one": any other one. Raises KeyError when a source is not in the table `sources`.
    """
    origins = package["origins"]
    government = dict(zip(origins.origin, origins.government, strict=True))
    found = zip(origins_of(package, events), events.actor_side, strict=True)
    return pd.Series([_grade(of, side, government) for of, side in found], index=events.index, dtype="str")


def _grade(origins: frozenset[str], side: str, government: dict[str, str]) -> str:
    if len(origins) > 1:
        return SEVERAL
    return OWN if {government[origin] for origin in origins} == {side} else ONE
