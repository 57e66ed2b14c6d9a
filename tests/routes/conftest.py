"""The routes beside a stand-in for Streamlit, which answers every other path with a page."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from components.view.public_address import ALLOWED_HOSTS
from routes.api import api_routes
from routes.documents.answers import document_routes
from routes.endpoints import DataFirst
from routes.files import file_routes
from routes.index_html import IndexHtml
from routes.operations.ready import ready_routes
from routes.pictures.answers import picture_routes
from routes.records import record_routes
from routes.refusals import RefusalsLogged
from routes.security_headers import SecurityHeaders


@pytest.fixture(scope="module", autouse=True)
def example_org_is_trusted() -> Iterator[None]:
    """As an operator would have it whose host is example.org."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(ALLOWED_HOSTS, "example.org")
        yield


@pytest.fixture(scope="session")
def site() -> Starlette:
    """The routes as `server.py` sets them up, with pages whose scripts are left out."""
    pages = Route("/{path:path}", lambda request: HTMLResponse("a page"))
    routes = [
        *api_routes(""),
        *document_routes(""),
        *file_routes(""),
        *picture_routes(""),
        *ready_routes(""),
        *record_routes(""),
    ]
    data = Middleware(DataFirst, routes=routes)
    around = [Middleware(RefusalsLogged), Middleware(SecurityHeaders)]
    return Starlette(routes=[pages], middleware=[*around, data, Middleware(IndexHtml)])


@pytest.fixture(scope="session")
def client(site) -> TestClient:
    """Asks the site in this process, and follows no redirect."""
    return TestClient(site, "https://example.org", follow_redirects=False)
