"""Files beside the pages: the tables and their descriptor, the feed, and what crawlers read."""

from urllib.parse import urlencode, urlsplit
from xml.etree import ElementTree as ET

from starlette.routing import Route

from components.view.addresses import bare_address
from components.view.view import PAGES
from data.detentions.custody import PEOPLE
from data.package.descriptor import FILE
from data.package.package import Package
from data.publish.api import CSV, JSON
from data.publish.feed import MEDIA_TYPE, LinkOf, atom, correction_entries, event_entries
from data.publish.listings import EVENTS, LISTINGS, sentence
from data.selection.record_kinds import KINDS, PERSON
from data.text.messages import say
from data.versions.package_zip import LICENCES
from routes.api import NOT_SHOWN, dated
from routes.data_versions import api_query, data_version_for, history
from routes.endpoints import Call, Endpoint, UnknownAddressError
from routes.responses import Answer, answer

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
MEDIA_TYPES = {".json": JSON, ".csv": CSV, ".md": "text/markdown; charset=utf-8"}
XML, TEXT = "application/xml; charset=utf-8", "text/plain; charset=utf-8"
# Where persons are named one by one.
ROBOTS = """User-agent: *
Disallow: {path}*person=
Disallow: {path}people/
Disallow: {path}api/people.json
Disallow: {path}data/{people}
"""


def table_answer(call: Call) -> Answer:
    """The descriptor, the licences or a table as curators keep it, or as the release that is asked for holds it."""
    data_version, name = data_version_for(call.query), call.path["name"]
    package = data_version.package
    file = package.descriptor.folder / name
    if name not in (FILE, LICENCES, *(table.path for table in package.descriptor.tables)) or not file.is_file():
        raise UnknownAddressError(say("files.no_file", file=name[:80], descriptor=FILE))
    media_type = next(media_type for ending, media_type in MEDIA_TYPES.items() if name.endswith(ending))
    return dated(data_version, file.read_bytes(), media_type, NOT_SHOWN if name == _people(package) else {})


def feed_answer(call: Call) -> Answer:
    """Of the events that the parameters of the address choose those that were added or put right last."""
    data_version = data_version_for(call.query)
    package, listing = data_version.package, LISTINGS[EVENTS]
    chosen = api_query(call.query, data_version)
    own = f"{call.root}feed.atom" + (f"?{query}" if (query := urlencode(call.query, doseq=True)) else "")
    entries = event_entries(package, listing.of(chosen), history(data_version), _linking(call.root))
    about = say("files.feed", events=sentence(listing, chosen), data_version=data_version.say())
    return dated(data_version, atom(package, entries, about, own), MEDIA_TYPE)


def corrections_answer(call: Call) -> Answer:
    """What was put right or taken out, release by release and since the last one."""
    data_version = data_version_for(call.query)
    api_query(call.query, data_version)
    entries = correction_entries(history(data_version), _linking(call.root))
    about = say("files.corrections", data_version=data_version.say())
    return dated(data_version, atom(data_version.package, entries, about, f"{call.root}corrections.atom"), MEDIA_TYPE)


def robots_answer(call: Call) -> Answer:
    """What crawlers may read: everything but the records of persons. A sitemap is named where there is one."""
    root, people = urlsplit(call.root), _people(data_version_for({}).package)
    sitemap = f"\nSitemap: {call.root}sitemap.xml\n" if root.netloc else ""
    return answer((ROBOTS.format(path=root.path, people=people) + sitemap).encode(), TEXT)


def sitemap_answer(call: Call) -> Answer:
    """The addresses of all pages and of all records; of no person's. A sitemap holds whole addresses: where nobody says
    what they begin with there is none."""
    if not urlsplit(call.root).netloc:
        raise UnknownAddressError(say("files.no_sitemap"))
    data_version = data_version_for({})
    links = [call.root + page.slug for page in PAGES]
    for kind in KINDS.values():
        ids = data_version.package[kind.table][kind.id_column] if kind is not PERSON else ()
        links += [call.root + bare_address(kind, row_id, {}) for row_id in ids]
    whole = ET.Element("urlset", xmlns=SITEMAP)
    for link in links:
        ET.SubElement(ET.SubElement(whole, "url"), "loc").text = link
    return dated(data_version, ET.tostring(whole, encoding="utf-8", xml_declaration=True), XML)


def unknown_file(call: Call) -> Answer:
    """The answer to every other address below /data."""
    raise UnknownAddressError(say("files.nothing_here", descriptor=FILE))


def _linking(root: str) -> LinkOf:
    """What gives the address of a record; that of the list of changes' page where a row has none."""

    def link(parameter: str, row_id: str) -> str:
        return f"{root}{KINDS[parameter].page}?{urlencode({parameter: row_id})}" if parameter else f"{root}about"

    return link


def _people(package: Package) -> str:
    return package.descriptor.table(PEOPLE).path


def file_routes(prefix: str) -> list[Route]:
    """The routes of the files below the app's own path."""
    return [
        Route(f"{prefix}/data/{{name}}", Endpoint(table_answer)),
        Route(f"{prefix}/data/{{rest:path}}", Endpoint(unknown_file)),
        Route(f"{prefix}/data", Endpoint(unknown_file)),
        Route(f"{prefix}/feed.atom", Endpoint(feed_answer)),
        Route(f"{prefix}/corrections.atom", Endpoint(corrections_answer)),
        Route(f"{prefix}/robots.txt", Endpoint(robots_answer)),
        Route(f"{prefix}/sitemap.xml", Endpoint(sitemap_answer)),
    ]
