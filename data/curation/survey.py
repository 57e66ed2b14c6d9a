"""What the tables hold, in numbers for a curator, and rows drawn by lot to be checked against their sources."""

import random
import re
from collections.abc import Iterator
from string import ascii_uppercase
from typing import Any

import pandas as pd

from data.events.origins import corroboration
from data.package.package import Package
from data.package.row_keys import row_ids
from data.package.rules.corrections import CORRECTIONS
from data.text.formats import counted

# A note tells what is uncertain: one without any of these words may tell a plain fact, which belongs in background.
DOUBT = re.compile(
    r"\b(about|according|allegation|although|approximate|as|assum\w+|but|claim\w*|contradict\w*|count\w*|declined"
    r"|deni\w+|differ\w*|disagree\w*|disput\w*|early|earlier|estimate\w*|figure|first|follows|from|gives?|given"
    r"|headlines?|however|later|likely|lowered|may|might|named?|never|no|none?|not|only|or|part\w*|report\w*"
    r"|rests?|said|say|says|secondary|seen|single|some|source\w*|still|though|toll|un\w+|various\w*|var(y|ies)|whether"
    r"|while|without|date|dates|day|between|appears|imprecise|treated|yet)\b",
    re.IGNORECASE,
)
OWN_DOCUMENT = "official"
# What the publisher or the title of a copy says of it: that the government's own words stand there.
OWN_WORDS = re.compile(
    r"\b(archive|communique|cop(y|ies)|executive order|federal register|list|notice|page|posts?|press release"
    r"|proclamation|quot\w+|release|statement|status|stored|tele ?sur|text|transcript|video|vtv)\b",
    re.IGNORECASE,
)
SUMMARY = re.compile(r"\bsummary\b", re.IGNORECASE)
# The first version of a general licence has no letter, the next ones have A, B and so on.
VERSIONS = ["", *ascii_uppercase]
SOURCE_COLUMNS = ("source_ids", "source_id")


def stats_lines(package: Package) -> list[str]:
    """How many rows each table of facts has, and on what they rest, a line each."""
    events, sources, claims = package["events"], package["sources"], package["claims"]
    tables = [table for table in package.descriptor.tables if not table.is_of_the_screen]
    read = int((sources.basis != package.counted_as("sources", "basis", "unread")[0]).sum())
    grades = package["grades"].set_index("grade").label
    return [
        *(f"{table.name}: {counted(len(package[table.name]), 'row')}" for table in tables),
        "",
        f"Events from {package.first_day:%Y-%m-%d} to {package.last_day:%Y-%m-%d}.",
        *_counted("by month", events.date.dt.strftime("%Y-%m")),
        *_counted("by type", events.event_type),
        *_counted("by verification", events.verification),
        *_counted("by how many origins they are known from", corroboration(package, events).map(grades)),
        f"Sources read: {read} of {len(sources)}; the others are cited and were not read.",
        f"Notes to look at, as they may tell a plain fact: {', '.join(notes_without_doubt(events)) or 'none'}.",
        f"Sources to look at, as their origin may be the outlet: {', '.join(sources_of_outlets(package)) or 'none'}.",
        f"Letters of licences that are missing between others: {', '.join(missing_licences(package)) or 'none'}.",
        f"Claims without a source of their own: {int((claims.source_id == '').sum())} of {len(claims)}.",
    ]


def notes_without_doubt(events: pd.DataFrame) -> list[str]:
    """The events whose note has no word of doubt, of difference or of who says so, by their ids."""
    is_found = [bool(note) and not DOUBT.search(note) for note in events.note]
    return [str(event) for event in events.event_id[is_found]]


def sources_of_outlets(package: Package) -> list[str]:
    """The sources that trace to a government though they are no document of its own, and neither publisher nor title
    say that they hold its own words, by their ids."""
    sources, origins = package["sources"], package["origins"]
    governments = set(origins.origin[origins.government != ""])
    is_governmental = sources.origins.map(lambda found: not governments.isdisjoint(found)).astype(bool)
    is_own = (sources.source_type == OWN_DOCUMENT) | (sources.publisher + " " + sources.title).map(_quotes_government)
    return [str(source) for source in sources.source_id[is_governmental & ~is_own.astype(bool)]]


def missing_licences(package: Package) -> list[str]:
    """The versions of general licences that must exist, for one before and one after them do, and have no row."""
    licences, found = package["licences"], []
    for family, versions in licences.version.groupby(licences.family, sort=False):
        places = {VERSIONS.index(version) for version in versions if version in VERSIONS}
        missing = sorted({*range(min(places, default=0), max(places, default=0))} - places)
        found += [f"GL {family}{VERSIONS[place]}" for place in missing]
    return found


def _quotes_government(text: str) -> bool:
    return bool(OWN_WORDS.search(text)) and not SUMMARY.search(text)


def _counted(what: str, values: pd.Series) -> Iterator[str]:
    counts = values.value_counts().sort_index()
    yield f"Events {what}: " + ", ".join(f"{value} {count}" for value, count in counts.items())


def sample_lines(package: Package, number: int, seed: int) -> list[str]:
    """Rows of facts that have sources, drawn by lot, each with all its values and the addresses of its sources. The
    same number and seed draw the same rows of the same tables."""
    drawn = [
        (table, row)
        for table in package.descriptor.tables
        if not table.is_of_the_screen and table.name not in ("sources", CORRECTIONS)
        if any(column.name in SOURCE_COLUMNS for column in table.columns)
        for row in package[table.name].index
    ]
    chosen = random.Random(seed).sample(drawn, min(number, len(drawn)))
    return [line for table, row in chosen for line in _row_lines(package, table.name, row)]


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if pd.isna(value) else str(value)


def _row_lines(package: Package, name: str, row: int) -> Iterator[str]:
    values, sources = package[name].loc[row], package["sources"].set_index("source_id")
    table = package.descriptor.table(name)
    yield f"## {name}, row {row}: {row_ids(table, package[name].loc[[row]])[0]}"
    for column in table.columns:
        value = values[column.name]
        if text := _text(value):
            yield f"- {column.name}: {text}"
    cited = values.get("source_ids", ()) or filter(None, [values.get("source_id", "")])
    for source_id in cited:
        source = sources.loc[source_id]
        yield f"- source: {source.publisher}, {source.title}, {source.url} ({source.basis})"
    yield ""
