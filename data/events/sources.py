"""What an event rests on: its sources, of which kind, of how many origins, and who claims what about it."""

import pandas as pd

from data.events.origins import corroboration, independent_origins
from data.package.package import Package
from data.package.rules.sources import COMPILES
from data.text.formats import day_name
from data.text.messages import say

SOURCES, KIND, BASIS = "sources", "source_type", "basis"
WEAKER, UNREAD = "weaker", "unread"

CLAIMS = "claims"


def sources_of(package: Package, source_ids: tuple[str, ...]) -> pd.DataFrame:
    """The sources with those ids: official and wire reports first, as the vocabulary orders their kinds; within a kind
    those that were read first, then by day, the undated last."""
    sources = package[SOURCES]
    found = sources[sources.source_id.isin(source_ids)]
    kinds, bases = (list(package.choices(SOURCES, column)) for column in (KIND, BASIS))
    ranked = found.assign(kind=found[KIND].map(kinds.index), read=found[BASIS].map(bases.index))
    order = ranked.sort_values(["kind", "read", "published"], kind="stable").index
    return found.loc[order]


def is_weaker(package: Package, source: pd.Series) -> bool:
    """Whether a source is of a kind that counts as weaker, or repeats what others reported."""
    origins = package["origins"]
    compilations = set(origins.origin[origins.compiles == COMPILES])
    return source[KIND] in marked(package, KIND, WEAKER) or set(source.origins) <= compilations


def is_unread(package: Package, source: pd.Series) -> bool:
    """Whether only the source's address is known, from another source."""
    return source[BASIS] in marked(package, BASIS, UNREAD)


def marked(package: Package, column: str, tally: str) -> list[str]:
    """The values of a column of sources that the package counts as `tally`; none in a release from before it did."""
    return [str(value) for value, counted_as in package.column(SOURCES, column).tallies.items() if counted_as == tally]


def weaker_text(package: Package) -> str:
    """What is marked as weaker, in words."""
    labels = package.choices(SOURCES, KIND)
    kinds = _and().join(f"“{labels[kind]}”" for kind in marked(package, KIND, WEAKER))
    return say("sources.weaker_kinds", kinds=kinds) if kinds else say("sources.compilation")


def published_by(package: Package, source: pd.Series) -> str:
    """Publisher and day of a source, and whom its text traces to where that is another."""
    day = day_name(source.published) if pd.notna(source.published) else say("sources.undated")
    published = say("sources.published", publisher=source.publisher, day=day)
    origin = origin_names(package, source.origins)
    return published if origin == source.publisher else say("sources.traced", published=published, origin=origin)


def origin_names(package: Package, origins: tuple[str, ...]) -> str:
    """The names of origins, joined: "Reuters and Associated Press"."""
    names = package.choices(SOURCES, "origins")
    return _and().join(names[origin] for origin in origins)


def _and() -> str:
    return f" {say('sources.and')} "


def origins_text(package: Package, source_ids: tuple[str, ...]) -> str:
    """How many sources a row has, and to how many independent origins they trace, with the names of these."""
    row = pd.DataFrame({"source_ids": [source_ids]}).astype("object")
    found = sorted(independent_origins(package, row).iloc[0])
    names = package.choices(SOURCES, "origins")
    sources = say("sources.sources", count=len(source_ids))
    if not found:
        return say("sources.no_origin", sources=sources)
    listed = ", ".join(names[origin] for origin in found)
    return say("sources.independent", sources=sources, count=len(found), origins=listed)


def corroboration_text(package: Package, event: pd.Series) -> str:
    """The corroboration of an event by its origins, and what that means."""
    key = corroboration(package, event.to_frame().T).iloc[0]
    meanings = dict(zip(package["grades"].grade, package["grades"].description, strict=True))
    return f"{package.labels('grades', 'grade')[key]}. {meanings[key]}"


def claims_on(package: Package, event_id: str) -> pd.DataFrame:
    """The claims on one event with the columns of `claims`, in the order in which the vocabulary names what they are
    about; an empty frame when there is none."""
    claims = package[CLAIMS]
    about = list(package.choices(CLAIMS, "field"))
    found = claims[claims.event_id == event_id]
    return found.sort_values("field", key=lambda fields: fields.map(about.index), kind="stable")


def without_own_source(package: Package) -> int:
    """How many claims name no source of their own, so that they rest on one of the sources of their event."""
    return int((package[CLAIMS].source_id == "").sum())
