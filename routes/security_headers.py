"""Headers that every answer carries: what its page may load and who may frame it, and how long static files hold."""

from collections.abc import Mapping
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.frame.embed import DRAWN
from components.view.addresses import base_path
from routes.shipped_page import script_hashes

# Pictures are drawn with inline styles, by workers, by WebAssembly (the map) and from data that the page itself makes;
# nothing comes from elsewhere and no text is run as a script.
POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": " ".join(["'self'", "'wasm-unsafe-eval'", *script_hashes()]),
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
    "media-src": "'self'",
    "frame-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "object-src": "'none'",
}
OWN, ANYONE = "'self'", "*"
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
CONTENT_POLICY = b"content-security-policy"
Header = tuple[bytes, bytes]
STATIC, AN_HOUR = "app/static/", b"public, max-age=3600"


class SecurityHeaders:
    """Adds the headers to every answer. An ASGI middleware."""

    def __init__(self, app: ASGIApp) -> None:
        """`app` is what answers."""
        self.app, self.static = app, f"/{base_path()}/{STATIC}".replace("//", "/")
        self._with_picture, self._with_page = headers_of(framed=ANYONE), headers_of(framed=OWN)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add headers to the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        added = self._with_picture if is_embedded(scope) else self._with_page
        if scope["path"].startswith(self.static):
            added = [*added, (b"cache-control", AN_HOUR)]

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = _with_added(message["headers"], added)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _with_added(own: list[Header], added: list[Header]) -> list[Header]:
    """The headers of an answer with those added, in a new list: that of an answer that is kept stays as it is. An
    answer that brings a policy of its own, as a page without scripts does, keeps it."""
    policies = {name for name, _ in own} & {CONTENT_POLICY}
    names = {name for name, _ in added} - policies
    return [*(item for item in own if item[0] not in names), *(item for item in added if item[0] not in policies)]


def headers_of(framed: str) -> list[tuple[bytes, bytes]]:
    """The headers of an answer that `framed` sites may show inside their own pages."""
    policy = "; ".join(f"{name} {value}" for name, value in {**POLICY, "frame-ancestors": framed}.items())
    same_site = {"X-Frame-Options": "SAMEORIGIN"} if framed == OWN else {}
    headers = {**ALWAYS, "Content-Security-Policy": policy, **same_site}
    return [(name.lower().encode(), value.encode()) for name, value in headers.items()]


def is_embedded(scope: Scope) -> bool:
    """Whether the request is for one picture alone, which other sites may frame."""
    if b"embed" not in scope["query_string"]:
        return False
    query = parse_qs(scope["query_string"].decode("latin-1"), errors="replace")
    return query.get("embed") == ["true"] and query.get("picture", [""])[0] in DRAWN
