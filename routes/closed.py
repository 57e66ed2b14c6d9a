"""Addresses of Streamlit's that are for operators or for what this app does not do: nothing is there for readers."""

import re

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from data.text.messages import say
from routes.responses import problem, respond

# Figures of the running process, and uploads, which the app takes none of but which would be kept in memory. A path
# with a line feed at its end leads where the path without it does.
CLOSED = re.compile(r"(?:.*/)?_stcore/+(?:metrics|upload_file)(?:[/\s].*)?", re.DOTALL)


class Closed:
    """Answers 404 at closed addresses. An ASGI middleware."""

    def __init__(self, app: ASGIApp) -> None:
        """`app` answers everything else."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, unless its path, decoded, is closed."""
        if scope["type"] != "http" or not CLOSED.fullmatch(scope["path"]):
            await self.app(scope, receive, send)
            return
        nothing = problem(404, say("response.not_found"), say("closed.nothing"))
        await respond(Headers(), scope["method"], nothing)(scope, receive, send)
