"""Feeds that newsreaders follow (Atom, RFC 4287): events that are new or were put right, and every correction."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

import pandas as pd

from data.detentions.custody import PEOPLE
from data.events.counts import newest
from data.package.package import Package
from data.package.rows import iterate_rows
from data.records.changes import changes_text, ids_before, records_of_changes
from data.records.event import when
from data.selection.record_kinds import EVENT
from data.versions.changes import Step, corrections, first_ids, last_written, moment_of

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml; charset=utf-8"
SHOWN = 50
# The address of a record, by its parameter and the row's id; empty where there is none.
LinkOf = Callable[[str, str], str]


@dataclass(frozen=True)
class FeedEntry:
    """One entry of a feed; `name` is what it is known by again, `link` the address where it stands in full."""

    name: str
    title: str
    updated: datetime
    link: str
    summary: str
    category: tuple[str, str] = ("", "")


def event_entries(package: Package, events: pd.DataFrame, steps: Sequence[Step], link_of: LinkOf) -> list[FeedEntry]:
    """The 50 of `events` that were added or put right last; of one moment those that happened last come first. Each is
    known again by the id that it had first."""
    dated = newest(events, len(events)).assign(updated=lambda rows: rows.event_id.map(last_written(package, steps)))
    shown = dated.sort_values("updated", ascending=False, kind="stable").head(SHOWN)
    types, first = package.choices("events", "event_type"), first_ids(steps)
    return [
        FeedEntry(
            first.get(event.event_id, event.event_id),
            event.title,
            event.updated,
            link_of(EVENT.parameter, event.event_id),
            f"{when(event)}. {event.summary}",
            (event.event_type, types[event.event_type]),
        )
        for event in iterate_rows(shown)
    ]


def correction_entries(steps: Sequence[Step], link_of: LinkOf) -> list[FeedEntry]:
    """What was put right or taken out, one entry a row and step, the newest first. Of persons only that it was done: a
    name that was taken out is not to go round the world once more."""
    return [entry for step in reversed(steps) for entry in _corrected(step, link_of)]


def _corrected(step: Step, link_of: LinkOf) -> Iterator[FeedEntry]:
    found = corrections(step.found).reset_index(drop=True)
    texts = changes_text(step.old, step.new, found)
    links, before = records_of_changes(step.new, found), ids_before(step.new, found)
    for (table, _), rows in found.groupby(["table", "row_id"], sort=False):
        # A row whose id moved and whose cells changed was corrected.
        last = texts.loc[rows.index[-1]]
        # Named by what it corrects: the same before it is released and after, whenever the files were written.
        name = f"{step.old.release}/{table}/{before[rows.index[0]]}"
        if table == PEOPLE:
            yield FeedEntry(name, f"{last.change}: {last.table}", step.moment, link_of("", ""), "The row of a person.")
            continue
        text = "; ".join(filter(None, map(_change_text, iterate_rows(texts.loc[rows.index]))))
        title = f"{last.change}: {last.row}"
        yield FeedEntry(name, title, step.moment, link_of(*links[rows.index[0]]), f"{last.table}. {text}")


def _change_text(row: pd.Series) -> str:
    if not row.field:
        return str(row.why)
    return f"{row.field}: “{row.before}” is now “{row.after}”" + (f" ({row.why})" if row.why else "")


def atom(package: Package, entries: Sequence[FeedEntry], about: str, own: str) -> bytes:
    """A feed of the entries, which the sentence `about` describes. `own` is the feed's own address."""
    feed = ET.Element("feed", xmlns=ATOM)
    _text(feed, "title", str(package.descriptor.about["title"]))
    _text(feed, "subtitle", about)
    _text(feed, "id", _id(package, own.rpartition("/")[2]))
    _text(feed, "updated", max((entry.updated for entry in entries), default=moment_of(package)).isoformat())
    ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=own)
    _text(ET.SubElement(feed, "author"), "name", _author(package))
    _text(feed, "rights", str(package.descriptor.about["licenses"][0]["title"]))
    for entry in entries:
        _add(ET.SubElement(feed, "entry"), package, entry)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True))


def _add(to: ET.Element, package: Package, entry: FeedEntry) -> None:
    _text(to, "title", entry.title)
    _text(to, "id", _id(package, entry.name))
    _text(to, "updated", entry.updated.isoformat())
    ET.SubElement(to, "link", rel="alternate", type="text/html", href=entry.link)
    term, label = entry.category
    if term:
        ET.SubElement(to, "category", term=term, label=label)
    _text(to, "summary", entry.summary)


def _author(package: Package) -> str:
    about = package.descriptor.about
    return str(about.get("publisher") or about["title"])


def _id(package: Package, name: str) -> str:
    """A name that stays, on whatever host the feed is read."""
    return uuid5(NAMESPACE_URL, f"{package.descriptor.about['name']}/{name}").urn


def _text(parent: ET.Element, name: str, text: str) -> None:
    """Add an element with a text of one line: XML can hold no control characters."""
    line = " ".join(text.split())
    ET.SubElement(parent, name).text = "".join(one for one in line if unicodedata.category(one)[0] != "C")
