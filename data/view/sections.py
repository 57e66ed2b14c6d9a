"""The sections of each page, of which one is open at a time, and which one an address opens."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.text.messages import say

PERIOD = ("month", "days")
OF_EVENTS = ("type", *PERIOD, "side", "verification", "area", "q")
OF_PEOPLE = (*PERIOD, "q", "group", "custody")
EVERY = (*OF_EVENTS, "group", "custody")


@dataclass(frozen=True)
class Section:
    """A part of a page with an address of its own. `parameters` are those that act in this section alone, `filters` the
    filters that leave out something in it; `long_table` says that it has a table of which `sort` and `page` choose the
    order and the rows."""

    page: str
    name: str
    parameters: tuple[str, ...] = ()
    filters: tuple[str, ...] = OF_EVENTS
    long_table: bool = False

    @property
    def title(self) -> str:
        """Its name on its tab."""
        return say(f"section.{self.page}.{self.name}")


LONG_TABLE = ("sort", "page")
# The section of its page in which each picture stands that other sites can show alone.
PICTURES = {"toll": "deaths", "escalation": "escalation", "timeline": "events", "held": "held"}
# By the page's path, in reading order; a page without an entry has no sections.
SECTIONS: Mapping[str, tuple[Section, ...]] = {
    "timeline": (
        Section("timeline", "events", ("event",)),
        Section("timeline", "escalation", ("scale", "scope", "step")),
        Section("timeline", "deaths", ("by", *LONG_TABLE), PERIOD, long_table=True),
        Section("timeline", "compare", ("a", "b"), ("type", "side", "verification", "area", "q")),
    ),
    "detentions": (
        Section("detentions", "people", ("person", "event"), EVERY, long_table=True),
        Section("detentions", "held", ("day",), OF_PEOPLE, long_table=True),
        Section("detentions", "releases", long_table=True),
        Section("detentions", "prisoners"),
        Section("detentions", "places", filters=OF_PEOPLE),
    ),
    "sanctions": (
        Section("sanctions", "targets", ("target", "target_type", "programme", "status", "authority"), long_table=True),
        Section("sanctions", "actions", ("event", "lanes"), long_table=True),
        Section("sanctions", "ties", ("ties",), (*PERIOD, "q")),
        Section("sanctions", "licences", filters=("q",), long_table=True),
        Section("sanctions", "ships", ("ship",), ("q",), long_table=True),
    ),
    "events": (
        Section("events", "table", ("event", "source", "grade", "columns", *LONG_TABLE), long_table=True),
        Section("events", "counts"),
        Section("events", "changes", ("since",), EVERY, long_table=True),
    ),
    "about": (
        Section("about", "method", filters=()),
        Section("about", "coverage", filters=(), long_table=True),
        Section("about", "quality", filters=()),
        Section("about", "dictionary", filters=()),
        Section("about", "releases", filters=()),
        Section("about", "licences", filters=()),
    ),
}

# The sections in which headings now stand to which links of old lead, by page and fragment.
FRAGMENTS: Mapping[str, Mapping[str, str]] = {"about": {"glossary": "dictionary"}, "sanctions": {"kin": "ties"}}


def section_names(page: str) -> tuple[str, ...]:
    """The names of a page's sections, in reading order; none where it has no sections."""
    return tuple(section.name for section in SECTIONS.get(page, ()))


def has_long_table(page: str, section: str) -> bool:
    """Whether a section has a table of several pages."""
    return any(item.long_table for item in SECTIONS.get(page, ()) if item.name == section)


def unused_filters(page: str, section: str, given: Iterable[str]) -> list[str]:
    """Those of the filters `given` that leave out nothing in the section; none on a page without sections."""
    acting = next((item.filters for item in SECTIONS.get(page, ()) if item.name == section), EVERY)
    return [name for name in given if name not in acting]


def implied_section(page: str, parameters: Iterable[str]) -> str:
    """The section that a page opens where the address names none: that of the first of its `parameters` which acts in
    one section alone, else the first; empty where the page has no sections."""
    homes = {parameter: section.name for section in SECTIONS.get(page, ()) for parameter in section.parameters}
    found = (homes[parameter] for parameter in parameters if parameter in homes)
    return next(found, next(iter(section_names(page)), ""))
