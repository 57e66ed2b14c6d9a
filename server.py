"""The hosted app: `app.py` with data routes beside it. Run it with `streamlit run server.py`."""

import streamlit as st
from starlette.middleware import Middleware

from components.addresses import base_path
from routes.api import api_routes
from routes.files import file_routes
from routes.front import FrontPage
from routes.guard import Guard
from routes.warm import warmed_up

prefix = f"/{base_path()}".rstrip("/")
app = st.App(
    "app.py",
    routes=[*file_routes(prefix), *api_routes(prefix)],
    middleware=[Middleware(Guard), Middleware(FrontPage)],
    lifespan=warmed_up,
)
