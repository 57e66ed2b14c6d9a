"""Rules of sources and of their origins: every one is used."""

from collections.abc import Iterator

from data.package.problems import Problem
from data.package.rows import Frames, problems_in_rows

COMPILES = "yes"
USING = ("source_ids", "source_id")
TABLES_WITH_SOURCES = (
    "sources",
    "events",
    "claims",
    "detainees",
    "political_prisoners",
    "sanctions_targets",
    "sanctions_relations",
    "ships",
    "licences",
)


def sources_are_used(frames: Frames) -> Iterator[Problem]:
    """A source that no row points at does not belong in the table."""
    used: set[str] = set()
    for name, frame in frames.items():
        if "source_ids" in frame:
            used.update(source for sources in frame.source_ids for source in sources)
        if name != "sources" and "source_id" in frame:
            used.update(frame.source_id)
    sources = frames["sources"]
    reads = [f"{name}.{column}" for name, frame in frames.items() for column in USING if column in frame]
    rule = "no row of any table uses this source: name it where it is used, or take the row out"
    reads.remove("sources.source_id")
    yield from problems_in_rows(sources[~sources.source_id.isin(used)], "sources", "source_id", rule, *reads)


def origins_are_used(frames: Frames) -> Iterator[Problem]:
    """An origin that no source traces to does not belong in the table."""
    used = {origin for origins in frames["sources"].origins for origin in origins}
    origins = frames["origins"]
    rule = "no source traces to this origin: name it in origins of a source, or take the row out"
    yield from problems_in_rows(origins[~origins.origin.isin(used)], "origins", "origin", rule, "sources.origins")


def compilations_are_no_government(frames: Frames) -> Iterator[Problem]:
    """A government's own word is no compilation of what others reported."""
    origins = frames["origins"]
    wrong = origins[(origins.compiles == COMPILES) & (origins.government != "")]
    rule = 'a government ("{government}") is no compilation: write no, or empty government'
    yield from problems_in_rows(wrong, "origins", "compiles", rule)
