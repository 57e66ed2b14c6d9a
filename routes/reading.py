"""Addresses that can only be read: what they take from a request, what they refuse, and the answers they keep."""

import re
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from components.addresses import base_path
from data.asked import BadParameterError, Query
from data.problems import BrokenPackageError
from routes.answers import METHODS, READING, SHARED, Answer, problem, respond
from routes.tables import FILES

LONGEST_QUERY = 8192
HOST = re.compile(r"[A-Za-z0-9.\-\[\]:]+")
# Bytes of answers that are kept. The longest has half a million, so that some hundred views are at hand.
KEPT_BYTES = 64_000_000
ASKED_BEFORE = {"Access-Control-Allow-Methods": READING, "Access-Control-Max-Age": "86400", "Allow": READING}


class UnknownAddressError(LookupError):
    """Nothing is at this address; its text says what is."""


@dataclass(frozen=True)
class Call:
    """What an answer is made from: the app's own address with a slash at its end, the query, the parts of the path."""

    root: str
    query: Query
    path: Mapping[str, str]


class Kept:
    """The answers asked for last, as many as fit into so many bytes."""

    def __init__(self, bytes_kept: int = KEPT_BYTES) -> None:
        """Nothing is kept yet."""
        self.bytes_kept, self.size = bytes_kept, 0
        self._answers: OrderedDict[object, Answer] = OrderedDict()

    def get(self, key: object) -> Answer | None:
        """The answer kept under the key, if it still is."""
        if key not in self._answers:
            return None
        self._answers.move_to_end(key)
        return self._answers[key]

    def put(self, key: object, given: Answer) -> None:
        """Keep an answer, in place of those that nobody asked for the longest."""
        if key in self._answers:
            self.size -= self._answers.pop(key).size
        self._answers[key] = given
        self.size += given.size
        while self.size > self.bytes_kept:
            self.size -= self._answers.popitem(last=False)[1].size


KEPT = Kept()


class Readable:
    """An address that is read by GET and HEAD; OPTIONS says so, any other method is refused. An ASGI application."""

    def __init__(self, make: Callable[[Call], Answer]) -> None:
        """`make` gives the answer; what it raises is answered as a problem."""
        self.make = make

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        response = await self._response(Request(scope, receive))
        await response(scope, receive, send)

    async def _response(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={**SHARED, **ASKED_BEFORE})
        if request.method not in METHODS:
            refused = problem(405, "Method not allowed", f"{request.method} is not answered here, only {READING}.")
            return respond(Headers(), "GET", _with(refused, Allow=READING))
        return respond(request.headers, request.method, await self._answer(request))

    async def _answer(self, request: Request) -> Answer:
        query, root = request.scope["query_string"], root_of(request)
        if len(query) > LONGEST_QUERY:
            return problem(
                414, "Query too long", f"A query may have {LONGEST_QUERY:,} bytes; this one has {len(query):,}."
            )
        key = (request.scope["path"], query, root)
        kept = KEPT.get((FILES.changes, *key)) if FILES.are_known else None
        if kept:
            return kept
        words = parse_qs(query.decode("latin-1"), keep_blank_values=True, errors="replace")
        given = await run_in_threadpool(made, self.make, Call(root, words, request.path_params))
        if given.status == 200:
            KEPT.put((FILES.changes, *key), given)
        return given


def made(make: Callable[[Call], Answer], call: Call) -> Answer:
    """The answer, or the problem that stands in its place."""
    try:
        return make(call)
    except BadParameterError as bad:
        about = {"parameter": bad.parameter, "value": bad.value, "rule": bad.rule}
        return problem(400, "Bad parameter", str(bad), **about)
    except UnknownAddressError as unknown:
        return problem(404, "Not found", str(unknown))
    except BrokenPackageError as broken:
        number = len(broken.problems)
        said = f"The tables are broken ({number} problems): no figure is given until each is mended."
        return problem(503, "Tables broken", said)


def root_of(request: Request) -> str:
    """The address of the app as whoever asks sees it, with a slash at its end."""
    url, base = request.base_url, base_path()
    host = url.netloc if HOST.fullmatch(url.netloc) else "localhost"
    return f"{url.scheme}://{host}{url.path.rstrip('/')}/" + (f"{base}/" if base else "")


def _with(given: Answer, **headers: str) -> Answer:
    return Answer(given.body, given.media_type, given.tag, status=given.status, headers={**given.headers, **headers})
