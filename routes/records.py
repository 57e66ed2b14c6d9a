"""Every record at an address of its own, `/events/ID` and so on: plain, complete HTML that needs no app."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import partial
from urllib.parse import quote, urlencode

from starlette.routing import Route

from components.html.preview_tags import picture_address
from components.html.record_html import AddressOf, parts_html
from components.html.whole_page import WholePage, page_policy, whole_page_html
from components.look.escaping import attributes, escape_html
from components.view.addresses import bare_address
from components.view.cite import cited_record
from components.view.view import SITE, WITHOUT_APP
from data.package.problems import BrokenPackageError, shortened
from data.publish.citation import short_text
from data.records.neighbours import Neighbour, Position, position_of
from data.records.paragraphs import paragraph
from data.records.record_of import record_of
from data.selection.filters import Filters
from data.selection.record_kinds import EVENT, KINDS, PERSON, SHIP, SOURCE, TARGET, RecordKind
from data.text.days import today
from data.text.formats import day_name, lower_first, number
from data.text.messages import say
from data.text.suggestions import nearest
from data.versions.current_ids import shown_id
from data.versions.data_version import AS_OF, DataVersion
from data.view.picture_names import CARD
from data.view.selection import Selection
from data.view.settings import Settings, setting_titles
from routes.api import NOT_SHOWN, dated
from routes.data_versions import data_version_for
from routes.endpoints import Call, Endpoint
from routes.page_metadata import shortened_line
from routes.responses import Answer, moved_to

HTML = "text/html; charset=utf-8"
# From a record's address to that of the app.
UP = "../"
# The list that an unknown id leads to: where the dashboard shows the records of that kind.
LISTS: Mapping[RecordKind, str] = {
    EVENT: "events",
    PERSON: "detentions",
    TARGET: "sanctions",
    SHIP: "sanctions?section=ships",
    SOURCE: "about?section=coverage",
}
POLICY = {"Content-Security-Policy": page_policy(UP)}


def record_answer(kind: RecordKind, call: Call) -> Answer:
    """The page of one record, or where it stands if it has another id; where no row has the id a page that says so and
    leads to the list, with status 404."""
    try:
        data_version = data_version_for(call.query)
    except BrokenPackageError:
        page = _message(kind, say("record_page.broken"), "", "")
        return Answer(whole_page_html(page).encode(), HTML, tag="", status=503, headers=POLICY)
    requested = call.path["row_id"]
    row_id = shown_id(data_version, kind, requested)
    if row_id not in ("", requested):
        return moved_to(quote(row_id, safe="") + call.mark)
    if not row_id:
        page = _unknown(kind, requested, data_version)
        return Answer(whole_page_html(page).encode(), HTML, tag="", status=404, headers=POLICY | NOT_SHOWN)
    page = record_page(kind, row_id, data_version, call)
    headers = POLICY | (NOT_SHOWN if page.is_hidden else {})
    given = dated(data_version, whole_page_html(page).encode(), HTML, headers)
    # Its citation names the day, and what ages is read on it: whoever has the page of another day has not this one.
    midnight = datetime.combine(today(), time(), UTC)
    return replace(given, modified=max(given.modified or midnight, midnight))


def record_page(kind: RecordKind, row_id: str, data_version: DataVersion, call: Call) -> WholePage:
    """The record with that id as a whole page; the record of a person is hidden from search engines."""
    record = record_of(data_version.package, kind, row_id, data_version.reading_day)
    pinned = {AS_OF: data_version.requested} if data_version.requested else {}
    settings, unread = Settings.from_query(call.query, data_version.package)
    ignored = [text for text in unread if text.startswith((f"{AS_OF}=", f"{WITHOUT_APP}="))]
    notices = [say("frame.ignored", words=", ".join(ignored))] if ignored else []
    onward = pinned | ({WITHOUT_APP: settings.plain} if settings.plain else {})
    address_of = _addresses(onward)
    body = [parts_html(record.parts, address_of, 2), _cite(kind, row_id, data_version, call.root)]
    return WholePage(
        title=f"{record.title} · {SITE}",
        description=shortened_line(paragraph(data_version.package, kind, row_id)),
        heading=record.title,
        kind=setting_titles()[kind.parameter],
        body="\n".join([*body, _steps(kind, row_id, data_version, address_of, onward)]),
        foot=_foot(data_version),
        link=call.root + bare_address(kind, row_id, pinned),
        up=UP,
        query=urlencode(onward),
        notices=tuple(text for text in (data_version.say_opened(), data_version.behind(), *notices) if text),
        is_hidden=kind is PERSON,
        picture=picture_address(call.root, CARD, {kind.parameter: row_id, **pinned}) if kind is not PERSON else "",
    )


def _addresses(pinned: Mapping[str, str]) -> AddressOf:
    return lambda kind, row_id: UP + bare_address(kind, row_id, pinned)


def _cite(kind: RecordKind, row_id: str, data_version: DataVersion, root: str) -> str:
    """The paragraph to copy with its citation, which is pinned to the release whose numbers it shows."""
    link = root + bare_address(kind, row_id, {AS_OF: data_version.release} if data_version.release else {})
    citation = cited_record(data_version, kind, row_id, link, today())
    texts = (paragraph(data_version.package, kind, row_id), short_text(citation))
    boxes = "".join(f'<p class="cite">{escape_html(text)}</p>' for text in texts)
    return f'<section class="part copy"><h2>{escape_html(say("foot.copy"))}</h2>{boxes}</section>'


def _steps(
    kind: RecordKind, row_id: str, data_version: DataVersion, address_of: AddressOf, onward: Mapping[str, str]
) -> str:
    """Where to go from here: the dashboard, where the record opens over the page, and the records beside it."""
    position = position_of(Selection(data_version.package, Filters()), kind, row_id)
    query = urlencode({kind.parameter: row_id, **onward})
    links = [(f"{UP}{kind.page}?{query}", say("record_page.open"))]
    links += [
        (address_of(kind, neighbour.row_id), say(f"foot.neighbour.{which}", name=neighbour.name))
        for which, neighbour in (("previous", position.before), ("next", position.after))
        if isinstance(neighbour, Neighbour)
    ]
    return f'<p class="note">{escape_html(_position(kind, position))}</p><div class="steps">{_links(links)}</div>'


def _position(kind: RecordKind, position: Position) -> str:
    return say(
        "record_page.position",
        kind=setting_titles()[kind.parameter],
        number=number(position.number),
        total=number(position.total),
        order=say(f"foot.order_{kind.parameter}"),
    )


def _links(links: list[tuple[str, str]]) -> str:
    return "".join(f"<a {attributes({'href': address})}>{escape_html(text)}</a>" for address, text in links)


def _unknown(kind: RecordKind, row_id: str, data_version: DataVersion) -> WholePage:
    values = {"kind": lower_first(setting_titles()[kind.parameter]), "id": shortened(row_id)}
    text = say("record_page.unknown_text", data_version=data_version.say(), **values)
    near = nearest(row_id[:80], data_version.package[kind.table][kind.id_column])
    pinned = {AS_OF: data_version.requested} if data_version.requested else {}
    links = []
    if near:
        name = str(kind.row(data_version.package, near)[kind.name_column])
        links = [(UP + bare_address(kind, near, pinned), say("record_page.nearest", name=name))]
    return _message(kind, text, _links(links), _foot(data_version))


def _message(kind: RecordKind, text: str, links: str, foot: str) -> WholePage:
    """A page that says why there is no record, and leads to the list."""
    heading = say("record_page.unknown") if foot else SITE
    onward = links + _links([(UP + LISTS[kind], say("record_page.list"))])
    return WholePage(
        title=f"{heading} · {SITE}",
        description=text,
        heading=heading,
        kind=setting_titles()[kind.parameter],
        body=f'<p>{escape_html(text)}</p><div class="steps">{onward}</div>',
        foot=foot,
        link="",
        up=UP,
        is_hidden=True,
    )


def _foot(data_version: DataVersion) -> str:
    day = day_name(data_version.package.last_day)
    return say("frame.foot", day=day, data_version=data_version.say())


def record_routes(prefix: str) -> list[Route]:
    """The routes of the records below the app's own path."""
    return [
        Route(f"{prefix}/{kind.listing}/{{row_id}}", Endpoint(partial(record_answer, kind))) for kind in KINDS.values()
    ]
