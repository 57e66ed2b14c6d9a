"""What is done before the first reader comes: modules imported, tables read, all of it kept from the collector."""

import asyncio
import gc
import importlib
import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

import components
from data.versions.store import STORE
from routes.connections.descriptors import handle_loop_exception


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Around the life of the server. Broken tables do not stop it: the pages name the problems."""
    asyncio.get_running_loop().set_exception_handler(handle_loop_exception)
    for module in pkgutil.walk_packages(components.__path__, "components."):
        importlib.import_module(module.name)
    # The folder pages/ is ours. Until a first run declares its own pages Streamlit takes it for its list of pages, and
    # opens a dialog over a path that is in it by no name.
    PagesManager.uses_pages_directory = False
    STORE.state()
    # What lives as long as the server need not be looked through at every collection.
    gc.collect()
    gc.freeze()
    yield
