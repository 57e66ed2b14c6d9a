"""The hosted app: `app.py` with data routes beside it. Run it with `streamlit run server.py`."""

import sys

import streamlit as st
from starlette.middleware import Middleware
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from components.controls.picture_links import offer_pictures
from components.frame.own_address import never_ask_for_own_address
from components.view.addresses import base_path
from components.view.public_address import AddressError, check_addresses
from routes.api import api_routes
from routes.closed import Closed
from routes.connections.messages import OnlyReading
from routes.connections.origins import OwnOrigins, allowed_origins
from routes.connections.proxies import trusted_proxies
from routes.connections.slow_sockets import SecondsError, serve_prompt_requests
from routes.documents.answers import document_routes
from routes.endpoints import DataFirst
from routes.files import file_routes
from routes.index_html import IndexHtml
from routes.lifespan import lifespan
from routes.operations.metrics import MetricsAddressError, serve_metrics
from routes.operations.ready import ready_routes
from routes.pictures.answers import picture_routes
from routes.records import record_routes
from routes.refusals import RefusalsLogged
from routes.security_headers import SecurityHeaders

try:
    check_addresses()
    origins = allowed_origins()
    serve_prompt_requests()
    serve_metrics()
except (AddressError, MetricsAddressError, SecondsError) as bad:
    sys.exit(str(bad))
never_ask_for_own_address()
prefix = f"/{base_path()}".rstrip("/")
data = [
    *api_routes(prefix),
    *document_routes(prefix),
    *file_routes(prefix),
    *picture_routes(prefix),
    *ready_routes(prefix),
    *record_routes(prefix),
]
offer_pictures()
app = st.App(
    "app.py",
    middleware=[
        Middleware(ProxyHeadersMiddleware, trusted_hosts=trusted_proxies()),
        Middleware(RefusalsLogged),
        Middleware(OwnOrigins, allowed=origins),
        Middleware(OnlyReading),
        Middleware(SecurityHeaders),
        Middleware(Closed),
        Middleware(DataFirst, routes=data),
        Middleware(IndexHtml),
    ],
    lifespan=lifespan,
)
