"""The frame around every page: configuration, navigation, filters, the view's caption, the page itself, the foot."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import streamlit as st

from components.controls.address_bar import set_parameter
from components.controls.filter_bar import clear_filters, draw_filters, filters_button
from components.controls.month_player import RUN
from components.controls.saved_files import name_files_by
from components.controls.turns import in_turn
from components.frame.hint import draw_hint
from components.frame.notes_on_address import draw_notes_on_address
from components.frame.release_banner import draw_release_banner
from components.frame.sections import how_many_events, what_is_shown
from components.look.escaping import attributes, escape_markdown
from components.look.theme import reader_theme, theme_for
from components.view.addresses import foreign_parameters, stray_page, unknown_path
from components.view.loading import draw_problems, load_data_version
from components.view.share import draw_share
from components.view.view import PAGES, SITE, PageEntry, View, page_title
from data.log.failures import page_failure_logged
from data.package.problems import BrokenPackageError, shortened
from data.publish.file_names import release_name, view_name
from data.selection.filters import Filters, Query
from data.text.formats import day_name
from data.text.messages import say
from data.versions.current_ids import MovedRecord, current_ids
from data.versions.data_version import AS_OF, DataVersion, requested_day
from data.view.selection import Selection
from data.view.settings import Settings, misplaced_settings, open_section
from data.view.story import step_of_story

VIEW = "view"
STYLE = Path(__file__).with_name("frame.css")


@in_turn()
def show_dashboard(draw_embedded: Callable[[View], None]) -> None:
    """Draw the frame and run the page that the address names. The script of the app is this one call.

    Another site that asks for one picture alone gets what `draw_embedded` draws, and no frame.
    """
    st.set_page_config(page_title=SITE, layout="wide", initial_sidebar_state="auto")
    st.html(STYLE)
    chosen = _declare_navigation()
    entry = next((page for page in PAGES if page.slug == chosen.url_path.strip()), PAGES[0])
    st.set_page_config(page_title=page_title(entry))
    with page_failure_logged(entry.slug or "overview"):
        _show_page(chosen, entry, draw_embedded)


def _show_page(chosen: st.Page, entry: PageEntry, draw_embedded: Callable[[View], None]) -> None:
    data_version = _data_version_or_stop()
    if alone := _picture_alone(data_version, entry):
        draw_embedded(alone)
        _draw_end(alone.settings.picture)
        return
    view = _read_view(data_version, entry)
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


def _data_version_or_stop() -> DataVersion:
    day = requested_day({AS_OF: st.query_params.get_all(AS_OF)})
    data_version = load_data_version(day)
    if isinstance(data_version, BrokenPackageError):
        newest_opens = isinstance(load_data_version(), DataVersion)
        draw_problems(
            data_version.problems, say("frame.broken_release", day=day) if newest_opens else say("frame.broken")
        )
        if newest_opens:
            st.button(say("frame.newest"), on_click=set_parameter, args=(AS_OF, ""), type="tertiary")
        _draw_end("broken")
        st.stop()
    return data_version


def _picture_alone(data_version: DataVersion, entry: PageEntry) -> View | None:
    """The view of the one picture that another site asks for; None where whole pages are read."""
    query, moved = _query(data_version)
    settings, _ = Settings.from_query(query, data_version.package)
    if not settings.picture or not st.context.is_embedded:
        return None
    filters, _ = Filters.from_query(query, data_version.package)
    return replace(_view(data_version, entry, query, filters, settings), moved=moved)


def _read_view(data_version: DataVersion, entry: PageEntry) -> View:
    package = data_version.package
    query, moved = _query(data_version)
    opening = st.container(key="head")
    filters, ignored = draw_filters(package, query, entry.slug)
    settings, ignored_settings = Settings.from_query(query, package)
    ignored_path = [f"page /{shortened(unknown_path())}"] if unknown_path() else []
    ignored_story = (f"story={settings.story}",) if settings.story and entry.slug else ()
    view = replace(_view(data_version, entry, query, filters, settings), moved=moved)
    misplaced = misplaced_settings(entry.slug, view.section, settings)
    with opening:
        _draw_opening(view, (*ignored_path, *ignored, *ignored_settings, *misplaced, *ignored_story))
    with st.sidebar:
        draw_hint(view)
    return view


def _query(data_version: DataVersion) -> tuple[Query, tuple[MovedRecord, ...]]:
    """The parameters of the address, and the records that it names by another id than the tables."""
    return current_ids({key: st.query_params.get_all(key) for key in st.query_params}, data_version)


def _view(data_version: DataVersion, entry: PageEntry, query: Query, filters: Filters, settings: Settings) -> View:
    name_files_by(view_name(filters), release_name(data_version.package.release, not data_version.release))
    return View(
        selection=Selection(data_version.package, filters),
        data_version=data_version,
        settings=settings,
        page=entry,
        theme=theme_for(data_version.package, reader_theme()),
        section=open_section(entry.slug, settings, query),
        others=foreign_parameters(query),
    )


def _draw_opening(view: View, ignored: tuple[str, ...]) -> None:
    with st.container(horizontal=True, key="masthead", gap="small"):
        with st.container(key="site", width="content"):
            st.page_link(PAGES[0].as_streamlit(), label=SITE, query_params=view.to_query())
        with st.container(horizontal=True, key="navigation", gap="small", width="content"):
            for page in PAGES:
                st.page_link(page.as_streamlit(), label=page.title, query_params=view.to_query())
    with st.container(horizontal=True, key="caption", vertical_alignment="center", gap="small"):
        st.title(view.page.title, anchor=False, width="content")
        st.caption(escape_markdown(" · ".join(what_is_shown(view))), width="content")
        if view.filters != Filters():
            st.button(say("frame.clear"), on_click=clear_filters, type="tertiary", key="clear_filters")
        draw_share(view)
        with st.container(key="question", width="content"):
            st.header(view.page.question, anchor=False)
    draw_release_banner(view)
    draw_notes_on_address(view, ignored)


def _draw_foot(view: View) -> None:
    st.divider()
    st.caption(
        say("frame.foot", day=day_name(view.package.last_day), data_version=escape_markdown(view.data_version.say()))
    )
    for problem in () if view.data_version.release else view.data_version.version_state.problems:
        st.caption(say("frame.not_pinned", problem=escape_markdown(str(problem))))
    status = say(
        "frame.status", page=view.page.title, text=view.filters.say(view.package), events=how_many_events(view)
    )
    story = "" if view.page.slug else view.settings.story
    text = step_of_story(view.package, story).text if story else status
    newest = "" if view.data_version.requested else view.data_version.version_state.newest_release
    _draw_end(view.page.slug or "overview", text, filters_button(view.filters), newest)


def _draw_end(page: str, status: str = "", filters: str = "", newest: str = "") -> None:
    """Mark the end of a run, for tests, with the theme that it was drawn in, for printing, what a screen reader is to
    be told of it and of the filters (routes/page_scripts/live_region.py), and the newest release, which a browser keeps
    at its first visit (routes/page_scripts/last_visit.py)."""
    st.session_state[RUN] = st.session_state.get(RUN, 0) + 1
    run, theme = st.session_state[RUN], reader_theme()
    marks = {"class": "page-done", "data-page": page, "data-run": str(run), "data-theme": theme, "data-told": status}
    marks |= {"data-filters": filters} if filters else {}
    marks |= {"data-newest": newest} if newest else {}
    st.html(f"<div {attributes(marks)}></div>")
