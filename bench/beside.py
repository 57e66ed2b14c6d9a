"""The hosted app, and in the same process a bare Starlette route that returns the bytes of files: what the API is
measured against. BARE_BODIES names the folder."""

import os
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from data.publish.api import JSON
from server import app as hosted

BARE = "/bare/"
BODIES = {file.name: file.read_bytes() for file in Path(os.environ["BARE_BODIES"]).iterdir()}


async def body(request: Request) -> Response:
    """The bytes of one file."""
    return Response(BODIES[request.path_params["name"]], media_type=JSON)


bare = Starlette(routes=[Route(f"{BARE}{{name}}", body)])


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """The bare route or the app; both on one event loop."""
    is_bare = scope["type"] == "http" and scope["path"].startswith(BARE)
    await (bare if is_bare else hosted)(scope, receive, send)
