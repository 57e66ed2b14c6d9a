"""Headers that every answer carries: what its page may load and who may frame it, and how long static files hold."""

from collections.abc import Mapping
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.addresses import base_path
from components.embed import DRAWN
from routes.front import script_hashes

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
STATIC, AN_HOUR = "app/static/", "public, max-age=3600"


class Guard:
    """Adds the headers to every answer. An ASGI middleware."""

    def __init__(self, app: ASGIApp) -> None:
        """`app` is what answers."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add headers to the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        added = headers_for(scope)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in added.items():
                    headers[name] = value
            await send(message)

        await self.app(scope, receive, send_guarded)


def headers_for(scope: Scope) -> dict[str, str]:
    """The headers of the answer to a request."""
    framed = ANYONE if is_embedded(scope) else OWN
    policy = "; ".join(f"{name} {value}" for name, value in {**POLICY, "frame-ancestors": framed}.items())
    headers = {**ALWAYS, "Content-Security-Policy": policy}
    if framed == OWN:
        headers["X-Frame-Options"] = "SAMEORIGIN"
    base = base_path()
    if scope["path"].startswith(f"/{base}/{STATIC}" if base else f"/{STATIC}"):
        headers["Cache-Control"] = AN_HOUR
    return headers


def is_embedded(scope: Scope) -> bool:
    """Whether the request is for one picture alone, which other sites may frame."""
    query = parse_qs(scope["query_string"].decode("latin-1"), errors="replace")
    return query.get("embed") == ["true"] and query.get("picture", [""])[0] in DRAWN
