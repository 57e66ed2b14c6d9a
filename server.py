"""The hosted app: `app.py` with data routes beside it. Run it with `streamlit run server.py`."""

import sys

import streamlit as st
from starlette.middleware import Middleware
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from components.addresses import base_path
from components.public_address import AddressError, check_addresses
from routes.api import api_routes
from routes.files import file_routes
from routes.front import FrontPage
from routes.guard import Guard
from routes.proxies import trusted_proxies
from routes.reading import DataFirst
from routes.warm import warmed_up

try:
    check_addresses()
except AddressError as bad:
    sys.exit(str(bad))
prefix = f"/{base_path()}".rstrip("/")
data = [*api_routes(prefix), *file_routes(prefix)]
app = st.App(
    "app.py",
    middleware=[
        Middleware(ProxyHeadersMiddleware, trusted_hosts=trusted_proxies()),
        Middleware(Guard),
        Middleware(DataFirst, routes=data),
        Middleware(FrontPage),
    ],
    lifespan=warmed_up,
)
