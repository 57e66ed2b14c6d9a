"""The newest events as a feed that newsreaders follow (Atom, RFC 4287)."""

import unicodedata
from collections.abc import Callable
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

import pandas as pd

from data.counts import newest
from data.package import Package
from data.records import when
from data.rows import each

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml; charset=utf-8"
SHOWN = 50


def entries_of(package: Package, events: pd.DataFrame) -> pd.DataFrame:
    """What the feed tells: the newest 50 of `events`, newest first, with `updated`, when the row was last written: the
    day of its release. The one place that decides which rows are new."""
    released = datetime.fromisoformat(str(package.descriptor.about["created"]))
    return newest(events, SHOWN).assign(updated=released.isoformat())


def atom(package: Package, events: pd.DataFrame, about: str, own: str, link_of: Callable[[str], str]) -> bytes:
    """The feed of the newest of `events`, which the sentence `about` chose. `own` is the feed's own address, `link_of`
    gives the address of an event's record."""
    entries = entries_of(package, events)
    feed = ET.Element("feed", xmlns=ATOM)
    _text(feed, "title", str(package.descriptor.about["title"]))
    _text(feed, "subtitle", f"{about}. Data release {package.release}.")
    _text(feed, "id", _id(package, own.partition("?")[2]))
    _text(feed, "updated", str(package.descriptor.about["created"]))
    ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=own)
    _text(ET.SubElement(feed, "author"), "name", _author(package))
    _text(feed, "rights", str(package.descriptor.about["licenses"][0]["title"]))
    types = package.choices("events", "event_type")
    for entry in each(entries):
        _add(feed, package, entry, link_of(entry.event_id), types[entry.event_type])
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True))


def _add(feed: ET.Element, package: Package, event: pd.Series, link: str, kind: str) -> None:
    entry = ET.SubElement(feed, "entry")
    _text(entry, "title", event.title)
    _text(entry, "id", _id(package, event.event_id))
    _text(entry, "updated", event.updated)
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=link)
    ET.SubElement(entry, "category", term=event.event_type, label=kind)
    _text(entry, "summary", f"{when(package, event)}. {event.summary}")


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
