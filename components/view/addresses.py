"""Addresses of pages: the path that the reader requested, and links that keep the view."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

import streamlit as st

from components.controls.address_bar import write_address
from components.view.public_address import public_root
from components.view.view import PAGES, PageEntry, View, page_entry
from data.selection.filters import filter_kinds
from data.selection.record_kinds import KINDS, RecordKind
from data.versions.data_version import AS_OF
from data.view.sections import implied_section, section_names
from data.view.settings import setting_kinds


class StrayPage(st.Page):
    """A page shown at a path that is not its own. Streamlit would open a dialog over a path that no page declares, and
    it trims the paths of pages, so that the reader's own can only be given back as it was asked for."""

    def __init__(self, entry: PageEntry, requested: str) -> None:
        super().__init__(entry.file, title=entry.title, url_path="stray", visibility="hidden")
        self._requested = requested

    @property
    def url_path(self) -> str:
        """The path as the reader's browser has it."""
        return self._requested


def stray_page() -> StrayPage | None:
    """The page to show at the reader's path when no page has exactly that path: the one it names but for spaces
    around it, else the first. None at a page's own path, and at a nested one, which no page can have."""
    requested = requested_path()
    if requested in {page.slug for page in PAGES} or "/" in requested:
        return None
    return StrayPage(next((page for page in PAGES if page.slug == requested.strip()), PAGES[0]), requested)


def unknown_path() -> str:
    """The path that the reader requested, when no page is named so; else an empty text."""
    path = requested_path().strip()
    return "" if path in {page.slug for page in PAGES} else path


def requested_path() -> str:
    """The path of the reader's address below the app's own, without slashes around it."""
    parts = urlsplit(st.context.url or "").path.strip("/").split("/")
    # Where the path is percent-encoded Streamlit does not know it again and adds it once more, decoded.
    if len(parts) > 1 and parts[-2] != parts[-1] == unquote(parts[-2]):
        parts.pop()
    path, base = unquote("/".join(parts)), base_path()
    return path.removeprefix(base).strip("/") if path == base or path.startswith(f"{base}/") else path


def base_path() -> str:
    """The path under which the app is served; empty at the root of its host."""
    return str(st.get_option("server.baseUrlPath") or "").strip("/")


def foreign_parameters(query: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The parameters of an address that neither filter nor set anything here."""
    return {key: list(values) for key, values in query.items() if key not in {*filter_kinds(), *setting_kinds()}}


def address(view: View, slug: str | None = None, /, **parameters: str | list[str]) -> str:
    """The relative address of a page that keeps the view, with `words`, as links in tables use it."""
    path, query = view.page.slug if slug is None else slug, urlencode({**view.to_query(), **parameters}, doseq=True)
    return f"{path}?{query}" if query else path or "/"


def address_unfiltered(view: View, slug: str, /, **parameters: str | list[str]) -> str:
    """The relative address of a page in the view's release, with these filters in place of the view's."""
    own = {key: value for key, value in view.to_query().items() if key not in filter_kinds()}
    return f"{slug}?{urlencode({**own, **parameters}, doseq=True)}"


def full_address(view: View, *, pinned: bool = True) -> str:
    """The whole address of this view with its open section, to be shared; `pinned` to the release whose numbers it
    shows."""
    section = {"section": view.section} if view.section in section_names(view.page.slug)[1:] else {}
    # Who is given the link reads it in the app, where it can be read in both.
    view = replace(view, settings=replace(view.settings, plain=""))
    return _permanent(address(view, **view.settings.to_query() | section | (_pin(view) if pinned else {})))


def address_here(view: View, **changed: str) -> str:
    """The relative address of this page as it is, without a record, but for the `changed` parameters; one that is
    changed to an empty text is taken out. The section that is open is named where it would not be opened."""
    settings = {name: value for name, value in view.settings.to_query().items() if name not in {*KINDS, "section"}}
    parameters = {name: value for name, value in {**settings, **changed}.items() if value}
    opened = [name for name in parameters if name in KINDS]
    implied = implied_section(view.page.slug, [*opened, *parameters])
    return address(view, **parameters | ({} if implied == view.section else {"section": view.section}))


def address_in_view(view: View, kind: RecordKind, row_id: str) -> str:
    """The relative address of a record on its page, which keeps the view."""
    return address(view, kind.page, **{kind.parameter: row_id})


def record_address(view: View, kind: RecordKind, row_id: str, *, pinned: bool = True) -> str:
    """The whole address at which one record stands alone, without the filters that it was found with; `pinned` to the
    release whose numbers it shows."""
    return _permanent(bare_address(kind, row_id, _pin(view) if pinned else {}))


def bare_address(kind: RecordKind, row_id: str, query: Mapping[str, str]) -> str:
    """The address at which a record stands alone (routes/records.py), as seen from that of the app."""
    return f"{kind.listing}/{quote(row_id, safe='')}" + (f"?{urlencode(query)}" if query else "")


def file_address(view: View, ending: str) -> str:
    """The whole address of the events of this view as a file of that ending: the API's, which takes the filters."""
    query = urlencode({**view.filters.to_query(), **_pin(view)}, doseq=True)
    return _permanent(f"api/events.{ending}" + (f"?{query}" if query else ""))


def _pin(view: View) -> dict[str, str]:
    """The parameter that pins a link to the release whose numbers it shows; none while the tables are in no release."""
    release = view.data_version.release
    return {AS_OF: release} if release else {}


def _permanent(relative: str) -> str:
    """The whole address of a relative one. Every link that is shared or cited is made here."""
    return (public_root() or _root_in_address_bar()) + relative.removeprefix("/")


def _root_in_address_bar() -> str:
    """Where the app is as the reader's own browser has it, with a slash at its end."""
    parts, base = urlsplit(st.context.url or ""), base_path()
    # Of a host that is not trusted the path alone is known.
    host = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return f"{host}/" + (f"{base}/" if base else "")


def link_to(slug: str, label: str, view: View, /, **parameters: str | list[str]) -> None:
    """Draw a link to a page that keeps the view and adds `words` to the address."""
    _link(slug, label, view, {**view.to_query(), **parameters})


def link_to_newest(slug: str, label: str, view: View, /, **parameters: str | list[str]) -> None:
    """As `link_to`, for the tables as they stand in place of the release that the view is of."""
    own = {key: value for key, value in view.to_query().items() if key != AS_OF}
    _link(slug, label, view, {**own, **parameters})


def link_unfiltered(label: str, address: str, view: View) -> None:
    """Draw a link to an address that begins with a page's path, without the filters of the view but in its release."""
    parts = urlsplit(address)
    unfiltered = {key: value for key, value in view.to_query().items() if key not in filter_kinds()}
    query = {**unfiltered, **parse_qs(parts.query)}
    _link(parts.path, label, view, query)


def page_name(address: str) -> str:
    """The title of the page that an address begins with the path of."""
    return page_entry(urlsplit(address).path).title


def _link(slug: str, label: str, view: View, query: Mapping[str, str | list[str]]) -> None:
    """A link; to the page that is open a button, because a link of Streamlit's to it would not change the address."""
    if slug == view.page.slug:
        if st.button(label, on_click=write_address, args=(query,), type="tertiary", key=f"go {label}"):
            # In a dialog a button runs the dialog alone again, and what lies behind would not follow the address.
            st.rerun()
    else:
        st.page_link(page_entry(slug).as_streamlit(), label=label, query_params=query)
