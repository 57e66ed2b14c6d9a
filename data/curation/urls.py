"""Addresses of sources: their form, two that are one, and whether they answer, with the archived copy of each."""

import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from typing import IO, Any
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit

import orjson
import pandas as pd

from data.curation.corrections import correct
from data.curation.working_tables import WorkingTables
from data.package.rows import iterate_rows
from data.text.formats import counted

ARCHIVE = "https://archive.org/wayback/available"
AGENT = "us-venezuela-crisis-dashboard (check of sources)"
# Parameters that say how a reader came, and nothing of the page.
TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|ref_src", re.ASCII)
LOGIN_PATH = re.compile(r"(log|sign)[-_]?in|/sso\b|/auth\b", re.IGNORECASE)
LOGIN_FORM = re.compile(rb"<input[^>]+type=[\"']?password", re.IGNORECASE)
ODD_END = re.compile(r"[.,;:)\]>\"']$")
SECONDS, MOST_HOPS, MOST_READ, AT_ONCE = 10.0, 5, 200_000, 8
MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True)
class UrlAnswer:
    """What an address answered, in words, and whether a reader gets the page there."""

    text: str
    is_good: bool


def form_faults(sources: pd.DataFrame) -> list[str]:
    """What is wrong with addresses by themselves, and which are one address written twice, a line each."""
    faults = []
    known: dict[str, str] = {}
    for source in iterate_rows(sources):
        parts = urlsplit(source.url)
        if tracked := [name for name, _ in parse_qsl(parts.query) if TRACKING.fullmatch(name)]:
            faults.append(f"{source.source_id}: take {', '.join(tracked)} out of {source.url}")
        if parts.username or parts.password:
            faults.append(f"{source.source_id}: holds a user name or password: {source.url}")
        if ODD_END.search(source.url) and not ("(" in source.url and source.url.endswith(")")):
            faults.append(f"{source.source_id}: ends with a mark that may not be part of it: {source.url}")
        first = known.setdefault(_bare(source.url), source.source_id)
        if first != source.source_id:
            faults.append(f"{source.source_id}: is the address of {first} too: {source.url}")
    return faults


def _bare(url: str) -> str:
    """The address without what two spellings of one may differ by."""
    parts = urlsplit(url)
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query) if not TRACKING.fullmatch(name)])
    host = (parts.hostname or "").removeprefix("www.").removeprefix("amp.")
    return f"{host}:{parts.port or ''}{parts.path.rstrip('/')}?{query}"


def answers(urls: Sequence[str], seconds: float = SECONDS) -> list[UrlAnswer]:
    """What each address answers, in the same order, a few asked at once."""
    return _at_once(lambda url: answer_of(url, seconds), urls)


def archived_copies(urls: Sequence[str], archive: str = ARCHIVE, seconds: float = SECONDS) -> list[str]:
    """The address of the archived copy of each, in the same order; empty where the archive has none or is silent."""
    return _at_once(lambda url: _archived(url, archive, seconds), urls)


def _at_once(ask: Callable[[str], Any], urls: Sequence[str]) -> list[Any]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(ask, urls))


def answer_of(url: str, seconds: float = SECONDS) -> UrlAnswer:
    """What an address answers: its page, a move to another address, an error, a page to log in, or nothing."""
    here = url
    for _ in range(MOST_HOPS):
        try:
            status, headers, body = _fetched(here, seconds)
        except TimeoutError:
            return UrlAnswer("no answer in time", is_good=False)
        except (OSError, HTTPException, ValueError) as error:
            late = isinstance(getattr(error, "reason", None), TimeoutError)
            return UrlAnswer("no answer in time" if late else f"no answer ({error})", is_good=False)
        if status not in MOVED or not headers.get("Location"):
            return _judged(status, url, here, body)
        here = urljoin(here, headers["Location"])
    return UrlAnswer("leads in a circle", is_good=False)


def _judged(status: int, url: str, here: str, body: bytes) -> UrlAnswer:
    if status >= 400:
        return UrlAnswer(f"answers {status}", is_good=False)
    if LOGIN_PATH.search(urlsplit(here).path) or LOGIN_FORM.search(body):
        return UrlAnswer(f"asks to log in at {here}", is_good=False)
    return UrlAnswer(f"has moved to {here}" if here != url else "answers", is_good=True)


class _NoMoves(urllib.request.HTTPRedirectHandler):
    """Leaves moves to be followed, and told, by whoever asks."""

    def redirect_request(self, *_: Any) -> None:
        """No further request."""


def _fetched(url: str, seconds: float) -> tuple[int, Message, bytes]:
    """The status, headers and beginning of what an address answers. Raises OSError or ValueError when nothing does."""
    if urlsplit(url).scheme not in ("http", "https"):
        raise ValueError("no web address")
    request = urllib.request.Request(url, headers={"User-Agent": AGENT})
    opener = urllib.request.build_opener(_NoMoves)
    try:
        with opener.open(request, timeout=seconds) as response:
            return response.status, response.headers, _beginning(response)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, _beginning(error)


def _beginning(response: IO[bytes]) -> bytes:
    return response.read(MOST_READ)


def _archived(url: str, archive: str, seconds: float) -> str:
    try:
        status, _, body = _fetched(f"{archive}?url={quote(url, safe='')}", seconds)
        closest = orjson.loads(body)["archived_snapshots"]["closest"]
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        return ""
    found = str(closest.get("url", "")) if status == 200 and closest.get("available") else ""
    return found.replace("http://", "https://", 1) if found.startswith("http://web.archive.org/") else found


def url_lines(tables: WorkingTables, *, online: bool, archive: str, seconds: float) -> Iterator[str]:
    """What is wrong with the addresses of sources, a line each. With `online` also each that does not simply answer;
    the archived copies that are found are put into the table, with the reason."""
    sources = tables.texts["sources"]
    faults = form_faults(sources)
    yield from faults
    yield f"{counted(len(faults), 'fault')} of form in {counted(len(sources), 'address', 'addresses')}."
    if not online:
        return
    found = answers(sources.url.tolist(), seconds)
    for source, answer in zip(iterate_rows(sources), found, strict=True):
        if answer.text != "answers":
            yield f"{source.source_id}: {answer.text} ({source.url})"
    yield f"{sum(not answer.is_good for answer in found)} of {len(found)} addresses do not show their page."
    lacking = sources[sources.archive_url == ""]
    copies = archived_copies(lacking.url.tolist(), archive, seconds)
    for source_id, copy in zip(lacking.source_id, copies, strict=True):
        if copy:
            correct(tables, "sources", source_id, "archive_url", copy, ("An archived copy was found", ""))
    yield f"{counted(sum(map(bool, copies)), 'archived copy', 'archived copies')} found."
