"""Which sites' pages may open a WebSocket here: the app's own, and those of origins that its operator names."""

import os
import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from components.view.public_address import AddressError, Host, public_root, read_host
from data.text.messages import say

# What the operator sets in the environment, beside PUBLIC_URL.
ALLOWED_ORIGINS = "ALLOWED_ORIGINS"
ORIGIN = re.compile(r"(?P<scheme>https?)://(?P<host>[^/]+)")
POLICY_VIOLATION = 1008


class Origin(NamedTuple):
    """Where a page comes from: http or https, and its host."""

    scheme: str
    host: Host


def allowed_origins() -> frozenset[Origin]:
    """The origins that the operator names: each of ALLOWED_ORIGINS, and that of PUBLIC_URL.

    Raises AddressError when one names no http or https origin.
    """
    root = ORIGIN.match(public_root())
    addresses = [*os.environ.get(ALLOWED_ORIGINS, "").split(","), root[0] if root else ""]
    return frozenset(_parsed(origin.strip()) for origin in addresses if origin.strip())


class OwnOrigins:
    """Refuses (403) a WebSocket that a foreign site's page opens. Streamlit would ask an outside service for its own
    address first, and keep every reader waiting meanwhile. An ASGI middleware."""

    def __init__(self, app: ASGIApp, allowed: Collection[Origin] = ()) -> None:
        """`app` is what answers, `named` are the origins that are welcome beside the app's own."""
        self.app, self.allowed = app, allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is no handshake, and a handshake of our own pages or of a program, which names no origin."""
        if scope["type"] == "websocket":
            headers = [(name.lower(), value) for name, value in scope["headers"]]
            if not comes_from_own(headers, self.allowed):
                await WebSocketClose(POLICY_VIOLATION)(scope, receive, send)
                return
            # It is judged here and once: Streamlit knows other rules, and would ask outside about some of ours.
            scope = {**scope, "headers": [header for header in headers if header[0] != b"origin"]}
        await self.app(scope, receive, send)


def comes_from_own(headers: Iterable[tuple[bytes, bytes]], allowed: Collection[Origin]) -> bool:
    """Whether a handshake with these headers comes from a page of the host that it is for, from an origin that is
    `named`, or from no page."""
    given = [(name, value.decode("latin-1")) for name, value in headers]
    hosts = [value.strip() for name, value in given if name == b"host"]
    origins = [read_origin(value) for name, value in given if name == b"origin"]
    return all(origin is not None and (origin in allowed or _is_of(origin, hosts)) for origin in origins)


def read_origin(text: str) -> Origin | None:
    """The origin that a text names and nothing beside it; None where it names none, such as `null`."""
    found = ORIGIN.fullmatch(text.strip().lower())
    host = read_host(found["host"], found["scheme"]) if found else None
    return Origin(found["scheme"], host) if found and host else None


def _is_of(origin: Origin, hosts: Iterable[str]) -> bool:
    # Behind a proxy that ends TLS the scheme of the host is not known, so that of the origin is taken.
    return origin.host in {read_host(host, origin.scheme) for host in hosts}


def _parsed(text: str) -> Origin:
    origin = read_origin(text.rstrip("/"))
    if not origin:
        raise AddressError(say("origins.none", name=ALLOWED_ORIGINS, value=text[:80]))
    return origin
