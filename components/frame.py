"""The frame around every page: configuration, navigation, filters, the view's caption, the page itself, the foot."""

from pathlib import Path

import streamlit as st

from components.addresses import address, full_address, link_to, stray_page, unknown_path, words_not_ours
from components.cite import draw_cite
from components.filter_bar import clear_filters, draw_filters
from components.loading import draw_problems, read_package
from components.plain import plain
from components.theme import reader_theme, theme_for
from components.view import PAGES, SITE, PageEntry, View, page_entry, page_title
from data.filters import Filters
from data.months import day_name
from data.package import Package
from data.problems import BrokenPackageError, shortened
from data.settings import Settings
from data.words import counted

# What pages and components take from the frame.
__all__ = ["PAGES", "PageEntry", "View", "address", "current_view", "full_address", "link_to", "page_entry"]

VIEW, RUN = "view", "run"
STYLE = Path(__file__).with_name("frame.css")


def show_dashboard() -> None:
    """Draw the frame and run the page that the address names. The script of the app is this one call."""
    st.set_page_config(page_title=SITE, layout="wide", initial_sidebar_state="auto")
    st.html(STYLE)
    chosen = _declare_navigation()
    entry = next((page for page in PAGES if page.slug == chosen.url_path.strip()), PAGES[0])
    st.set_page_config(page_title=page_title(entry))
    view = _read_view(_package_or_stop(), entry)
    st.session_state[VIEW] = view
    try:
        chosen.run()
        _draw_foot(view)
    finally:
        del st.session_state[VIEW]


def current_view() -> View:
    """The view of this run; every page starts here.

    On a cold server, or in a test, Streamlit may start the page's script without the app around it: then the
    navigation is declared and the run starts again, this time with the frame.
    """
    if VIEW not in st.session_state:
        _declare_navigation()
        st.rerun()
    view: View = st.session_state[VIEW]
    return view


def _declare_navigation() -> st.Page:
    """The page that the address names. A path that is no page's shows the first page, which says so in one line."""
    pages = [page.as_streamlit() for page in PAGES]
    stray = stray_page()
    return st.navigation([*pages, stray] if stray else pages, position="hidden")


def _package_or_stop() -> Package:
    loaded = read_package()
    if isinstance(loaded, BrokenPackageError):
        draw_problems(loaded.problems)
        _draw_end("broken")
        st.stop()
    return loaded


def _read_view(package: Package, entry: PageEntry) -> View:
    query = {key: st.query_params.get_all(key) for key in st.query_params}
    head = st.container()
    filters, ignored = draw_filters(package, query)
    settings, ignored_settings = Settings.from_query(query, package)
    ignored_path = (f"page /{shortened(unknown_path())}",) if unknown_path() else ()
    view = View(
        package=package,
        filters=filters,
        events=filters.keep(package["events"]),
        settings=settings,
        page=entry,
        theme=theme_for(package, reader_theme()),
        others=words_not_ours(query),
    )
    with head:
        _draw_head(view, (*ignored_path, *ignored, *ignored_settings))
    return view


def _draw_head(view: View, ignored: tuple[str, ...]) -> None:
    with st.container(horizontal=True, key="navigation", gap="medium"):
        for page in PAGES:
            st.page_link(page.as_streamlit(), label=page.title, query_params=view.to_query())
    st.title(view.page.title, anchor=False)
    st.markdown(f"*{view.page.question}*")
    with st.container(horizontal=True, key="caption", vertical_alignment="center"):
        shown, total = len(view.events), len(view.package["events"])
        share = counted(total, "event") if shown == total else f"{shown:,} of {counted(total, 'event')}"
        st.caption(f"{plain(view.filters.say(view.package))} · {share} · release {view.package.release}")
        if view.filters != Filters():
            st.button("Clear filters", on_click=clear_filters, type="tertiary", key="clear_filters")
        draw_cite(view)
    if ignored:
        st.caption(f"Ignored in the address: {plain(', '.join(ignored))}")


def _draw_foot(view: View) -> None:
    st.divider()
    st.caption(
        f"Data through {day_name(view.package.last_day)} · release {view.package.release} · "
        "our rows CC BY 4.0 · published by no government and no party to the crisis · no tracking"
    )
    _draw_end(view.page.slug or "overview")


def _draw_end(page: str) -> None:
    """Mark the end of a run, for tests, and the theme that it was drawn in, for printing."""
    st.session_state[RUN] = st.session_state.get(RUN, 0) + 1
    run, theme = st.session_state[RUN], reader_theme()
    st.html(f'<div class="page-done" data-page="{page}" data-run="{run}" data-theme="{theme}"></div>')
