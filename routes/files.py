"""Files beside the pages: the tables and their descriptor, the feed, what crawlers are told, the API's description."""

from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import orjson
from starlette.routing import Route

from components.addresses import RECORD_PAGES
from components.view import PAGES
from data.api import CSV, JSON
from data.archive import LICENCES
from data.asked import read_asked
from data.custody import PEOPLE
from data.descriptor import FILE
from data.feed import MEDIA_TYPE, atom
from data.listings import EVENTS, LISTINGS, sentence
from data.openapi import document
from data.package import Package
from routes.answers import Answer, answer
from routes.api import NOT_SHOWN, dated
from routes.reading import Call, Readable, UnknownAddressError
from routes.tables import package_for

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
MEDIA_TYPES = {".json": JSON, ".csv": CSV, ".md": "text/markdown; charset=utf-8"}
XML, TEXT = "application/xml; charset=utf-8", "text/plain; charset=utf-8"
# Where persons are named one by one.
ROBOTS = """User-agent: *
Disallow: {path}*person=
Disallow: {path}api/people.json
Disallow: {path}data/{people}

Sitemap: {root}sitemap.xml
"""


def table_answer(call: Call) -> Answer:
    """The descriptor, the licences or a table as curators keep it."""
    package, name = package_for(call.query), call.path["name"]
    tables = [table.path for table in package.descriptor.tables]
    if name not in (FILE, LICENCES, *tables):
        raise UnknownAddressError(f"There is no file {name[:80]} here. {FILE} names them all.")
    body = (package.descriptor.folder / name).read_bytes()
    media_type = next(media_type for ending, media_type in MEDIA_TYPES.items() if name.endswith(ending))
    return dated(package, body, media_type, NOT_SHOWN if name == _people(package) else {})


def feed_answer(call: Call) -> Answer:
    """The newest of the events that the words of the address choose."""
    package = package_for(call.query)
    asked, listing = read_asked(call.query, package), LISTINGS[EVENTS]
    own = f"{call.root}feed.atom" + (f"?{words}" if (words := urlencode(call.query, doseq=True)) else "")
    about = sentence(package, listing, asked)
    body = atom(package, listing.of(package, asked), about, own, lambda event_id: record_link(call.root, event_id))
    return dated(package, body, MEDIA_TYPE)


def robots_answer(call: Call) -> Answer:
    """What crawlers may read: everything but the records of persons."""
    path = "/" + call.root.split("/", 3)[3]
    people = _people(package_for({}))
    return answer(ROBOTS.format(path=path, root=call.root, people=people).encode(), TEXT)


def sitemap_answer(call: Call) -> Answer:
    """The addresses of all pages and of all events' records; of no person's."""
    package = package_for({})
    links = [call.root + page.slug for page in PAGES]
    links += [record_link(call.root, event_id) for event_id in package[EVENTS].event_id]
    whole = ET.Element("urlset", xmlns=SITEMAP)
    for link in links:
        ET.SubElement(ET.SubElement(whole, "url"), "loc").text = link
    return dated(package, ET.tostring(whole, encoding="utf-8", xml_declaration=True), XML)


def description_answer(call: Call) -> Answer:
    """The OpenAPI document."""
    package = package_for({})
    return dated(package, orjson.dumps(document(package, call.root.rstrip("/"))), JSON)


def nothing_there(call: Call) -> Answer:
    """The answer to every other address below /data."""
    raise UnknownAddressError(f"Nothing is at this address. data/{FILE} names every table.")


def record_link(root: str, event_id: str) -> str:
    """The address of an event's record."""
    return f"{root}{RECORD_PAGES['event']}?{urlencode({'event': event_id})}"


def _people(package: Package) -> str:
    return package.descriptor.table(PEOPLE).path


def file_routes(prefix: str) -> list[Route]:
    """The routes of the files below the app's own path."""
    return [
        Route(f"{prefix}/api/openapi.json", Readable(description_answer)),
        Route(f"{prefix}/data/{{name}}", Readable(table_answer)),
        Route(f"{prefix}/data/{{rest:path}}", Readable(nothing_there)),
        Route(f"{prefix}/feed.atom", Readable(feed_answer)),
        Route(f"{prefix}/robots.txt", Readable(robots_answer)),
        Route(f"{prefix}/sitemap.xml", Readable(sitemap_answer)),
    ]
