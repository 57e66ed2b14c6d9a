"""What a page's first HTML says of it: title, description, address and previews, by path and view."""

from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlencode, urlsplit

from components.html.preview_tags import picture_address, preview_tags
from components.look.escaping import escape_html, html_tag, meta_tags
from components.view.view import PAGES, SITE, WITHOUT_APP, PageEntry, page_title
from data.package.package import Package
from data.publish.api import JSON
from data.publish.citation import record_text
from data.publish.strict_query import Query
from data.records.event import when
from data.selection.filters import Filters
from data.selection.record_kinds import EVENT, KINDS, PERSON
from data.text.matching import values_given
from data.text.messages import say
from data.versions.data_version import AS_OF
from data.view.picture_names import CARD, KINDS_WITH_CARD, preview_name, query_of_picture
from data.view.settings import ON, Settings, open_section
from data.view.story import step_of_story
from routes.endpoints import LONGEST_QUERY

ATOM = "application/atom+xml"
LONGEST = 300


@dataclass(frozen=True)
class PageMetadata:
    """What a preview says of an address. `query` is the view's own, `hidden` whether search engines are to leave it,
    `picture` the address of what a preview shows, if anything."""

    title: str
    description: str
    link: str
    query: str = ""
    hidden: bool = False
    picture: str = ""


@dataclass(frozen=True)
class Wanted:
    """Which page is asked for: the app's own address as `root_of` gives it, the path of the page, the query as it was
    sent, and whether whoever asks reads gzip."""

    root: str
    path: str
    query: str
    packs: bool

    @property
    def parameters(self) -> dict[str, list[str]]:
        """The parameters by name; none where they are too long to be read."""
        return {} if self.is_too_long else parse_qs(self.query, keep_blank_values=True, errors="replace")

    @property
    def is_too_long(self) -> bool:
        """Whether the query is longer than any that is read."""
        return len(self.query) > LONGEST_QUERY

    @property
    def is_page(self) -> bool:
        """Whether the path is that of a page."""
        return self.path.strip() in {page.slug for page in PAGES}

    @property
    def without_app(self) -> bool:
        """Whether the page is asked for without the app."""
        return values_given(self.parameters, WITHOUT_APP)[:1] == [ON]


def page_metadata(root: str, path: str, query: Query, package: Package | None) -> PageMetadata:
    """The metadata of the page at `path` below `root`; a path that is no page's shows the first page and is hidden, as
    is the record of a person. Without a package, while it is broken, the page alone is named."""
    page = next((page for page in PAGES if page.slug == path), PAGES[0])
    hidden = PERSON.parameter in query or page.slug != path
    if package is None:
        return PageMetadata(page_title(page), page.question, root + page.slug, hidden=hidden)
    filters, settings = Filters.from_query(query, package)[0], Settings.from_query(query, package)[0]
    # The plain edition is the same page to whoever looks for it or is sent its link.
    settings = replace(settings, plain="")
    chosen = urlencode({**filters.to_query(), **settings.to_query()}, doseq=True)
    title, description = _title_and_description(page, filters, settings, package)
    link = root + page.slug + (f"?{chosen}" if chosen else "")
    query_of_filters = urlencode(filters.to_query(), doseq=True)
    picture = "" if hidden else _picture(root, page.slug, open_section(page.slug, settings, query), chosen)
    return PageMetadata(title, shortened_line(description), link, query_of_filters, hidden, picture)


def _picture(root: str, page: str, section: str, chosen: str) -> str:
    """The whole address of what previews show: the card of the record that is open over the page, else the picture of
    the view; empty where there is none."""
    query = parse_qs(chosen)
    if record := [name for name in KINDS_WITH_CARD if name in query]:
        return picture_address(root, CARD, {name: query[name] for name in (*record, AS_OF) if name in query})
    name = preview_name(page, section)
    return picture_address(root, name, query_of_picture(query)) if name else ""


def _title_and_description(page: PageEntry, filters: Filters, settings: Settings, package: Package) -> tuple[str, str]:
    """Title and description: of the open record, else of the step of the story, else of the page with its filters."""
    kind = next((kind for kind in KINDS.values() if getattr(settings, kind.parameter)), None)
    values = {"question": page.question, "release": package.release}
    if kind is None and settings.story and not page.slug:
        return page_title(page), step_of_story(package, settings.story).text
    if kind is None:
        return page_title(page), say("page_metadata.page", view=filters.say(package), **values)
    row_id = getattr(settings, kind.parameter)
    title = f"{record_text(package, kind, row_id)} · {SITE}"
    if kind != EVENT:
        return title, say("page_metadata.record", **values)
    event = EVENT.row(package, row_id)
    return title, say("page_metadata.event", when=when(event), summary=event.summary)


def as_html(metadata: PageMetadata, root: str) -> str:
    """The tags of the page's metadata, every text escaped."""
    query = f"?{metadata.query}" if metadata.query else ""
    properties = {
        "og:type": "website",
        "og:site_name": SITE,
        "og:title": metadata.title,
        "og:description": metadata.description,
        # Whoever reads a preview takes no address without its host.
        **({"og:url": metadata.link} if urlsplit(metadata.link).netloc else {}),
    }
    links = [
        html_tag("link", rel="canonical", href=metadata.link),
        html_tag("link", rel="alternate", type=JSON, href=f"{root}api/events.json{query}"),
        html_tag("link", rel="alternate", type=ATOM, title=SITE, href=f"{root}feed.atom"),
        html_tag("link", rel="service-desc", type=JSON, href=f"{root}api/openapi.json"),
    ]
    metas = [*meta_tags("name", {"description": metadata.description}), *meta_tags("property", properties)]
    tags = [*metas, *preview_tags(metadata.picture, metadata.title), *links]
    return "\n    ".join([f"<title>{escape_html(metadata.title)}</title>", *tags])


def without_scripts(metadata: PageMetadata, root: str) -> str:
    """What stands on the page where no script runs: what it is, and where the same data can be read."""
    there = {
        say("page_metadata.as_json"): "api/events.json",
        say("page_metadata.as_csv"): "api/events.csv",
        say("page_metadata.tables"): "data/datapackage.json",
        say("page_metadata.api"): "api/openapi.json",
        say("page_metadata.feed"): "feed.atom",
    }
    links = " · ".join(f"{html_tag('a', href=root + path)}{escape_html(name)}</a>" for name, path in there.items())
    return (
        f"<noscript><h1>{escape_html(metadata.title)}</h1><p>{escape_html(metadata.description)}</p>"
        f"<p>{say('page_metadata.no_script', links=links)}</p></noscript>"
    )


def shortened_line(text: str) -> str:
    """The text on one line, as long as a preview shows it."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
