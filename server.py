"""The hosted app: `app.py` with data routes beside it. Run it with `streamlit run server.py`."""

import streamlit as st
from starlette.middleware import Middleware

from components.addresses import base_path
from routes.api import api_routes
from routes.files import file_routes
from routes.front import FrontPage
from routes.guard import Guard
from routes.reading import DataFirst
from routes.ready import ready_routes
from routes.warm import warmed_up

prefix = f"/{base_path()}".rstrip("/")
data = [*api_routes(prefix), *file_routes(prefix), *ready_routes(prefix)]
app = st.App(
    "app.py",
    middleware=[Middleware(Guard), Middleware(DataFirst, routes=data), Middleware(FrontPage)],
    lifespan=warmed_up,
)
