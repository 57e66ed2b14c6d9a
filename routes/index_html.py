"""The page that a browser loads first: the one file that Streamlit ships, with metadata of the path's own."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.frame.drawn_page import drawn_page
from components.html.drawn import DrawnPage
from components.html.filter_form import filter_form
from components.html.first_page import POLICY_WITHOUT_APP, document_without_app, first_layer
from components.html.markdown_html import page_address
from components.view.addresses import base_path
from components.view.view import WITHOUT_APP
from data.log.failures import page_failure_logged
from data.package.package import Package
from data.package.problems import BrokenPackageError
from data.text.days import today
from data.text.matching import values_given
from data.versions.polled_store import POLLED
from data.view.settings import ON
from routes.answer_store import AnswerStore
from routes.data_versions import data_version_for, with_current_ids
from routes.endpoints import root_of
from routes.page_metadata import PageMetadata, Wanted, as_html, page_metadata
from routes.page_scripts.hand_over import BACK_TO_APP
from routes.responses import Answer, answer, compressed, respond, takes_gzip
from routes.shipped_page import page_of_app

HTML = "text/html; charset=utf-8"
HIDDEN = {"X-Robots-Tag": "noindex"}
# By these whoever asks names a part or an age of the file that is replaced: it would be answered without the page.
OF_THE_FILE = {b"range", b"if-range", b"if-modified-since"}
# Seconds after which a page goes without what stands first: the app itself would take as long.
WAIT = 3.0
ANSWERS: AnswerStore[Answer] = AnswerStore()


class IndexHtml:
    """Around Streamlit: gives the first page its metadata, and status 404 where no page has that path; leads a path of
    several parts, which no page has, to the page that its first part names: there the page would look for its scripts
    in vain. An ASGI middleware."""

    def __init__(self, app: ASGIApp) -> None:
        """`app` is what answers."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; what comes back is replaced if it is the first page."""
        if scope["type"] == "http" and (lead := _into_base(Request(scope))):
            await lead(scope, receive, send)
            return
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        replaced = False

        async def send_page(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and _is_page(message):
                replaced = True
                response = await _page(Request(scope))
                await response(scope, receive, send)
            elif not replaced:
                await send(message)

        await self.app(_for_whole_page(scope), receive, send_page)


def _is_page(message: Message) -> bool:
    return message["status"] == 200 and Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")


def _for_whole_page(scope: Scope) -> Scope:
    """The request for a page without what concerns a part or the age of a file; that for a file as it is."""
    parts = _parts_below_base(Request(scope))
    if len(parts) > 1 and "." in parts[-1]:
        return scope
    return {**scope, "headers": [header for header in scope["headers"] if header[0] not in OF_THE_FILE]}


def _into_base(request: Request) -> Response | None:
    """What leads from the app's own path to the same with a slash at its end, whatever host was asked for."""
    base, path = base_path(), str(request.scope["path"]).removeprefix(request.scope.get("root_path", ""))
    if not base or path != f"/{base}":
        return None
    return RedirectResponse(f"{base.rpartition('/')[2]}/" + _with_mark(_query(request)), status_code=307)


async def _page(request: Request) -> Response:
    parts = _parts_below_base(request)
    if len(parts) > 1:
        return RedirectResponse(_first_part(parts, _query(request)), status_code=307)
    wanted = Wanted(root_of(request.scope), parts[0] if parts else "", _query(request), takes_gzip(request.headers))
    # All that an answer depends on: the state of the files, and the day, which the page counts from.
    key = (POLLED.look(), today(), wanted)
    given = ANSWERS.get(key) or await ANSWERS.made(key, partial(_whole, wanted), None if wanted.without_app else WAIT)
    if given is None:
        given = await run_in_threadpool(_app_page, wanted, _package(wanted), "")
    return respond(request.headers, request.method, given)


def _drawn(wanted: Wanted) -> DrawnPage:
    """What the app draws at this address. Raises what the page raises."""
    # A form sends what nobody filled as empty.
    given = {name: found for name in wanted.parameters if (found := values_given(wanted.parameters, name))}
    return drawn_page(wanted.root, wanted.path, given)


def _package(wanted: Wanted) -> Package | None:
    """The tables that the address asks for; None while they are broken."""
    try:
        return data_version_for(wanted.parameters).package
    except BrokenPackageError:
        return None


def _whole(wanted: Wanted) -> Answer:
    """The page with what stands first, or the plain edition. A path that no page has gets it where it is asked for."""
    package = _package(wanted)
    if wanted.without_app:
        return _page_without_app(wanted, package)
    if package is None or not wanted.is_page or wanted.is_too_long:
        return _app_page(wanted, package, "")
    try:
        drawn = _drawn(wanted)
        with page_failure_logged(wanted.path or "overview"):
            return _app_page(wanted, package, first_layer(drawn))
    except Exception:  # noqa: BLE001 (it is logged; the app comes all the same and says to the reader what fails)
        return _app_page(wanted, package, "")


def _metadata(wanted: Wanted, package: Package | None) -> PageMetadata:
    return page_metadata(wanted.root, wanted.path, with_current_ids(wanted.parameters), package)


def _page_without_app(wanted: Wanted, package: Package | None) -> Answer:
    metadata, drawn = _metadata(wanted, package), _drawn(wanted)
    form = filter_form(drawn.page, drawn.query, package) if package else ""
    query = urlencode({name: values for name, values in drawn.query.items() if name != WITHOUT_APP}, doseq=True)
    app = page_address(drawn.page, query) + BACK_TO_APP
    page = document_without_app(as_html(metadata, wanted.root), drawn, form, app)
    return _finished(wanted, page, metadata, package, {"Content-Security-Policy": POLICY_WITHOUT_APP})


def _app_page(wanted: Wanted, package: Package | None, layer: str) -> Answer:
    metadata = _metadata(wanted, package)
    page = page_of_app(metadata, wanted.root, layer, _address_without_app(wanted))
    return _finished(wanted, page, metadata, package, {})


def _address_without_app(wanted: Wanted) -> str:
    return page_address(wanted.path, urlencode({**wanted.parameters, WITHOUT_APP: ON}, doseq=True))


def _finished(
    wanted: Wanted, page: str, metadata: PageMetadata, package: Package | None, headers: Mapping[str, str]
) -> Answer:
    if package is None:
        # The page names the problems; nobody is to keep it or to take it for the one that was asked for.
        return Answer(page.encode(), HTML, tag="", status=503, headers=headers)
    given = answer(page.encode(), HTML, headers={**headers, **(HIDDEN if metadata.hidden else {})})
    if not wanted.is_page:
        given = replace(given, status=404, tag="")
    return compressed(given) if wanted.packs else given


def _query(request: Request) -> str:
    """The query of the address as it was sent: an address put together with the host could be split elsewhere."""
    return bytes(request.scope["query_string"]).decode("latin-1")


def _parts_below_base(request: Request) -> list[str]:
    path = str(request.scope["path"]).removeprefix(request.scope.get("root_path", "")).strip("/")
    base = base_path()
    below = path.removeprefix(base) if path == base or path.startswith(f"{base}/") else path
    return [part for part in below.split("/") if part]


def _first_part(parts: list[str], query: str) -> str:
    """The address of the first part as seen from the whole path, so that it holds behind any proxy."""
    return "../" * (len(parts) - 1) + quote(parts[0], safe="%") + _with_mark(query)


def _with_mark(query: str) -> str:
    return f"?{query}" if query else ""
