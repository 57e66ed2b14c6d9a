"""Where the sources of events come from: publishers, agencies and governments, and how many of them an event has."""

import pandas as pd

from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.package.rules.sources import COMPILES

SEVERAL, OWN, ONE = "several", "own", "one"
DOUBTFUL = "yes"


def origins_of(package: Package, events: pd.DataFrame) -> pd.Series:
    """The origins that the sources of each event trace to: frozensets of slugs, with the index of `events`.

    Copies of one agency text have one origin; a source that names two agencies has both. An event without sources,
    which no checked table holds, has none. Raises KeyError when a source is not in the table `sources`.
    """
    known, together = _known_origins(package), _origins_together(package)
    for ids in {*events.source_ids} - together.keys():
        together[ids] = frozenset(origin for source in ids for origin in known[source])
    return pd.Series([together[ids] for ids in events.source_ids], index=events.index, dtype="object")


@once_per_package
def _origins_together(package: Package) -> dict[tuple[str, ...], frozenset[str]]:
    """The origins of the sources that some event has, as they were asked for: many events have the same sources."""
    return {}


@once_per_package
def _known_origins(package: Package) -> dict[str, tuple[str, ...]]:
    sources = package["sources"]
    return dict(zip(sources.source_id, sources.origins, strict=True))


@once_per_package
def _compilations(package: Package) -> frozenset[str]:
    origins = package["origins"]
    return frozenset(origins.origin[origins.compiles == COMPILES])


def independent_origins(package: Package, events: pd.DataFrame) -> pd.Series:
    """The origins of each event without compilations, which repeat what others reported: frozensets of slugs, with the
    index of `events`; an event known from compilations alone has none. Raises KeyError as `origins_of`."""
    compilations = _compilations(package)
    return origins_of(package, events).map(lambda found: found - compilations).astype("object")


def one_origin(package: Package, events: pd.DataFrame) -> pd.Series:
    """Whether all sources of an event trace to one independent origin at most: bool, with the index of `events`.

    False means two or more. Raises KeyError when a source is not in the table `sources`.
    """
    return (independent_origins(package, events).map(len) <= 1).astype("bool")


def uncertain(package: Package, events: pd.DataFrame) -> pd.Series:
    """Whether an event is drawn hollow: its verification is open to doubt, or its sources trace to one independent
    origin at most.

    Bool, with the index of `events`. Raises KeyError when a source is not in the table `sources`.
    """
    return events.verification.isin(doubtful_verifications(package)) | one_origin(package, events)


@once_per_package
def doubtful_verifications(package: Package) -> frozenset[str]:
    """The values of `verification` that leave an event open to doubt, as the vocabulary says."""
    values = package["verifications"]
    return frozenset(values[values.doubtful == DOUBTFUL].verification)


def corroboration(package: Package, events: pd.DataFrame) -> pd.Series:
    """The corroboration of each event by its origins: text, a key of the table `grades`, with the index of `events`.

    "several": two or more independent origins. "own": one, and it is the government (or the congress or court) of the
    side that acted. "one": any other one, or compilations alone. Raises KeyError when a source is not in the
    table `sources`.
    """
    government = _governments(package)
    found = zip(independent_origins(package, events), events.actor_side, strict=True)
    return pd.Series([_corroboration(of, side, government) for of, side in found], index=events.index, dtype="str")


@once_per_package
def _governments(package: Package) -> dict[str, str]:
    """The side whose government an origin is; empty where it is none."""
    origins = package["origins"]
    return dict(zip(origins.origin, origins.government, strict=True))


def _corroboration(origins: frozenset[str], side: str, government: dict[str, str]) -> str:
    if len(origins) > 1:
        return SEVERAL
    return OWN if {government[origin] for origin in origins} == {side} else ONE
