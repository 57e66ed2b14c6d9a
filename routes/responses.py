"""An answer that can be kept: bytes with their media type, how to know them again (ETag), and problems (RFC 9457)."""

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate
from hashlib import blake2b
from typing import Any

import orjson
from starlette.datastructures import Headers
from starlette.responses import Response

PROBLEM = "application/problem+json"
METHODS = ("GET", "HEAD", "OPTIONS")
READING = ", ".join(METHODS)
# Bytes from which on compressing pays, and how hard to try: more costs time and saves little.
WORTH_PACKING, EFFORT = 1000, 5
# What is compressed already.
COMPRESSED_FORMATS = ("image/png",)
# Other sites' scripts may read every answer, and see by which headers they know it again.
SHARED = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Last-Modified"}
# May be kept by anyone, and must be asked for again before it is shown: a correction is seen at once.
CHECKED_AGAIN = "public, no-cache"
NO_GZIP = re.compile(r"\bgzip\s*;\s*q=0(\.0*)?\s*(,|$)")


@dataclass(frozen=True)
class Answer:
    """A whole answer. `tag` changes with the bytes; `modified` is when they last changed, where that is known.
    `compressed`: the bytes are compressed, for those who read gzip."""

    body: bytes
    media_type: str
    tag: str
    compressed: bool = False
    modified: datetime | None = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many bytes it takes to keep it."""
        return len(self.body)


def answer(
    body: bytes,
    media_type: str,
    *,
    release: str = "",
    modified: datetime | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """An answer of these bytes. Its tag names the release that they come from and is theirs alone."""
    tag = f'W/"{release}-{blake2b(body, digest_size=12).hexdigest()}"'
    return Answer(body, media_type, tag, modified=modified, headers=headers or {})


def compressed(given: Answer) -> Answer:
    """The answer with its bytes compressed, where that is worth it."""
    if len(given.body) < WORTH_PACKING or given.media_type in COMPRESSED_FORMATS:
        return given
    return replace(given, body=gzip.compress(given.body, EFFORT, mtime=0), compressed=True)


def problem(status: int, title: str, detail: str, **more: Any) -> Answer:
    """What went wrong, as a JSON object that programs can read: `detail` is one sentence for people."""
    document = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    return Answer(orjson.dumps(document, option=orjson.OPT_APPEND_NEWLINE), PROBLEM, "", status=status)


def moved_to(location: str) -> Answer:
    """What leads for good to where the same stands now, as seen from the address that was asked for."""
    return Answer(b"", "text/plain; charset=utf-8", tag="", status=301, headers={"Location": location})


def respond(request_headers: Headers, method: str, given: Answer) -> Response:
    """The response to a request with the headers `request_headers`: all of it, without a body to HEAD, or 304 when
    whoever asks has it already."""
    headers = {"Vary": "Accept-Encoding", "Cache-Control": CHECKED_AGAIN if given.tag else "no-store", **SHARED}
    headers |= given.headers
    if given.tag:
        headers["ETag"] = given.tag
    if given.modified:
        headers["Last-Modified"] = _http_date(given.modified)
    if given.tag and is_known(request_headers, given):
        return Response(status_code=304, headers=headers)
    if given.compressed:
        headers["Content-Encoding"] = "gzip"
    headers["Content-Length"] = str(len(given.body))
    return Response(b"" if method == "HEAD" else given.body, given.status, headers, given.media_type)


def takes_gzip(request_headers: Headers) -> bool:
    """Whether the one who asks reads gzip."""
    accepted = request_headers.get("accept-encoding", "").lower()
    return "gzip" in accepted and not NO_GZIP.search(accepted)


def is_known(request_headers: Headers, given: Answer) -> bool:
    """Whether the one who asks has this answer: by its tag, else by the day on which it last changed. A day that is
    still to come names no answer, but for one that is dated so itself."""
    if tags := request_headers.get("if-none-match"):
        bare = given.tag.removeprefix("W/")
        return not {bare, "*"}.isdisjoint(tag.strip().removeprefix("W/") for tag in tags.split(","))
    since = _moment(request_headers.get("if-modified-since", ""))
    if since is None or given.modified is None:
        return False
    return given.modified <= since <= max(datetime.now(UTC), given.modified)


def _moment(http_date: str) -> datetime | None:
    """The moment that a header names, in GMT as every date of HTTP is; None when it names none."""
    try:
        parts = parsedate(http_date)
        return datetime(*parts[:5], min(parts[5], 59), tzinfo=UTC) if parts else None
    except (ValueError, OverflowError):
        return None


def _http_date(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC), usegmt=True)
