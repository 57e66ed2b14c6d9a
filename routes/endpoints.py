"""Addresses that can only be read: what they take from a request, what they refuse, and the answers they keep."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, quote

from cachetools import LRUCache
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from components.view.addresses import base_path
from components.view.public_address import public_root, trusted_host
from data.package.problems import BrokenPackageError
from data.publish.strict_query import BadParameterError, Query
from data.text.days import today
from data.text.messages import say
from data.versions.polled_store import POLLED
from routes.responses import METHODS, READING, SHARED, Answer, compressed, problem, respond, takes_gzip

LONGEST_QUERY = 8192
# Bytes of answers in the cache: the longest has half a million, so that some hundred views are at hand.
CACHE_BYTES = 64_000_000
# Bytes of a response's objects and headers.
BESIDE = 3000
# What stands in the query of an address as it was sent (RFC 3986), `%` for what is escaped in it already.
CARRIED_ON = "/?:@!$&'()*+,;=%"
# Who sends one of these asks whether what they have still holds.
CONDITIONS = {b"if-none-match", b"if-modified-since"}
# What a browser asks before it sends another site's request: headers such as If-None-Match may come with it.
PREFLIGHT = {
    "Access-Control-Allow-Methods": READING,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
    "Allow": READING,
}


class UnknownAddressError(LookupError):
    """Nothing is at this address; its text says what is."""


@dataclass(frozen=True)
class Call:
    """What an answer is made from: the app's own address as `root_of` gives it, the query, the parts of the path.
    `mark` is the query as it was sent, with its question mark, to be carried on; empty without a query."""

    root: str
    query: Query
    path: Mapping[str, str]
    mark: str = ""


class ResponseCache:
    """The responses asked for last, as many as fit into so many bytes, with what each takes beside its body."""

    def __init__(self, most_bytes: int = CACHE_BYTES) -> None:
        """Nothing is kept yet."""
        self._answers: LRUCache[object, tuple[object, Response]] = LRUCache(most_bytes, getsizeof=_taken)

    @property
    def size(self) -> int:
        """Bytes that are taken."""
        return int(self._answers.currsize)

    def get(self, key: object) -> Response | None:
        """The response in the cache under the key, if it still is there."""
        chosen = self._answers.get(key)
        return chosen[1] if chosen else None

    def put(self, key: object, response: Response) -> None:
        """Keep a response, in place of those that nobody asked for the longest; one that alone is too large for all
        of the place is not kept."""
        with suppress(ValueError):
            self._answers[key] = key, response


def _taken(chosen: tuple[object, Response]) -> int:
    """Bytes that a response takes with its key: small ones to long addresses are more key and headers than body."""
    key, response = chosen
    return len(response.body) + len(str(key)) + BESIDE


RESPONSES = ResponseCache()


class Endpoint:
    """An address that is read by GET and HEAD; OPTIONS says so, any other method is refused. An ASGI application."""

    def __init__(self, make: Callable[[Call], Answer]) -> None:
        """`make` gives the answer; what it raises is answered as a problem."""
        self.make = make

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request: what is in the cache at once, all else from the beginning."""
        # Of a header that stands twice the first is read, as by the request itself.
        headers = dict(reversed(scope["headers"]))
        root = root_of(scope)
        # All that an answer depends on: the state of the files before it is made, the day, the address, what whoever
        # asks can read. The host that was asked for is none of it but as far as the root names it.
        key = (POLLED.look(), today(), root, scope["path"], scope["query_string"], headers.get(b"accept-encoding"))
        response = None if scope["method"] != "GET" or CONDITIONS & headers.keys() else RESPONSES.get(key)
        if not response:
            response = await self._response(Request(scope, receive), root, key)
        await response(scope, receive, send)

    async def _response(self, request: Request, root: str, key: object) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={**SHARED, **PREFLIGHT})
        if request.method not in METHODS:
            text = say("response.method_said", method=request.method, methods=READING)
            refused = problem(405, say("response.method"), text)
            return respond(Headers(), "GET", replace(refused, headers={"Allow": READING}))
        given = await self._answer(request, root)
        if given.status == 200 and request.method == "GET":
            RESPONSES.put(key, respond(Headers(), "GET", given))
        return respond(request.headers, request.method, given)

    async def _answer(self, request: Request, root: str) -> Answer:
        query = request.scope["query_string"]
        if len(query) > LONGEST_QUERY:
            text = say("response.too_long_said", most=LONGEST_QUERY, long=len(query))
            return problem(414, say("response.too_long"), text)
        parameters = parse_qs(query.decode("latin-1"), keep_blank_values=True, errors="replace")
        mark = f"?{quote(query, safe=CARRIED_ON)}" if query else ""
        call = Call(root, parameters, request.path_params, mark)
        return await run_in_threadpool(made, self.make, call, takes_gzip(request.headers))


class DataFirst:
    """Routes that are looked through before the rest of the app, whose own middleware has nothing to do with data. An
    ASGI middleware."""

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute]) -> None:
        """`app` answers what none of the `routes` does."""
        self.app, self.router = app, Router(routes, redirect_slashes=False, default=app)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request to the route that answers it, or on."""
        await (self.router if scope["type"] == "http" else self.app)(scope, receive, send)


def made(make: Callable[[Call], Answer], call: Call, packs: bool) -> Answer:
    """The answer, compressed where it `packs`, or the problem that stands in its place."""
    try:
        return compressed(make(call)) if packs else make(call)
    except BadParameterError as bad:
        about = {"parameter": bad.parameter, "value": bad.value, "rule": bad.rule}
        return problem(400, say("response.bad_parameter"), str(bad), **about)
    except UnknownAddressError as unknown:
        return problem(404, say("response.not_found"), str(unknown))
    except BrokenPackageError as broken:
        text = say("response.broken_said", count=len(broken.problems))
        return problem(503, say("response.broken"), text)


def root_of(scope: Scope) -> str:
    """The address of the app, with a slash at its end: the one that its operator names, else that of the host that was
    asked for, where it is trusted. Of every other host, and of several or none, the path alone."""
    if public := public_root():
        return public
    scheme = "https" if scope["scheme"] in ("https", "wss") else "http"
    hosts = [value for name, value in scope["headers"] if name == b"host"]
    host = trusted_host(hosts[0].decode("latin-1"), scheme) if len(hosts) == 1 else ""
    below = "/".join(part for part in (scope.get("root_path", "").strip("/"), base_path()) if part)
    path = f"/{below}/" if below else "/"
    return f"{scheme}://{host}{path}" if host else path
