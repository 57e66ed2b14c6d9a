"""Names of files that say what is in them, with letters and marks that every system takes."""

import re
import unicodedata

from data.package.package import Package
from data.selection.filters import Filters, filter_kinds
from data.text.messages import say

LONGEST = 120
LONGEST_PART = 48
OPEN_END = ".."
# Small letters and digits, with the signs between the numbers of a day, a month or a span.
SAFE = re.compile(r"[a-z0-9]+(?:(?:-|\.\.)[0-9]+)*")


def events_name(package: Package, filters: Filters) -> str:
    """What the events of a view are called: their types where some are chosen, else events."""
    labels = package.choices("events", "event_type")
    return " ".join(labels[event_type] for event_type in filters.type) or say("file.events")


def view_name(filters: Filters) -> str:
    """What all filters but the types of events ask for, days and months last: "us_2026-01..2026-03"."""
    kinds = filter_kinds()
    written = {name: kind.write(getattr(filters, name)) for name, kind in kinds.items() if name != "type"}
    parts = [" ".join(map(_span, values)) for values in written.values() if values]
    return "_".join(filter(None, map(_part, sorted(parts, key=lambda part: part[:1].isdigit()))))


def file_name(contents: str, view: str, release: str, ending: str) -> str:
    """The name of a file with its ending, at most 120 characters long: what it holds, of which view (as `view_name`
    writes it), of which release."""
    tail = f"release-{_part(release)}.{ending}"
    parts = [_part(contents), view]
    head = _shortened("_".join(filter(None, parts)), LONGEST - len(tail) - 1)
    return f"{head}_{tail}"


def release_name(release: str, unreleased: bool) -> str:
    """The release of rows as a name of a file says it; of rows that may be in none yet, that they are later."""
    return say("file.after", release=release) if unreleased else release


def _span(value: str) -> str:
    """A span of days or months whose open end is a word: a name must not begin or end with dots."""
    if value.startswith(OPEN_END):
        return say("file.until", last=value.removeprefix(OPEN_END))
    if value.endswith(OPEN_END):
        return say("file.from", first=value.removesuffix(OPEN_END))
    return value


def _part(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return _shortened("-".join(SAFE.findall(bare)), LONGEST_PART)


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most].rstrip("-._")
