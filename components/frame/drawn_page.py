"""Runs the app at an address without a browser and keeps what it draws, for those who have no app or not yet."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import copy_context
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import streamlit as st
from streamlit import runtime
from streamlit.proto.ClientState_pb2 import ContextInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.fragment import MemoryFragmentStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.runtime.scriptrunner_utils.exceptions import RerunException, StopException
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext, add_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context_attr import SCRIPT_RUN_CONTEXT_ATTR_NAME
from streamlit.runtime.state import SafeSessionState, SessionState

from components.controls.table_switch import show_all
from components.frame.embed import draw_embedded
from components.frame.frame import show_dashboard
from components.html.drawn import MAIN, OVER_PAGE, DrawnPage, Lead, Node, drawn_nodes
from components.view.view import PAGES

APP = Path(__file__).parents[2] / "app.py"
SCRIPTS, RUNS = ScriptCache(), count()
EMBED = "embed"
Query = Mapping[str, Sequence[str]]


def drawn_page(root: str, path: str, query: Query, *, with_closed: bool = True, theme: str = "light") -> DrawnPage:
    """What the app draws at a path below `root`, the app's own address, with these parameters; `with_closed` has the
    numbers of pictures stand as tables from the start, and what "More" opens; the `theme` is light or dark.

    It is the app's own run, with its own words and numbers, and it takes its turn among readers' runs. Raises what the
    page raises.
    """
    return copy_context().run(_drawn, root, path, query, with_closed, theme)


def _drawn(root: str, path: str, query: Query, with_closed: bool, theme: str) -> DrawnPage:
    messages: list[ForwardMsg] = []
    context = _context(path, messages)
    own = {key: list(values) for key, values in query.items() if key != EMBED}
    info = ContextInfo(
        url=root + quote(path), is_embedded=query.get(EMBED) == ["true"], timezone="UTC", color_scheme=theme
    )
    with _attached(context):
        context.reset(urlencode(own, doseq=True), context.pages_manager.main_script_hash, context_info=info)
        if with_closed:
            show_all()
        with suppress(StopException, RerunException):
            show_dashboard(draw_embedded)
        nodes = drawn_nodes(messages)
        page = path.strip() if path.strip() in {page.slug for page in PAGES} else ""
        return DrawnPage(page, own, nodes, _leads(context, nodes))


def _context(path: str, messages: list[ForwardMsg]) -> ScriptRunContext:
    pages = PagesManager(str(APP), SCRIPTS)
    pages.set_script_intent("", path)
    pages.set_current_page_script_hash(pages.main_script_hash)
    return ScriptRunContext(
        session_id=f"browserless-{next(RUNS)}",
        _enqueue=messages.append,
        query_string="",
        session_state=SafeSessionState(SessionState(), lambda: None),
        uploaded_file_mgr=MemoryUploadedFileManager(""),
        main_script_path=str(APP),
        user_info={},
        fragment_storage=MemoryFragmentStorage(),
        pages_manager=pages,
    )


@contextmanager
def _attached(context: ScriptRunContext) -> Iterator[None]:
    """This thread draws into the context; what the run left for a browser to fetch is dropped at its end."""
    thread = threading.current_thread()
    before = getattr(thread, SCRIPT_RUN_CONTEXT_ATTR_NAME, None)
    add_script_run_ctx(thread, context)
    try:
        yield
    finally:
        setattr(thread, SCRIPT_RUN_CONTEXT_ATTR_NAME, before)
        if runtime.exists():
            now = runtime.get_instance()
            now.media_file_mgr.clear_session_refs(context.session_id)
            now.media_file_mgr.remove_orphaned_files()
            now.dataframe_source_mgr.clear_all_for_session(context.session_id)


def _leads(context: ScriptRunContext, root: Node) -> dict[str, tuple[Lead, ...]]:
    """Where each control of the page leads: its own callback is run, which writes the address and nothing else."""
    nodes = [*root.inside.get(MAIN, Node()).all_nodes(), *root.inside.get(OVER_PAGE, Node()).all_nodes()]
    controls = {node.proto.id: node for node in nodes if node.kind in OFFERS}
    controls |= {node.proto.tab_container.id: node for node in nodes if node.kind == "tab_container"}
    return {own: tuple(_leads_of(context, own, node)) for own, node in controls.items()}


def _leads_of(context: ScriptRunContext, own: str, node: Node) -> Iterator[Lead]:
    """Each value that the control offers is put in its place, and the address that it would write is read."""
    session = context.session_state._state
    state = session._new_widget_state
    control = state.widget_metadata.get(own)
    if control is None or control.callback is None:
        return
    before = {name: st.query_params.get_all(name) for name in st.query_params}
    for label, value, is_chosen in OFFERS[node.kind](node):
        if node.kind != "button":
            session._new_session_state[session._key_id_mapper.get_key_from_id(own)] = control.deserializer(value)
        state.call_callback(own)
        after = {name: st.query_params.get_all(name) for name in st.query_params}
        st.query_params.from_dict(before)
        yield Lead(label, after, is_chosen)


Offer = tuple[str, Any, bool]


def _button(node: Node) -> list[Offer]:
    return [] if node.proto.disabled else [(node.proto.label, None, False)]


def _one_of(node: Node) -> list[Offer]:
    options, chosen = list(node.proto.options), node.proto.raw_value
    return [(option, option, option == chosen) for option in options]


def _some_of(node: Node) -> list[Offer]:
    """The options of a row of pills: each alone, or switched over where several can be on."""
    options, on = [option.content for option in node.proto.options], list(node.proto.raw_values)
    if node.proto.click_mode == node.proto.SINGLE_SELECT:
        return [(option, [] if option in on else [option], option in on) for option in options]
    switched = {option: [other for other in options if (other in on) != (other == option)] for option in options}
    return [(option, switched[option], option in on) for option in options]


def _on_slider(node: Node) -> list[Offer]:
    """The stops of a slider of one end; of two ends nothing is offered."""
    chosen = list(node.proto.raw_value)
    return [(stop, [stop], stop in chosen) for stop in node.proto.options] if len(node.proto.default) == 1 else []


def _tabs(node: Node) -> list[Offer]:
    return [(tab.proto.tab.label, tab.proto.tab.label, bool(tab.inside)) for tab in node.nodes]


OFFERS = {
    "button": _button,
    "radio": _one_of,
    "selectbox": _one_of,
    "button_group": _some_of,
    "slider": _on_slider,
    "tab_container": _tabs,
}
