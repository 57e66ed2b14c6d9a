"""The page that a browser loads first: the one file that Streamlit ships, with metadata of the path's own."""

import base64
import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qs, quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

from components.view.addresses import base_path
from components.view.view import PAGES
from data.package.package import Package
from data.package.problems import BrokenPackageError
from routes.data_versions import data_version_for, with_current_ids
from routes.endpoints import LONGEST_QUERY, root_of
from routes.last_visit import with_last_visit
from routes.live_region import with_live_region
from routes.page_metadata import as_html, page_metadata, without_scripts
from routes.responses import Answer, answer, compressed, respond, takes_gzip

HTML = "text/html; charset=utf-8"
PAGE = with_last_visit(with_live_region((Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")))
TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
# Streamlit's pointer to an interface that is switched off here; the head points to the API.
AGENT = re.compile(r'<!--\s*Machine-readable.*?-->\s*<link rel="service-desc"[^>]*>\s*', re.DOTALL)
NO_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
HIDDEN = {"X-Robots-Tag": "noindex"}
# By these whoever asks names a part or an age of the file that is replaced: it would be answered without the page.
OF_THE_FILE = {b"range", b"if-range", b"if-modified-since"}


def script_hashes() -> list[str]:
    """The hash of each script that stands in the page itself, as a Content-Security-Policy names it."""
    scripts = INLINE_SCRIPT.findall(PAGE)
    return [f"'sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts]


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
    given = await run_in_threadpool(_with_metadata, request, parts[0] if parts else "")
    return respond(request.headers, request.method, given)


def _with_metadata(request: Request, path: str) -> Answer:
    query, root = _query(request), root_of(request.scope)
    parameters = parse_qs(query, keep_blank_values=True, errors="replace") if len(query) <= LONGEST_QUERY else {}
    package = _package(parameters)
    metadata = page_metadata(root, path, with_current_ids(parameters), package)
    page = TITLE.sub(lambda _: as_html(metadata, root), AGENT.sub("", PAGE), count=1)
    page = NO_SCRIPT.sub(lambda _: without_scripts(metadata, root), page, count=1)
    if package is None:
        # The page names the problems; nobody is to keep it or to take it for the one that was asked for.
        return Answer(page.encode(), HTML, tag="", status=503)
    given = answer(page.encode(), HTML, headers=HIDDEN if metadata.hidden else {})
    if path.strip() not in {page.slug for page in PAGES}:
        given = replace(given, status=404, tag="")
    return compressed(given) if takes_gzip(request.headers) else given


def _package(parameters: dict[str, list[str]]) -> Package | None:
    """The tables that the address asks for; None while they are broken."""
    try:
        return data_version_for(parameters).package
    except BrokenPackageError:
        return None


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
