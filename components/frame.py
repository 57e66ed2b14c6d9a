"""The frame around every page: configuration, navigation, filters, the view's caption, the page itself, the foot."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlencode, urlsplit

import pandas as pd
import streamlit as st

from components.filter_bar import clear_filters, draw_filters
from components.plain import plain
from components.theme import Theme, reader_theme, theme_for
from data.descriptor import FOLDER
from data.filters import Filters
from data.months import day_name
from data.package import Package, load_package
from data.problems import BrokenPackageError, Problem, shortened
from data.settings import Settings

SITE = "US–Venezuela crisis 2025–26"
VIEW, RUN = "view", "run"
STYLE = Path(__file__).with_name("frame.css")


@dataclass(frozen=True)
class PageEntry:
    """One page of the dashboard: its path, its name in the navigation and the question it answers."""

    slug: str
    title: str
    question: str

    @property
    def file(self) -> str:
        """The page's script."""
        return f"pages/{self.slug or 'overview'}.py"

    def as_streamlit(self) -> st.Page:
        """The page as Streamlit's navigation wants it."""
        return st.Page(self.file, title=self.title, url_path=self.slug, default=not self.slug)


PAGES = (
    PageEntry("", "Overview", "What is happening between Washington and Caracas, and since when?"),
    PageEntry("timeline", "Timeline", "Who did what to whom, and when did it turn?"),
    PageEntry("map", "Map", "Where did it happen, and how well is that known?"),
    PageEntry("detentions", "Detentions", "Who was held, when, and what changed it?"),
    PageEntry("sanctions", "Sanctions", "Who is listed, under what, and how do they hang together?"),
    PageEntry("events", "Events", "Every event, its sources, and who disputes what."),
    PageEntry("brief", "Brief", "This view as a document."),
    PageEntry("about", "About", "How it is made and how far to trust it."),
)


@dataclass(frozen=True)
class View:
    """What the reader looks at: the tables, the filters, the events that pass, and what else the address asks for."""

    package: Package
    filters: Filters
    events: pd.DataFrame
    settings: Settings
    page: PageEntry
    theme: Theme


def show_dashboard() -> None:
    """Draw the frame and run the page that the address names. The script of the app is this one call."""
    st.set_page_config(page_title=SITE, layout="wide", initial_sidebar_state="auto")
    st.html(STYLE)
    chosen = _declare_navigation()
    entry = next((page for page in PAGES if page.slug == chosen.url_path), PAGES[0])
    package = _package_or_stop()
    view = _read_view(package, entry, _unknown_path() and (chosen.url_path or _unknown_path()))
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


def page_entry(slug: str) -> PageEntry:
    """The page with that path; StopIteration when there is none."""
    return next(page for page in PAGES if page.slug == slug)


def link_to(slug: str, label: str, view: View, /, **words: str) -> None:
    """Draw a link to a page that keeps the view's filters and adds `words` to the address."""
    page = page_entry(slug)
    st.page_link(page.as_streamlit(), label=label, query_params={**view.filters.to_query(), **words})


def address(view: View, slug: str | None = None, /, **words: str) -> str:
    """The relative address of a page with the view's filters and `words`, as links in tables use it."""
    query = urlencode({**view.filters.to_query(), **words}, doseq=True)
    path = view.page.slug if slug is None else slug
    return f"{path}?{query}" if query else path or "/"


def _declare_navigation() -> st.Page:
    """The page that the address names. A path that is no page's shows the first page, which says so in one line;
    it is declared as a page of its own, or Streamlit would open a dialog over it."""
    pages = [page.as_streamlit() for page in PAGES]
    unknown = _unknown_path()
    if unknown and "/" not in unknown:
        pages.append(st.Page(PAGES[0].file, title=PAGES[0].title, url_path=unknown, visibility="hidden"))
    return st.navigation(pages, position="hidden")


@st.cache_resource(show_spinner="Reading the tables", max_entries=2)
def _load(stamp: tuple[tuple[str, int, int], ...]) -> Package | BrokenPackageError:
    """Read the tables, once for each `stamp` (an argument named `_stamp` would not tell calls apart)."""
    try:
        return load_package()
    except BrokenPackageError as broken:
        return broken


def _stamp() -> tuple[tuple[str, int, int], ...]:
    """Name, time and size of every table's file: the tables are read again when a curator has changed one."""
    files = sorted([*FOLDER.glob("*.csv"), *FOLDER.glob("*.json")])
    return tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files)


def _package_or_stop() -> Package:
    loaded = _load(_stamp())
    if isinstance(loaded, BrokenPackageError):
        _draw_problems(loaded.problems)
        _draw_end("broken")
        st.stop()
    return loaded


def _draw_problems(problems: tuple[Problem, ...]) -> None:
    st.title("The tables are broken")
    count = f"{len(problems)} problem" + ("s" if len(problems) > 1 else "")
    st.markdown(f"{count} found. No figure is shown until each is mended, so that none is wrong.")
    st.markdown("\n".join(f"- {plain(str(problem))}" for problem in problems))


def _read_view(package: Package, entry: PageEntry, unknown_path: str) -> View:
    query = {key: st.query_params.get_all(key) for key in st.query_params}
    head = st.container()
    filters, ignored = draw_filters(package, query)
    settings, ignored_settings = Settings.from_query(query, package)
    ignored_path = (f"page /{shortened(unknown_path)}",) if unknown_path else ()
    view = View(
        package=package,
        filters=filters,
        events=filters.keep(package["events"]),
        settings=settings,
        page=entry,
        theme=theme_for(package, reader_theme()),
    )
    with head:
        _draw_head(view, (*ignored_path, *ignored, *ignored_settings))
    return view


def _unknown_path() -> str:
    """The path of the address below the app's own, when it is no page's; else an empty text."""
    path = unquote(urlsplit(st.context.url or "").path).strip("/")
    base = _base_path()
    asked = path.removeprefix(base).strip("/") if path == base or path.startswith(f"{base}/") or not base else path
    return "" if asked in {page.slug for page in PAGES} else asked


def _base_path() -> str:
    return str(st.get_option("server.baseUrlPath") or "").strip("/")


def _draw_head(view: View, ignored: tuple[str, ...]) -> None:
    with st.container(horizontal=True, key="navigation", gap="medium"):
        for page in PAGES:
            st.page_link(page.as_streamlit(), label=page.title, query_params=view.filters.to_query())
    st.title(view.page.title, anchor=False)
    st.markdown(f"*{view.page.question}*")
    with st.container(horizontal=True, key="caption", vertical_alignment="center"):
        shown, total = len(view.events), len(view.package["events"])
        counted = f"{total} events" if shown == total else f"{shown} of {total} events"
        st.caption(f"{plain(view.filters.say(view.package))} · {counted} · release {view.package.release}")
        if view.filters != Filters():
            st.button("Clear filters", on_click=clear_filters, type="tertiary", key="clear_filters")
        with st.popover("Copy link", type="tertiary"):
            st.code(full_address(view), language=None, wrap_lines=True)
    if ignored:
        st.caption(f"Ignored in the address: {plain(', '.join(ignored))}")


def full_address(view: View) -> str:
    """The whole address of this view, to be shared."""
    parts = urlsplit(st.context.url or "")
    base = _base_path()
    root = f"{parts.scheme}://{parts.netloc}/" + (f"{base}/" if base else "")
    return root + address(view, **view.settings.to_query()).removeprefix("/")


def _draw_foot(view: View) -> None:
    st.divider()
    st.caption(
        f"Data through {day_name(view.package.last_day)} · release {view.package.release} · "
        "our rows CC BY 4.0 · published by no government or party · no tracking"
    )
    _draw_end(view.page.slug or "overview")


def _draw_end(page: str) -> None:
    """Mark the end of a run for tests: every element of the page has been sent."""
    st.session_state[RUN] = st.session_state.get(RUN, 0) + 1
    st.html(f'<div class="page-done" data-page="{page}" data-run="{st.session_state[RUN]}"></div>')
