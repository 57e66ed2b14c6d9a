"""What operators and curators ask: at `/healthz` whether the process lives, at `/readyz` which tables readers are shown
and what is wrong with the files."""

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.package.problems import in_lines
from data.publish.api import JSON
from data.versions.state import State
from data.versions.store import STORE
from routes.responses import Answer, respond

# Of the lines that tell of the problems, in which many rows of one cause are one.
MOST_LINES = 50
TEXT = "text/plain; charset=utf-8"


def readiness(state: State) -> Answer:
    """Which tables are shown, with the problems of the files as lines and their number: 200 while any, else 503."""
    report = {
        "status": "ok" if state.shown else "unavailable",
        "tables": state.say_shown(),
        "release": state.shown.release if state.shown else "",
        "problem_count": len(state.problems),
        "problems": in_lines(state.problems)[:MOST_LINES],
    }
    body = orjson.dumps(report, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    return Answer(body, JSON, tag="", status=200 if state.shown else 503)


async def _ready(request: Request) -> Response:
    state = await run_in_threadpool(STORE.state)
    return respond(request.headers, request.method, readiness(state))


async def _healthy(request: Request) -> Response:
    """That the process answers, whatever it has to show: one that does not is to be started anew."""
    return respond(request.headers, request.method, Answer(b"ok\n", TEXT, tag=""))


def ready_routes(prefix: str) -> list[Route]:
    """The routes of what operators ask, below the app's own path."""
    return [Route(f"{prefix}/healthz", _healthy), Route(f"{prefix}/readyz", _ready)]
