"""Draws how to cite a view or a record: its link, its citation, and the code that embeds the pictures of a page."""

from dataclasses import replace
from datetime import date

import streamlit as st

from components.controls.table_switch import all_is_shown
from components.look.escaping import attributes, escape_markdown
from components.view.addresses import file_address, full_address, record_address
from components.view.view import View
from data.package.once_per_package import once_per_package
from data.package.package import Package
from data.publish.citation import Citation, bibtex, cite, long_text, record_text, ris, short_text
from data.selection.record_kinds import KINDS, RecordKind
from data.text.days import today
from data.text.formats import lower_first
from data.text.messages import say
from data.versions.data_version import DataVersion
from data.view.sections import PICTURES, section_names

EVENTS, MORE = "events", "more"
FILES = {"csv": "CSV", "json": "JSON", "geojson": "GeoJSON"}

# Room for a picture with its heading, its caption and its source line at the width of an article's column.
EMBED_HEIGHT = 820


@st.fragment
def draw_cite(view: View) -> None:
    """Draw the button that opens the citation of this view, its events as files, and the codes that embed the pictures
    of its page. They are worked out and sent when they are opened, by a run of this part alone."""
    more = st.popover(say("cite.open"), type="tertiary", key=MORE, on_change="rerun")
    if not (more.open or all_is_shown()):
        return
    with more:
        _draw_forms(view, view_citation(view), "view")
        links = " · ".join(f"[{name}]({file_address(view, ending)})" for ending, name in FILES.items())
        st.markdown(say("cite.files", count=view.event_count, links=links))
        draw_embed_codes(view)


def draw_record_citation(view: View, kind: RecordKind) -> None:
    """Draw the citation of the open record of that kind, to be opened."""
    with st.expander(say("cite.this_record")):
        _draw_forms(view, record_citation(view, kind), "record")


def view_citation(view: View) -> Citation:
    """The citation of the view: its filter sentence and its page, read today."""
    subject = _with_unreleased(view.data_version, _view_text(view))
    return cite(view.package, subject, full_address(view), today())


def _view_text(view: View) -> str:
    """The filter sentence, the corroboration that the page of events was narrowed to, the page, and the section that
    is open where that is not the first."""
    page = view.page.title
    if view.section in section_names(view.page.slug)[1:]:
        page = say("cite.section", page=page, section=say(f"section.{view.page.slug}.{view.section}"))
    values = {"view": view.filters.say(view.package), "page": page}
    if not view.settings.grade or view.page.slug != EVENTS:
        return say("cite.view", **values)
    label = view.package.labels("grades", "grade")[view.settings.grade]
    return say("cite.view_of_grade", grade=lower_first(label), **values)


def _with_unreleased(data_version: DataVersion, subject: str) -> str:
    """The subject with what the tables have beyond the release that they name: nothing is passed off as released."""
    if data_version.release:
        return subject
    return say("cite.unreleased", subject=subject, data_version=data_version.say())


def record_citation(view: View, kind: RecordKind) -> Citation:
    """The citation of the record of that kind that is open in this view, read today."""
    row_id = getattr(view.settings, kind.parameter)
    return cited_record(view.data_version, kind, row_id, record_address(view, kind, row_id), today())


def cited_record(data_version: DataVersion, kind: RecordKind, row_id: str, link: str, day: date) -> Citation:
    """The citation of a record that stands at `link`, read on that day."""
    subject = _with_unreleased(data_version, record_text(data_version.package, kind, row_id))
    return cite(data_version.package, subject, link, day)


def open_record(view: View) -> RecordKind | None:
    """The kind of the record that is open, of several that of a record which stands on this page; None without one."""
    opened = [kind for kind in KINDS.values() if getattr(view.settings, kind.parameter)]
    at_home = [kind for kind in opened if kind.page == view.page.slug]
    return next(iter([*at_home, *opened]), None)


def _draw_forms(view: View, citation: Citation, key: str) -> None:
    """What the link of the citation holds for good, then one box a form; each has Streamlit's own button to copy it."""
    st.caption(escape_markdown(say("cite.text", subject=citation.subject, release=citation.release)))
    if release := view.data_version.release:
        st.caption(escape_markdown(say("share.pinned_about", release=release)))
    forms = {
        "link": citation.link,
        "short": short_text(citation),
        "long": long_text(citation),
        "bibtex": bibtex(citation),
        "ris": ris(citation),
    }
    for form, text in forms.items():
        with st.container(key=f"cite_{key}_{form}", gap="xxsmall"):
            st.markdown(f"**{say(f'cite.form_{form}')}**")
            st.code(text, language=None, wrap_lines=True)


def draw_embed_codes(view: View) -> None:
    """One box a picture of the open section that can stand alone; nothing in a section without one."""
    for picture, label in _pictures_of(view.package, view.page.slug):
        if PICTURES[picture] != view.section:
            continue
        with st.container(key=f"embed_{picture}", gap="xxsmall"):
            st.markdown(f"**{say('embed_code.heading', picture=escape_markdown(label))}**")
            st.code(embed_code(view, picture, label), language=None, wrap_lines=True)


@once_per_package
def _pictures_of(package: Package, page: str) -> list[tuple[str, str]]:
    """The pictures of a page that can stand alone, each with its label."""
    pictures = package["pictures"].sort_values("order")
    own = pictures[pictures.page == page]
    return list(zip(own.picture, own.label, strict=True))


def embed_code(view: View, picture: str, label: str) -> str:
    """The HTML that shows the picture of this view on another site."""
    alone = replace(view, section="", settings=replace(view.settings, section="", picture=picture))
    frame = {
        "src": f"{full_address(alone)}&embed=true",
        "title": label,
        "width": "100%",
        "height": str(EMBED_HEIGHT),
        "loading": "lazy",
        "style": "border:0",
    }
    return f"<iframe {attributes(frame)}></iframe>"
