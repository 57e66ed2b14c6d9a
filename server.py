"""The hosted app: `app.py` with data routes beside it. Run it with `streamlit run server.py`."""

import sys

import streamlit as st
from starlette.middleware import Middleware
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from components.frame.own_address import never_ask_for_own_address
from components.view.addresses import base_path
from components.view.public_address import AddressError, check_addresses
from routes.api import api_routes
from routes.closed import Closed
from routes.files import file_routes
from routes.front import FrontPage
from routes.guard import Guard
from routes.messages import OnlyReading
from routes.origins import OriginError, OwnOrigins, named_origins
from routes.proxies import trusted_proxies
from routes.reading import DataFirst
from routes.ready import ready_routes
from routes.slow_sockets import serve_prompt_requests
from routes.warm import warmed_up

try:
    check_addresses()
    origins = named_origins()
except (AddressError, OriginError) as bad:
    sys.exit(str(bad))
never_ask_for_own_address()
serve_prompt_requests()
prefix = f"/{base_path()}".rstrip("/")
data = [*api_routes(prefix), *file_routes(prefix), *ready_routes(prefix)]
app = st.App(
    "app.py",
    middleware=[
        Middleware(ProxyHeadersMiddleware, trusted_hosts=trusted_proxies()),
        Middleware(OwnOrigins, named=origins),
        Middleware(OnlyReading),
        Middleware(Guard),
        Middleware(Closed),
        Middleware(DataFirst, routes=data),
        Middleware(FrontPage),
    ],
    lifespan=warmed_up,
)
