"""What the log says of refused and failed answers: the route and the status, and nothing that readers sent."""

import json
from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from routes.api import api_routes
from routes.closed import Closed
from routes.connections.descriptors import handle_loop_exception
from routes.connections.messages import OnlyReading
from routes.connections.origins import OwnOrigins
from routes.endpoints import DataFirst, Endpoint
from routes.refusals import RefusalsLogged

READERS = "tocoron"


def fail(call):
    raise KeyError(READERS)


async def socket(opened):
    await opened.accept()
    while (await opened.receive())["type"] == "websocket.receive":
        pass


@pytest.fixture
def asks():
    """Asks the routes with one that fails."""
    routes = [WebSocketRoute("/socket", socket)]
    data = [Route("/fails/{name}", Endpoint(fail)), *api_routes("")]
    middleware = [
        Middleware(RefusalsLogged),
        Middleware(OwnOrigins),
        Middleware(OnlyReading),
        Middleware(Closed),
        Middleware(DataFirst, routes=data),
    ]
    return TestClient(Starlette(routes=routes, middleware=middleware), raise_server_exceptions=False)


@pytest.mark.parametrize(
    ("method", "path", "status", "page"),
    [
        ("GET", f"/api/{READERS}", 404, "/api/{rest:path}"),
        ("GET", f"/api/events.json?type={READERS}", 400, "/api/{name}.{ending}"),
        ("GET", f"/api/toll.json?q={READERS * 2000}", 414, "/api/{name}.{ending}"),
        ("POST", "/api/toll.json", 405, "/api/{name}.{ending}"),
        ("GET", f"/_stcore/upload_file/{READERS}", 404, ""),
        ("GET", f"/{READERS}", 404, ""),
    ],
)
def test_a_refused_answer_is_one_line_with_route_and_status(asks, logged, method, path, status, page):
    assert asks.request(method, path).status_code == status
    (line,) = [line for line in logged() if line["event"] != "tables_read"]
    assert line["ms"] >= 0
    assert {key: line[key] for key in ("event", "level", "page", "status", "left_out")} == {
        "event": "answer_refused",
        "level": "warning",
        "page": page,
        "status": status,
        "left_out": 0,
    }
    assert READERS not in json.dumps(line)


def test_a_good_answer_is_no_line(asks, logged):
    assert asks.get("/api/toll.json").status_code == 200
    assert [line for line in logged() if line["event"] != "tables_read"] == []


def test_an_unforeseen_exception_is_one_line_with_its_type_and_place(asks, logged):
    assert asks.get(f"/fails/{READERS}").status_code == 500
    (line,) = logged()
    assert (line["event"], line["level"], line["status"]) == ("answer_failed", "error", 500)
    assert (line["page"], line["error"]) == ("/fails/{name}", "KeyError")
    assert line["place"].startswith("routes/endpoints.py:")
    assert READERS not in json.dumps(line)


def test_a_foreign_origin_is_one_line_without_its_name(asks, logged):
    with pytest.raises(WebSocketDisconnect), asks.websocket_connect("/socket", headers={"origin": f"http://{READERS}"}):
        pass
    (line,) = logged()
    assert (line["event"], line["level"], line["status"]) == ("socket_refused", "warning", 403)
    assert READERS not in json.dumps(line)


def test_messages_that_are_left_out_are_counted_and_a_socket_that_ends_is_named_by_its_code(asks, logged):
    with asks.websocket_connect("/socket") as opened:
        for _ in range(3):
            opened.send_bytes(b"")
        opened.send_text(READERS)
        opened.receive()
    lines = {line["event"]: line for line in logged()}
    assert set(lines) == {"message_left_out", "socket_closed"}
    assert lines["socket_closed"]["code"] == 1003
    assert READERS not in json.dumps(lines)


def test_a_connection_that_cannot_be_accepted_is_one_line_a_second_and_all_else_as_ever(logged):
    handled = []
    loop = SimpleNamespace(default_exception_handler=handled.append)
    for _ in range(50):
        handle_loop_exception(loop, {"socket": None, "exception": OSError(24, "Too many open files")})
    other = {"exception": OSError(5, "other")}
    handle_loop_exception(loop, other)
    (line, *_few) = logged()
    assert (line["event"], line["level"]) == ("connections_wait", "error")
    assert "Too many open files" in line["problem"]
    assert len(_few) < 10
    assert handled == [other]
