"""Draws what is new since the release that a reader's browser saw last: one line a release, of which a script shows the
one that fits (routes/page_scripts/last_visit.py). The server never learns which."""

from collections.abc import Iterator

import streamlit as st

from components.look.escaping import attributes, escape_html
from components.view.loading import load_data_version
from components.view.view import View
from data.package.problems import BrokenPackageError
from data.records.changes import changes_in_view
from data.selection.filters import Filters
from data.text.messages import say
from data.versions.changes import rows_of
from data.versions.differences import changes_between

# Of so many older releases it is said what changed since: a browser that saw none of them is told of the oldest.
MOST = 5


def draw_since_last_visit(view: View) -> None:
    """Draw the lines, all hidden, with the newest release; nothing where there is none or an older one is read."""
    state = view.data_version.version_state
    if view.data_version.requested or not state.releases:
        return
    lines = "".join(_lines(view, [release.version for release in state.releases[:-1][-MOST:]]))
    st.html(f"<div {attributes({'class': 'since-visit', 'data-newest': state.newest_release})}>{lines}</div>")


def draw_visit_switch(_view: View) -> None:
    """Draw what the browser keeps for that line, and the button that has it forget."""
    st.markdown(f"**{say('since_visit.heading')}** {say('since_visit.about')}")
    labels = {"data-visits": "switch", "data-on": say("since_visit.stop"), "data-off": say("since_visit.go_on")}
    own = attributes({"type": "button", "class": "copy", **labels})
    st.html(f"<button {own}>{escape_html(say('since_visit.stop'))}</button>")


def _lines(view: View, releases: list[str]) -> Iterator[str]:
    """One paragraph for each of the older releases since which any row has changed."""
    for release in releases:
        base = load_data_version(release)
        if isinstance(base, BrokenPackageError):
            continue
        found = changes_between(base, view.data_version)
        rows = len(rows_of(changes_in_view(found, Filters(), base.package, view.package)))
        if rows:
            yield _line(release, rows)


def _line(release: str, rows: int) -> str:
    text = escape_html(say("since_visit.line", count=rows, release=release))
    lead = f"<a {attributes({'href': f'events?since={release}'})}>{escape_html(say('since_visit.list'))}</a>"
    off = attributes({"type": "button", "class": "copy", "data-visits": "off"})
    return (
        f"<p {attributes({'data-since': release})}>{text} {lead} "
        f"<button {off}>{escape_html(say('since_visit.off'))}</button></p>"
    )
